package io.nsxsim.engine;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same on PostgreSQL, where a Docker daemon is there; skipped where none is. Another image can
 * be named by the system property {@code postgres.image}.
 */
@Testcontainers(disabledWithoutDocker = true)
class PostgresStorageTest extends StorageContract {

  @Container
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(
          DockerImageName.parse(System.getProperty("postgres.image", "postgres:17"))
              .asCompatibleSubstituteFor("postgres"));

  @Override
  String[] database() {
    return new String[] {
      "--spring.datasource.url=" + postgres.getJdbcUrl(),
      "--spring.datasource.username=" + postgres.getUsername(),
      "--spring.datasource.password=" + postgres.getPassword()
    };
  }
}

package io.nsxsim;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where what clients store is kept.
 *
 * @param data memory (gone when the server stops) or a directory, made if it is not there, that
 *     holds an H2 database and the TLS certificate. With spring.datasource.url another database is
 *     used
 */
@ConfigurationProperties("nsxsim")
record DataLocation(@DefaultValue("memory") String data) {

  /** The settings that follow, for those who have not set them otherwise. */
  Map<String, Object> defaults() {
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("spring.datasource.url", url());
    directory()
        .map(directory -> directory.resolve("certificate.p12").toString())
        .ifPresent(file -> defaults.put("nsxsim.https.key-store", file));
    return defaults;
  }

  private String url() {
    return directory()
        .map(directory -> "jdbc:h2:file:" + directory.resolve("nsxsim"))
        .orElseGet(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  private Optional<Path> directory() {
    return data.equals("memory")
        ? Optional.empty()
        : Optional.of(Path.of(data).toAbsolutePath().normalize());
  }
}

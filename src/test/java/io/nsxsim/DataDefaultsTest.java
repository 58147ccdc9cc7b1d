package io.nsxsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DataDefaultsTest {

  private static final String URL = "spring.datasource.url";
  private static final String KEY_STORE = "nsxsim.https.key-store";

  @Test
  void memory_is_another_database_for_every_server() {
    assertThat(with(Map.of()).getProperty(URL))
        .startsWith("jdbc:h2:mem:")
        .isNotEqualTo(with(Map.of()).getProperty(URL));
    assertThat(with(Map.of()).getProperty(KEY_STORE)).isNull();
  }

  @Test
  void a_directory_holds_database_and_certificate() {
    StandardEnvironment environment = with(Map.of("nsxsim.data", "/var/lib/nsxsim"));
    assertThat(environment.getProperty(URL)).startsWith("jdbc:h2:file:/var/lib/nsxsim/");
    assertThat(environment.getProperty(KEY_STORE)).startsWith("/var/lib/nsxsim/");
  }

  @Test
  void a_relative_directory_is_one_below_the_working_directory() {
    String url = with(Map.of("nsxsim.data", "data")).getProperty(URL);
    assertThat(url).contains(System.getProperty("user.dir") + "/data/");
  }

  @Test
  void another_database_wins() {
    String url = "jdbc:postgresql://db/nsxsim";
    Map<String, Object> properties = Map.of(URL, url, "nsxsim.data", "data");
    assertThat(with(properties).getProperty(URL)).isEqualTo(url);
  }

  @Test
  void an_environment_variable_decides_as_well() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-systemEnvironment", Map.of("NSXSIM_DATA", "/data")));
    new DataDefaults().postProcessEnvironment(environment, new SpringApplication());
    assertThat(environment.getProperty(URL)).startsWith("jdbc:h2:file:/data/");
  }

  private static StandardEnvironment with(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    new DataDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}

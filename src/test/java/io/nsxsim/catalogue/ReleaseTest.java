package io.nsxsim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

  private final Release release = new Release("4.2.1.0.24304122");

  @ParameterizedTest
  @ValueSource(strings = {"", "3.2.4", "4.1.2", "4.2.0", "4.2.1"})
  void it_has_what_came_until_then(String since) {
    assertThat(release.has(since)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.2.2", "4.10.0", "9.0.0", "10.0.0"})
  void it_lacks_what_came_later(String since) {
    assertThat(release.has(since)).isFalse();
  }

  @Test
  void its_name_is_without_the_build() {
    assertThat(release.name()).isEqualTo("4.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", "9.1", "nine.one.one", "9.1.1-beta"})
  void what_is_no_release_is_refused(String text) {
    assertThatThrownBy(() -> new Release(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

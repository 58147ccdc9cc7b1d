package io.nsxsim.catalogue;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The release of NSX that the server is. What came with a later one, as {@code x-since} in the
 * contract says, is not there.
 *
 * @param nsxVersion release and build, such as 4.2.1.0.24304122, that clients are told; kinds and
 *     fields of later releases are not there
 */
@ConfigurationProperties("nsxsim")
public record Release(@DefaultValue("9.1.1.0.25100000") String nsxVersion) {

  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){2,5}");

  public Release {
    if (!FORM.matcher(nsxVersion).matches()) {
      throw new IllegalArgumentException(
          "nsxsim.nsx-version is a release such as 9.1.1 or 4.2.1.0.24304122, not " + nsxVersion);
    }
  }

  /** Tells whether what came with a release is there; an empty text was always there. */
  public boolean has(String since) {
    return since.isEmpty() || Arrays.compare(numbers(nsxVersion), numbers(since)) >= 0;
  }

  /** The first three numbers, such as 4.2.1: the release without its build. */
  public String name() {
    return String.join(".", Arrays.copyOf(nsxVersion.split("\\."), 3));
  }

  private static int[] numbers(String release) {
    return Arrays.stream(release.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}

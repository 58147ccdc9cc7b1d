package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How one of several equal paths is chosen.
 *
 * @param hash which header fields are hashed
 * @param seed mixed into the hash, so that another choice can be had
 */
public record Ecmp(@JsonProperty("hash") Hash hash, @JsonProperty("seed") long seed) {

  /** What NSX edges do since 3.2. */
  public static final Ecmp DEFAULT = new Ecmp(Hash.FIVE_TUPLE, 0);

  /** The header fields that are hashed. */
  public enum Hash {
    DESTINATION,
    SOURCE_DESTINATION,
    FIVE_TUPLE
  }
}

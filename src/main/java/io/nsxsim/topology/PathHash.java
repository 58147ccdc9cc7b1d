package io.nsxsim.topology;

/**
 * How one of several equal paths is chosen.
 *
 * @param fields which header fields are hashed
 * @param seed mixed into the hash
 */
public record PathHash(Fields fields, long seed) {

  /** Header fields; NSX's edges hash five since 3.2, two before (NSX documentation). */
  public enum Fields {
    DESTINATION,
    SOURCE_DESTINATION,
    FIVE_TUPLE
  }
}

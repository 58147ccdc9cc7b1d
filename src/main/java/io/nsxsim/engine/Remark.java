package io.nsxsim.engine;

/**
 * Something about what was copied from another manager that whoever copies it should know.
 *
 * @param path the object that it is about, or the one above it if it has no path of its own
 * @param field a JSON pointer into the object, or to a child in the body; empty for all of it
 * @param reason for people
 */
public record Remark(String path, String field, Effect effect, String reason) {

  /** What became of the object or field. */
  public enum Effect {
    /** The object is not stored. */
    OBJECT_LEFT_OUT,
    /** The object is stored without the field. */
    FIELD_LEFT_OUT,
    /** Something stored mentions the object, which was not told, so an empty one stands for it. */
    STAND_IN,
    /** It is stored as it was told, though this server would have refused it. */
    STORED
  }
}

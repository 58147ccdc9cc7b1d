package io.nsxsim.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the engine must know of a schema beyond checking it: per field its default, who sets it, and
 * what it refers to.
 *
 * @param fields the fields that have any of this, by name
 * @param scalars the types of fields that hold one plain value or a list of them
 * @param names the names of all fields
 * @param readOnly the names of fields that only the server sets
 * @param kept the names of fields that stay when a PATCH leaves them out
 * @param later the names of fields that came with a later release
 * @param discriminator the field that names the variant, empty when there is none
 * @param variants the shapes that the discriminator chooses from
 */
public record Shape(
    Map<String, Field> fields,
    Map<String, Scalar> scalars,
    Set<String> names,
    Set<String> readOnly,
    Set<String> kept,
    Set<String> later,
    String discriminator,
    Map<String, Shape.Lazy> variants) {

  /** A shape that nothing is known of. */
  public static final Shape PLAIN =
      new Shape(Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), "", Map.of());

  /** The type of a plain value. */
  public enum Scalar {
    /** A string. */
    TEXT,
    /** A number without a fraction. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** True or false. */
    BOOLEAN
  }

  /** A shape that is read when first needed, since schemas refer to each other in circles. */
  public interface Lazy {
    /** The shape. */
    Shape get();
  }

  /**
   * One field.
   *
   * @param defaultValue what stands there when a client leaves it out
   * @param refersTo the kinds that a path in this field may lead to, empty when it is no reference
   * @param nested the shape of the object, or of the list's objects, in this field
   * @param secret whether it can be set but never read
   */
  public record Field(
      Optional<JsonNode> defaultValue,
      List<String> refersTo,
      Optional<Lazy> nested,
      boolean secret) {}

  /** The shape of a document: the variant that it names, or this one. */
  public Shape of(JsonNode document) {
    if (discriminator.isEmpty()) {
      return this;
    }
    Lazy variant = variants.get(document.path(discriminator).asString(""));
    return variant == null ? this : variant.get();
  }
}

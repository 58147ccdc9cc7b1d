package io.nsxsim.tags;

import java.util.List;

/**
 * Something that carries tags.
 *
 * @param id its path, or the external id of a machine
 */
public record Tagged(String id, String displayName, String type, List<Tag> tags) {

  /** A tag; a scope or value that is not set is empty. */
  public record Tag(String scope, String tag) {}
}

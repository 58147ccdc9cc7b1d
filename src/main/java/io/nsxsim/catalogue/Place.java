package io.nsxsim.catalogue;

/**
 * Where a path leads.
 *
 * @param kind the kind of the object, or of the collection's objects
 * @param isObject whether it is one object instead of a collection
 */
public record Place(Kind kind, boolean isObject) {}

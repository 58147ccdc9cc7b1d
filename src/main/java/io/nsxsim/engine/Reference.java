package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.List;

/**
 * A mention of another object.
 *
 * @param field the name of the field that holds the path
 * @param target the mentioned object
 * @param kinds the kinds it may be of; empty when any will do and it need not exist
 */
record Reference(String field, PolicyPath target, List<String> kinds) {}

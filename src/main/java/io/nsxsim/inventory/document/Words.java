package io.nsxsim.inventory.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of a document that stand for the constants of an enum. */
final class Words {

  private Words() {}

  /** Each constant by its name, in the order of declaration. */
  static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(constant.name(), constant);
    }
    return Collections.unmodifiableMap(words);
  }
}

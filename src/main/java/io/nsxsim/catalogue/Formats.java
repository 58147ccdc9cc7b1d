package io.nsxsim.catalogue;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The formats of text fields. An empty text is right in every one of them: clients send it for a
 * field that they leave unset.
 */
final class Formats {

  private static final int LAST_PORT = 65535;
  private static final int LAST_VLAN = 4094;

  /** A format and what it takes. */
  private record Named(String name, Predicate<String> accepts) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return value.isEmpty() || accepts.test(value.strip());
    }
  }

  private Formats() {}

  /** All formats that the contract may name. */
  static List<Format> all() {
    return List.of(
        new Named("ip", text -> AddressRun.address(text).isPresent()),
        new Named("ipv4", text -> isOfFamily(text, 32)),
        new Named("ipv6", text -> isOfFamily(text, 128)),
        new Named("cidr", text -> AddressRun.network(text).isPresent()),
        new Named("address-with-prefix", text -> PrefixedAddress.parse(text).isPresent()),
        new Named("ip-or-cidr", text -> isElement(text) && text.indexOf('-') < 0),
        new Named("ip-range", text -> AddressRun.range(text).isPresent()),
        new Named("ip-element", Formats::isElement),
        new Named("ip-element-list", Formats::isElementList),
        new Named("mac-address", text -> text.matches("\\p{XDigit}{2}([:-]\\p{XDigit}{2}){5}")),
        new Named("port-range", text -> Numbers.isRange(text, LAST_PORT)),
        new Named("vlan-range", text -> Numbers.isRange(text, LAST_VLAN)),
        new Named("cidr-or-any", text -> isAny(text) || AddressRun.network(text).isPresent()),
        new Named("as-number", Numbers::isAsNumber),
        new Named("community", Numbers::isCommunity),
        new Named("path", PolicyPath::isPolicyPath),
        new Named("path-or-text", text -> true),
        new Named("path-or-any", text -> isAny(text) || PolicyPath.isPolicyPath(text)),
        new Named("path-or-address", Formats::isPathOrAddress));
  }

  private static boolean isOfFamily(String text, int bits) {
    return AddressRun.address(text).filter(run -> run.bits() == bits).isPresent();
  }

  private static boolean isElement(String text) {
    return AddressRun.element(text).isPresent();
  }

  private static boolean isElementList(String text) {
    return isAny(text)
        || Stream.of(text.split(",", -1)).map(String::strip).allMatch(Formats::isElement);
  }

  private static boolean isPathOrAddress(String text) {
    return isAny(text) || PolicyPath.isPolicyPath(text) || isElement(text);
  }

  private static boolean isAny(String text) {
    return text.equalsIgnoreCase("ANY");
  }
}

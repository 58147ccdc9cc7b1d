package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.path.PolicyPath;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in a group; what follows from it is worked out once. */
final class Members {

  static final Members NONE = new Members(Map.of(), AddressSet.NONE, Set.of(), Set.of());

  private final Map<Member, EnumSet<MemberKind>> kinds;
  private final AddressSet raw;
  private final Set<String> written;
  private final Set<String> vpcs;
  private volatile @Nullable AddressSet addresses;
  private volatile @Nullable Set<PolicyPath> ports;

  /**
   * Members.
   *
   * @param kinds members, and as what they belong to the group
   * @param raw addresses that are written down in the group
   * @param written the same as they are written down
   * @param vpcs paths of the VPCs that are named
   */
  Members(
      Map<Member, EnumSet<MemberKind>> kinds,
      AddressSet raw,
      Set<String> written,
      Set<String> vpcs) {
    this.kinds = kinds;
    this.raw = raw;
    this.written = written;
    this.vpcs = vpcs;
  }

  Map<Member, EnumSet<MemberKind>> kinds() {
    return kinds;
  }

  Set<String> written() {
    return written;
  }

  Set<String> vpcs() {
    return vpcs;
  }

  /** Members for one reason; the collection must not change any more. */
  static Members of(Collection<Member> members, MemberKind kind) {
    Set<Member> all = members instanceof Set<Member> set ? set : new HashSet<>(members);
    return new Members(new Alike(all, EnumSet.of(kind)), AddressSet.NONE, Set.of(), Set.of());
  }

  /** The same kinds for each member, without a map of what may be thousands. */
  private static final class Alike extends AbstractMap<Member, EnumSet<MemberKind>> {

    private final Set<Member> members;
    private final EnumSet<MemberKind> kinds;

    private Alike(Set<Member> members, EnumSet<MemberKind> kinds) {
      this.members = Collections.unmodifiableSet(members);
      this.kinds = kinds;
    }

    @Override
    public Set<Member> keySet() {
      return members;
    }

    @Override
    public @Nullable EnumSet<MemberKind> get(@Nullable Object member) {
      return members.contains(member) ? kinds : null;
    }

    @Override
    public boolean containsKey(@Nullable Object member) {
      return members.contains(member);
    }

    @Override
    public Set<Entry<Member, EnumSet<MemberKind>>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<Member, EnumSet<MemberKind>>> iterator() {
          return members.stream().map(member -> Map.entry(member, kinds)).iterator();
        }

        @Override
        public int size() {
          return members.size();
        }
      };
    }
  }

  Set<Member> cards() {
    return kinds.keySet();
  }

  Members or(Members other) {
    if (isNone() || other.isNone()) {
      return isNone() ? other : this;
    }
    Map<Member, EnumSet<MemberKind>> both = new HashMap<>(kinds);
    other.kinds.forEach((member, added) -> both.merge(member, added, Members::union));
    return new Members(
        both, raw.union(other.raw), union(written, other.written), union(vpcs, other.vpcs));
  }

  /**
   * What is in both; a machine on a segment, where one asks for machines, the other for segments.
   */
  Members and(Members other) {
    Map<Member, EnumSet<MemberKind>> both = new HashMap<>();
    kinds.forEach((member, own) -> {
      EnumSet<MemberKind> others = other.kinds.get(member);
      if (others != null) {
        both.put(member, agreed(own, others));
      }
    });
    Set<String> texts = new HashSet<>(written);
    texts.retainAll(other.written);
    Set<String> named = new HashSet<>(vpcs);
    named.retainAll(other.vpcs);
    return new Members(both, raw.intersection(other.raw), texts, named);
  }

  private static EnumSet<MemberKind> agreed(EnumSet<MemberKind> one, EnumSet<MemberKind> other) {
    EnumSet<MemberKind> agreed = EnumSet.copyOf(one);
    agreed.retainAll(other);
    return agreed.isEmpty() ? EnumSet.of(last(union(one, other))) : agreed;
  }

  private static MemberKind last(EnumSet<MemberKind> kinds) {
    return new ArrayList<>(kinds).getLast();
  }

  private static EnumSet<MemberKind> union(EnumSet<MemberKind> one, EnumSet<MemberKind> other) {
    EnumSet<MemberKind> union = EnumSet.copyOf(one);
    union.addAll(other);
    return union;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }

  private boolean isNone() {
    return kinds.isEmpty() && raw.isEmpty() && written.isEmpty() && vpcs.isEmpty();
  }

  /** The addresses of all members, and those written down. */
  AddressSet addresses() {
    AddressSet known = addresses;
    if (known == null) {
      List<AddressRange> ranges = new ArrayList<>(raw.ranges().size() + cards().size());
      ranges.addAll(raw.ranges());
      for (Member card : cards()) {
        card.addresses().forEach(address -> ranges.add(new AddressRange(address, address)));
      }
      known = AddressSet.of(ranges);
      addresses = known;
    }
    return known;
  }

  /** The ports that members are plugged into. */
  Set<PolicyPath> ports() {
    Set<PolicyPath> known = ports;
    if (known == null) {
      Set<PolicyPath> found = new HashSet<>();
      cards().forEach(card -> card.port().ifPresent(found::add));
      known = Set.copyOf(found);
      ports = known;
    }
    return known;
  }
}

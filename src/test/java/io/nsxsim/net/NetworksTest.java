package io.nsxsim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.244.0.33",
        "192.168.105.253",
        "255.255.255.255",
        "::",
        "2001:db8::1",
        "fe80::1:0:0:2"
      })
  void an_address_is_read_and_written_alike(String text) {
    assertThat(IpAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4/24",
        "*.1.1.1",
        "1-2.3.4.5",
        "0x1.2.3.4",
        ":::1",
        "1::2::3",
        "fe80::1%eth0",
        "::1/64",
        "2001:db8::10000",
        "::ffff:1.2.3",
        "abc.def.ghi",
        " 1.2.3.4",
        "1.2.3.4 ",
        "1..2.3",
        "123456789"
      })
  void what_is_no_address_is_not_read_as_one(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "/24", "10.0.0/24", "a/b"})
  void what_is_no_network_is_not_read_as_one(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @Test
  void addresses_are_ordered_as_unsigned_numbers() {
    assertThat(IpAddress.of("9.0.0.0")).isLessThan(IpAddress.of("200.0.0.0"));
  }

  @Test
  void an_interface_address_knows_its_network() {
    Cidr gateway = Cidr.of("10.244.0.33/28");

    assertThat(gateway.network()).hasToString("10.244.0.32/28");
    assertThat(gateway.last()).hasToString("10.244.0.47");
    assertThat(gateway.contains(IpAddress.of("10.244.0.46"))).isTrue();
    assertThat(gateway.contains(IpAddress.of("10.244.0.48"))).isFalse();
    assertThat(Cidr.ALL_IPV4.contains(gateway)).isTrue();
  }

  @Test
  void a_length_out_of_range_is_refused() {
    assertThatThrownBy(() -> new Cidr(IpAddress.of("10.0.0.0"), 33))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_range_must_not_run_backwards() {
    assertThat(AddressRange.parse("10.0.0.9-10.0.0.1")).isEmpty();
    assertThat(AddressRange.parse("10.0.0.1 - 10.0.0.9").map(AddressRange::size)).contains(9L);
  }

  @Test
  void a_range_is_the_fewest_networks_that_hold_it() {
    AddressSet range =
        AddressSet.of(List.of(AddressRange.parse("10.0.0.1-10.0.0.6").orElseThrow()));

    assertThat(range.networks())
        .extracting(Cidr::toString)
        .containsExactly("10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/31", "10.0.0.6/32");
    assertThat(AddressSet.ANY.networks()).containsExactly(Cidr.ALL_IPV4, Cidr.ALL_IPV6);
  }

  @Test
  void an_ipv6_network_knows_its_ends() {
    Cidr gateway = Cidr.of("2001:db8:0:1::1/64");

    assertThat(gateway.network()).hasToString("2001:db8:0:1::/64");
    assertThat(gateway.last()).hasToString("2001:db8:0:1:ffff:ffff:ffff:ffff");
    assertThat(gateway.contains(IpAddress.of("2001:db8:0:1:8000::"))).isTrue();
    assertThat(gateway.contains(IpAddress.of("2001:db8:0:2::"))).isFalse();
    assertThat(Cidr.ALL_IPV6.contains(gateway)).isTrue();
    assertThat(Cidr.ALL_IPV4.contains(IpAddress.of("::1"))).isFalse();
    assertThat(Cidr.of("2001:db8::/44").last()).hasToString("2001:db8:f:ffff:ffff:ffff:ffff:ffff");
  }

  @Test
  void ipv6_addresses_are_counted_across_the_halves() {
    IpAddress end = IpAddress.of("2001:db8::ffff:ffff:ffff:fffe");

    assertThat(end.plus(2)).hasToString("2001:db8:0:1::");
    assertThat(end.plus(2).minus(end)).isEqualTo(2);
    assertThat(end.plus(2).plus(-2)).isEqualTo(end);
    assertThat(IpAddress.of("2001:db9::").minus(end)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_set_keeps_the_families_apart() {
    AddressSet set =
        AddressSet.of(
            List.of(
                AddressRange.parse("255.255.255.255").orElseThrow(),
                AddressRange.parse("::/127").orElseThrow(),
                AddressRange.parse("::2-::9").orElseThrow()));

    assertThat(set.networks())
        .extracting(Cidr::toString)
        .containsExactly("255.255.255.255/32", "::/125", "::8/127");
    assertThat(set.contains(IpAddress.of("0.0.0.1"))).isFalse();
    assertThat(AddressSet.ANY.size()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_longest_ipv6_prefix_is_found() {
    PrefixMap<String> map =
        PrefixMap.of(
            Map.of(
                Cidr.of("::/0"), "all",
                Cidr.of("2001:db8::/32"), "site",
                Cidr.of("2001:db8:0:1::/64"), "segment",
                Cidr.of("0.0.0.0/0"), "ipv4"));

    assertThat(map.longest(IpAddress.of("2001:db8:0:1::7"))).contains("segment");
    assertThat(map.longest(IpAddress.of("2001:db8:9::7"))).contains("site");
    assertThat(map.longest(IpAddress.of("fe80::1"))).contains("all");
    assertThat(map.longest(IpAddress.of("10.0.0.1"))).contains("ipv4");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_set_of_addresses_behaves_like_a_set(long seed) {
    Random random = new Random(seed);
    List<AddressRange> one = ranges(random);
    List<AddressRange> other = ranges(random);
    Set<Integer> first = numbers(one);
    Set<Integer> second = numbers(other);
    AddressSet union = AddressSet.of(one).union(AddressSet.of(other));
    AddressSet common = AddressSet.of(one).intersection(AddressSet.of(other));

    for (int number = 0; number < 256; number++) {
      boolean inFirst = first.contains(number);
      boolean inSecond = second.contains(number);
      assertThat(union.contains(IpAddress.ofIpv4(number)))
          .as("seed %d", seed)
          .isEqualTo(inFirst || inSecond);
      assertThat(common.contains(IpAddress.ofIpv4(number)))
          .as("seed %d", seed)
          .isEqualTo(inFirst && inSecond);
    }
    for (long position = 0; position < union.size(); position++) {
      assertThat(union.positionOf(union.at(position))).as("seed %d", seed).isEqualTo(position);
    }
    assertThat(AddressSet.of(union.networks().stream().map(AddressRange::of).toList()))
        .as("seed %d", seed)
        .isEqualTo(union);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void the_longest_prefix_is_the_one_a_scan_would_find(long seed) {
    Random random = new Random(seed);
    Map<Cidr, String> networks = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Cidr network =
          new Cidr(IpAddress.ofIpv4(random.nextInt() & 0xF0F0FFFF), random.nextInt(33)).network();
      networks.put(network, network.toString());
    }
    PrefixMap<String> map = PrefixMap.of(networks);

    for (int i = 0; i < 2000; i++) {
      IpAddress address = IpAddress.ofIpv4(random.nextInt() & 0xF0F0FFFF);
      Optional<String> expected =
          networks.keySet().stream()
              .filter(network -> network.contains(address))
              .max((a, b) -> Integer.compare(a.length(), b.length()))
              .map(Cidr::toString);
      assertThat(map.longest(address)).as("seed %d, %s", seed, address).isEqualTo(expected);
    }
  }

  @Test
  void ports_are_single_or_ranges() {
    PortSet ports = PortSet.parse(List.of("443", "8000-8100")).orElseThrow();

    assertThat(List.of(443, 8000, 8050, 8100)).allMatch(ports::contains);
    assertThat(List.of(442, 444, 7999, 8101)).noneMatch(ports::contains);
    assertThat(PortSet.ANY.contains(1)).isTrue();
    assertThat(PortSet.parse(List.of("https"))).isEmpty();
    assertThat(PortSet.parse(List.of("9-1"))).isEmpty();
    assertThat(PortSet.parse(List.of("70000"))).isEmpty();
  }

  private static List<AddressRange> ranges(Random random) {
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int start = random.nextInt(240);
      ranges.add(
          new AddressRange(IpAddress.ofIpv4(start), IpAddress.ofIpv4(start + random.nextInt(16))));
    }
    return ranges;
  }

  private static Set<Integer> numbers(List<AddressRange> ranges) {
    Set<Integer> numbers = new HashSet<>();
    for (AddressRange range : ranges) {
      for (int number = range.first().folded(); number <= range.last().folded(); number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}

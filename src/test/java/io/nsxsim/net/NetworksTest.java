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
  @ValueSource(strings = {"0.0.0.0", "10.244.0.33", "192.168.105.253", "255.255.255.255"})
  void an_address_is_read_and_written_alike(String text) {
    assertThat(Ipv4.of(text)).hasToString(text);
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
        "::1",
        "abc.def.ghi",
        " 1.2.3.4",
        "1.2.3.4 ",
        "1..2.3",
        "123456789"
      })
  void what_is_no_address_is_not_read_as_one(String text) {
    assertThat(Ipv4.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "/24", "10.0.0/24", "a/b"})
  void what_is_no_network_is_not_read_as_one(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @Test
  void addresses_are_ordered_as_unsigned_numbers() {
    assertThat(Ipv4.of("9.0.0.0")).isLessThan(Ipv4.of("200.0.0.0"));
  }

  @Test
  void an_interface_address_knows_its_network() {
    Cidr gateway = Cidr.of("10.244.0.33/28");

    assertThat(gateway.network()).hasToString("10.244.0.32/28");
    assertThat(gateway.last()).hasToString("10.244.0.47");
    assertThat(gateway.contains(Ipv4.of("10.244.0.46"))).isTrue();
    assertThat(gateway.contains(Ipv4.of("10.244.0.48"))).isFalse();
    assertThat(Cidr.ALL.contains(gateway)).isTrue();
  }

  @Test
  void a_length_out_of_range_is_refused() {
    assertThatThrownBy(() -> new Cidr(Ipv4.of("10.0.0.0"), 33))
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
    assertThat(AddressSet.ANY.networks()).containsExactly(Cidr.ALL);
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
      assertThat(union.contains(new Ipv4(number)))
          .as("seed %d", seed)
          .isEqualTo(inFirst || inSecond);
      assertThat(common.contains(new Ipv4(number)))
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
          new Cidr(new Ipv4(random.nextInt() & 0xF0F0FFFF), random.nextInt(33)).network();
      networks.put(network, network.toString());
    }
    PrefixMap<String> map = PrefixMap.of(networks);

    for (int i = 0; i < 2000; i++) {
      Ipv4 address = new Ipv4(random.nextInt() & 0xF0F0FFFF);
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
      ranges.add(new AddressRange(new Ipv4(start), new Ipv4(start + random.nextInt(16))));
    }
    return ranges;
  }

  private static Set<Integer> numbers(List<AddressRange> ranges) {
    Set<Integer> numbers = new HashSet<>();
    for (AddressRange range : ranges) {
      for (int number = range.first().bits(); number <= range.last().bits(); number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}

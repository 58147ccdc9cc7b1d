package io.nsxsim.catalogue.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedAddressesTest {

  private final UsedAddresses used = new UsedAddresses();

  private static AddressRun run(String text) {
    return AddressRun.element(text).orElseThrow();
  }

  @Test
  void neighbours_melt_into_one_run() {
    used.add(run("10.0.0.1"));
    used.add(run("10.0.0.3"));
    used.add(run("10.0.0.2"));
    assertThat(used.taken()).containsExactly(run("10.0.0.1-10.0.0.3"));
    used.remove(run("10.0.0.2"));
    assertThat(used.taken()).containsExactly(run("10.0.0.1-10.0.0.1"), run("10.0.0.3-10.0.0.3"));
  }

  @Test
  void free_parts_lie_between_the_taken_ones() {
    used.add(run("10.0.0.0-10.0.0.3"));
    used.add(run("10.0.0.8-10.0.0.9"));
    assertThat(used.free(run("10.0.0.0/28")))
        .containsExactly(run("10.0.0.4-10.0.0.7"), run("10.0.0.10-10.0.0.15"));
    assertThat(used.free(run("10.0.0.1-10.0.0.3"))).isEmpty();
  }

  @Test
  void the_families_are_apart() {
    used.add(run("0.0.0.1"));
    assertThat(used.isFree(run("::1"))).isTrue();
    assertThat(used.firstFreeBlock(run("2001:db8::/32"), BigInteger.ONE.shiftLeft(64)))
        .map(AddressRun::networkText)
        .contains("2001:db8::/64");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void it_agrees_with_a_plain_set(long seed) {
    Random random = new Random(seed);
    TreeSet<Integer> plain = new TreeSet<>();
    for (int step = 0; step < 2000; step++) {
      int first = random.nextInt(256);
      int last = Math.min(255, first + random.nextInt(12));
      AddressRun run = new AddressRun(32, BigInteger.valueOf(first), BigInteger.valueOf(last));
      boolean add = random.nextBoolean();
      for (int i = first; i <= last; i++) {
        boolean changed = add ? plain.add(i) : plain.remove(i);
        assertThat(changed || plain.contains(i) == add).isTrue();
      }
      if (add) {
        used.add(run);
      } else {
        used.remove(run);
      }
      assertThat(used.size().intValue()).as("seed %d, step %d", seed, step).isEqualTo(plain.size());
      int size = 1 << random.nextInt(5);
      assertThat(used.firstFreeBlock(run("0.0.0.0/24"), BigInteger.valueOf(size)))
          .as("seed %d, step %d, size %d", seed, step, size)
          .isEqualTo(firstFree(plain, size));
    }
    assertThat(used.free(run("0.0.0.0/24")).stream().mapToInt(r -> r.size().intValue()).sum())
        .isEqualTo(256 - plain.size());
  }

  private static Optional<AddressRun> firstFree(TreeSet<Integer> plain, int size) {
    for (int first = 0; first + size <= 256; first += size) {
      if (plain.subSet(first, first + size).isEmpty()) {
        return Optional.of(
            new AddressRun(32, BigInteger.valueOf(first), BigInteger.valueOf(first + size - 1)));
      }
    }
    return Optional.empty();
  }
}

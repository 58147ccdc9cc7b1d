package io.nsxsim.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nsxsim.search.language.Condition.All;
import io.nsxsim.search.language.Condition.Any;
import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import io.nsxsim.search.language.Condition.Matches;
import io.nsxsim.search.language.Condition.Not;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityLanguageTest {

  private static final Condition SEGMENT = Condition.is("resource_type", "segment");

  @Test
  void a_type_alone_asks_for_all_of_it() {
    assertThat(EntityLanguage.read(" segment ")).isEqualTo(SEGMENT);
  }

  @Test
  void a_predicate_compares_a_field() {
    assertThat(where("tags.scope = prod")).isEqualTo(Condition.is("tags.scope", "prod"));
    assertThat(where("name = my web")).isEqualTo(Condition.is("name", "my web"));
    assertThat(where("name=\"my AND web\"")).isEqualTo(Condition.is("name", "my AND web"));
    assertThat(where("name != x")).isEqualTo(new Not(Condition.is("name", "x")));
    assertThat(where("vni >= 5"))
        .isEqualTo(new Between("vni", new Bound(Optional.of("5"), true), Bound.OPEN));
    assertThat(where("vni<5"))
        .isEqualTo(new Between("vni", Bound.OPEN, new Bound(Optional.of("5"), false)));
    assertThat(where("name like App*"))
        .isEqualTo(new Matches("name", new Text("*App\\**", false), List.of()));
  }

  @Test
  void predicates_are_combined_whatever_the_letters_case() {
    Condition a = Condition.is("a", "1");
    Condition b = Condition.is("b", "2");
    Condition c = Condition.is("c", "3");

    assertThat(where("a = 1 Or b = 2 aNd c = 3"))
        .isEqualTo(new Any(List.of(a, new All(List.of(b, c)))));
    assertThat(where("(a = 1 or b = 2) and not c = 3"))
        .isEqualTo(new All(List.of(new Any(List.of(a, b)), new Not(c))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "segment where",
        "segment a = 1",
        "segment where a",
        "segment where a =",
        "segment where a ~ 1",
        "segment where (a = 1",
        "segment where a = 1)",
        "segment where a = 1 and",
        "segment where \"a",
        "(segment)",
        "segment where a ! 1"
      })
  void what_cannot_be_read_is_refused(String query) {
    assertThatThrownBy(() -> EntityLanguage.read(query)).satisfies(SearchLanguageTest::isMalformed);
  }

  private static Condition where(String predicate) {
    return ((All) EntityLanguage.read("segment WHERE " + predicate)).parts().getLast();
  }
}

package io.nsxsim.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.language.Condition.All;
import io.nsxsim.search.language.Condition.Any;
import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import io.nsxsim.search.language.Condition.Everything;
import io.nsxsim.search.language.Condition.Exists;
import io.nsxsim.search.language.Condition.Matches;
import io.nsxsim.search.language.Condition.Not;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchLanguageTest {

  @Test
  void terms_are_joined_by_AND_or_by_nothing() {
    Condition both = new All(List.of(term("resource_type", "Segment"), term("id", "web")));

    assertThat(SearchLanguage.read("resource_type:Segment AND id:web")).isEqualTo(both);
    assertThat(SearchLanguage.read("resource_type:Segment && id:web")).isEqualTo(both);
    assertThat(SearchLanguage.read("resource_type:Segment id:web")).isEqualTo(both);
    assertThat(SearchLanguage.read(" resource_type: Segment  +id:web ")).isEqualTo(both);
  }

  @Test
  void AND_binds_tighter_than_OR() {
    Condition either =
        new Any(List.of(term("a", "1"), new All(List.of(term("b", "2"), term("c", "3")))));

    assertThat(SearchLanguage.read("a:1 OR b:2 AND c:3")).isEqualTo(either);
    assertThat(SearchLanguage.read("a:1 || (b:2 c:3)")).isEqualTo(either);
    assertThat(SearchLanguage.read("(a:1 OR b:2) AND c:3"))
        .isEqualTo(
            new All(List.of(new Any(List.of(term("a", "1"), term("b", "2"))), term("c", "3"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:1 AND NOT b:2", "a:1 NOT b:2", "a:1 !b:2", "a:1 -b:2", "a:1 AND !b:2"})
  void a_term_can_be_denied(String query) {
    assertThat(SearchLanguage.read(query))
        .isEqualTo(new All(List.of(term("a", "1"), new Not(term("b", "2")))));
  }

  @Test
  void a_value_without_quotes_may_have_spaces() {
    All both = (All) SearchLanguage.read("display_name:my  web server* AND id:x");

    Matches name = (Matches) both.parts().getFirst();
    assertThat(name.text().pattern()).isEqualTo("my  web server*");
    assertThat(both.parts().getLast()).isEqualTo(term("id", "x"));
  }

  @Test
  void a_value_with_spaces_ends_where_the_next_field_begins() {
    All both = (All) SearchLanguage.read("display_name:my web id:x");

    assertThat(((Matches) both.parts().getFirst()).text().pattern()).isEqualTo("my web");
    assertThat(both.parts().getLast()).isEqualTo(term("id", "x"));
  }

  @Test
  void further_words_may_be_terms_of_their_own() {
    Matches name = (Matches) SearchLanguage.read("resource_type:VirtualMachine web");

    assertThat(name.otherReadings())
        .containsExactly(
            new All(List.of(term("resource_type", "VirtualMachine"), term("", "web"))));
  }

  @Test
  void a_dash_between_blanks_is_part_of_a_value() {
    Matches name = (Matches) SearchLanguage.read("display_name:web - front");

    assertThat(name.text().plain()).isEqualTo("web - front");
  }

  @Test
  void a_backslash_makes_a_character_mean_itself() {
    assertThat(plain("path:\\/infra\\/a\\ b")).isEqualTo("/infra/a b");
    assertThat(plain("display_name:IKE \\(Key Exchange\\)")).isEqualTo("IKE (Key Exchange)");
    assertThat(plain("display_name:a\\&\\&b\\|\\|c\\\\d")).isEqualTo("a&&b||c\\d");
    assertThat(text("display_name:\\*").hasWildcards()).isFalse();
    assertThat(text("display_name:w*b").hasWildcards()).isTrue();
  }

  @Test
  void colons_after_the_first_belong_to_the_value() {
    assertThat(plain("mac_address:00:50:56:00:00:01")).isEqualTo("00:50:56:00:00:01");
    assertThat(plain("00:50:56")).isEqualTo("00:50:56");
    assertThat(plain("fe80::1")).isEqualTo("fe80::1");
  }

  @Test
  void quotes_hold_operators_and_wildcards_together() {
    Text text = text("display_name:\"a AND *b\\\" c\"");

    assertThat(text.quoted()).isTrue();
    assertThat(text.hasWildcards()).isFalse();
    assertThat(text.plain()).isEqualTo("a AND *b\" c");
  }

  @Test
  void a_field_may_have_a_list_of_values() {
    assertThat(SearchLanguage.read("id:(a OR b)"))
        .isEqualTo(new Any(List.of(term("id", "a"), term("id", "b"))));
    assertThat(SearchLanguage.readWithin("Tier0 OR Tier1", "resource_type"))
        .isEqualTo(
            new Any(List.of(term("resource_type", "Tier0"), term("resource_type", "Tier1"))));
  }

  @Test
  void a_range_has_ends_that_belong_to_it_or_not() {
    assertThat(SearchLanguage.read("n:[1 TO 5}"))
        .isEqualTo(new Between("n", bound("1", true), bound("5", false)));
    assertThat(SearchLanguage.read("n:{1 TO *]"))
        .isEqualTo(new Between("n", bound("1", false), Bound.OPEN));
    assertThat(SearchLanguage.read("n:>=5"))
        .isEqualTo(new Between("n", bound("5", true), Bound.OPEN));
    assertThat(SearchLanguage.read("n:< 5"))
        .isEqualTo(new Between("n", Bound.OPEN, bound("5", false)));
  }

  @Test
  void a_field_can_be_asked_to_be_there_and_all_can_be_asked_for() {
    assertThat(SearchLanguage.read("_exists_:tags.scope")).isEqualTo(new Exists("tags.scope"));
    assertThat(SearchLanguage.read("!_exists_:tags")).isEqualTo(new Not(new Exists("tags")));
    assertThat(SearchLanguage.read("*:*")).isEqualTo(new Everything());
    assertThat(text("*").fitsAnything()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a:",
        "a: ",
        "a: AND b:1",
        "AND",
        "a:1 AND",
        "OR a",
        "a OR",
        "NOT",
        "(",
        ")",
        "(a",
        "a)",
        "a:(b",
        "a:()",
        "\"a",
        "a:\"b",
        "a:[1 TO 2",
        "a:[1 2]",
        "a:[1",
        "a:>",
        "a\\",
        "a:b\\",
        "_exists_:",
        "a AND AND b"
      })
  void what_cannot_be_read_is_refused(String query) {
    assertThatThrownBy(() -> SearchLanguage.read(query)).satisfies(SearchLanguageTest::isMalformed);
  }

  @Test
  void endless_nesting_is_refused() {
    for (String opening : List.of("(", "NOT ", "!", "a:(")) {
      assertThatThrownBy(() -> SearchLanguage.read(opening.repeat(10_000) + "a"))
          .satisfies(SearchLanguageTest::isMalformed);
    }
  }

  static void isMalformed(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problems().getFirst().reason())
                    .isEqualTo(Reason.MALFORMED_QUERY));
  }

  private static Condition term(String field, String pattern) {
    return new Matches(field, new Text(pattern, false), List.of());
  }

  private static Text text(String query) {
    return ((Matches) SearchLanguage.read(query)).text();
  }

  private static String plain(String query) {
    return text(query).plain();
  }

  private static Bound bound(String value, boolean inclusive) {
    return new Bound(Optional.of(value), inclusive);
  }
}

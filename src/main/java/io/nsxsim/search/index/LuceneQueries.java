package io.nsxsim.search.index;

import io.nsxsim.search.language.Condition;
import io.nsxsim.search.language.Condition.All;
import io.nsxsim.search.language.Condition.Any;
import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Everything;
import io.nsxsim.search.language.Condition.Exists;
import io.nsxsim.search.language.Condition.Matches;
import io.nsxsim.search.language.Condition.Not;
import io.nsxsim.search.language.Condition.OneOf;
import io.nsxsim.search.language.Text;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Says conditions in Lucene's terms. */
final class LuceneQueries {

  private static final String SCOPE = "tags.scope";
  private static final String TAG = "tags.tag";

  private LuceneQueries() {}

  static Query of(Condition condition) {
    return switch (condition) {
      case Everything everything -> new MatchAllDocsQuery();
      case Exists exists -> like(Names.FIELDS, exists.field());
      case Between between -> Ranges.query(between);
      case Matches matches -> matches(matches);
      case OneOf oneOf -> oneOf(oneOf);
      case Not not -> all(List.of(not));
      case All all -> all(all.parts());
      case Any any -> any(any.parts().stream().map(LuceneQueries::of).toList());
    };
  }

  private static Query all(List<Condition> parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean positive = false;
    for (Condition part : parts) {
      if (part instanceof Not(Condition denied)) {
        query.add(of(denied), Occur.MUST_NOT);
      } else {
        query.add(of(part), Occur.FILTER);
        positive = true;
      }
    }
    if (!positive) {
      query.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    pairs(parts).forEach(pair -> query.add(pair, Occur.FILTER));
    return query.build();
  }

  /**
   * A scope and a tag that are both asked for mean one tag that has both. Of several, the first
   * scope goes with the first tag, and so on; if there are more of one kind, none goes with any.
   */
  private static List<Query> pairs(List<Condition> parts) {
    List<Text> scopes = texts(parts, SCOPE);
    List<Text> tags = texts(parts, TAG);
    List<Query> pairs = new ArrayList<>();
    for (int i = 0; scopes.size() == tags.size() && i < scopes.size(); i++) {
      String pair = scopes.get(i).pattern() + Terms.SEPARATOR + tags.get(i).pattern();
      pairs.add(ofField(Terms.TAG_PAIR, pair));
    }
    return pairs;
  }

  private static List<Text> texts(List<Condition> parts, String field) {
    List<Text> texts = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof Matches(String name, Text text, List<Condition> others)
          && name.equals(field)
          && others.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static Query matches(Matches matches) {
    List<Query> readings = new ArrayList<>();
    readings.add(value(matches.field(), matches.text()));
    matches.otherReadings().forEach(other -> readings.add(of(other)));
    return any(readings);
  }

  private static Query value(String field, Text text) {
    if (!field.equals(Condition.ANYWHERE)) {
      return text.fitsAnything() ? like(Names.FIELDS, field) : ofField(field, text);
    }
    if (text.fitsAnything()) {
      return new MatchAllDocsQuery();
    }
    return like(
        Names.ANYWHERE, Terms.of(text.quoted() ? "*" + text.pattern() + "*" : text.pattern()));
  }

  /** Several words in quotes are also found within a longer value, as whole words. */
  private static Query ofField(String field, Text text) {
    String words = text.pattern();
    if (!text.quoted() || words.indexOf(' ') < 0) {
      return ofField(field, words);
    }
    return any(
        List.of(
            ofField(field, words),
            ofField(field, words + " *"),
            ofField(field, "* " + words),
            ofField(field, "* " + words + " *")));
  }

  private static Query ofField(String field, String pattern) {
    return like(Names.VALUES, Terms.of(field, pattern));
  }

  private static Query like(String field, String pattern) {
    Text text = new Text(pattern, false);
    return text.hasWildcards()
        ? new WildcardQuery(new Term(field, pattern))
        : new TermQuery(new Term(field, text.plain()));
  }

  private static Query oneOf(OneOf oneOf) {
    return new TermInSetQuery(
        Names.VALUES,
        oneOf.values().stream()
            .map(value -> new BytesRef(Terms.of(oneOf.field(), value)))
            .toList());
  }

  private static Query any(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    return query.build();
  }
}

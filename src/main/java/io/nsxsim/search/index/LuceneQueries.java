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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Says conditions in Lucene's terms. */
final class LuceneQueries {

  private static final String SCOPE = "tags.scope";
  private static final String TAG = "tags.tag";

  /** The fields that documents have. */
  private final Supplier<Set<String>> fields;

  LuceneQueries(Supplier<Set<String>> fields) {
    this.fields = fields;
  }

  Query of(Condition condition) {
    return switch (condition) {
      case Everything everything -> new MatchAllDocsQuery();
      case Exists exists -> exists(exists.field());
      case Between between -> inEach(between.field(), field -> Ranges.query(field, between));
      case Matches matches -> matches(matches);
      case OneOf oneOf ->
          new TermInSetQuery(
              oneOf.field(), oneOf.values().stream().map(Terms::of).map(BytesRef::new).toList());
      case Not not -> all(List.of(not));
      case All all -> all(all.parts());
      case Any any -> any(any.parts().stream().map(this::of).toList());
    };
  }

  private Query all(List<Condition> parts) {
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
      String pattern = scopes.get(i).pattern() + Terms.PAIR + tags.get(i).pattern();
      pairs.add(like(Names.TAGS, new Text(pattern, false)));
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

  private Query matches(Matches matches) {
    List<Query> readings = new ArrayList<>();
    readings.add(inEach(matches.field(), field -> value(field, matches.text())));
    matches.otherReadings().forEach(other -> readings.add(of(other)));
    return any(readings);
  }

  private Query value(String field, Text text) {
    if (!field.equals(Condition.ANYWHERE)) {
      return text.fitsAnything() ? exists(field) : like(field, text);
    }
    if (text.fitsAnything()) {
      return new MatchAllDocsQuery();
    }
    return like(Names.ALL, text.quoted() ? new Text("*" + text.pattern() + "*", false) : text);
  }

  private static Query like(String field, Text text) {
    return text.hasWildcards()
        ? new WildcardQuery(new Term(field, Terms.of(text.pattern())))
        : new TermQuery(new Term(field, Terms.of(text.plain())));
  }

  private static Query exists(String field) {
    return like(Names.FIELDS, new Text(field, false));
  }

  /** Field names may have wildcards too. */
  private Query inEach(String field, Function<String, Query> query) {
    if (field.indexOf('*') < 0) {
      return query.apply(field);
    }
    Pattern pattern = Pattern.compile(field.replace(".", "\\.").replaceAll("\\*+", ".*"));
    return any(
        fields.get().stream().filter(each -> pattern.matcher(each).matches()).map(query).toList());
  }

  private static Query any(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    if (parts.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    return query.build();
  }
}

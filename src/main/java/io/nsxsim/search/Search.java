package io.nsxsim.search;

import io.nsxsim.search.index.Found;
import io.nsxsim.search.index.SearchIndex;
import io.nsxsim.search.language.Condition;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is searched for. */
@Service
public class Search {

  private final SearchIndex index;

  Search(SearchIndex index) {
    this.index = index;
  }

  /** A page of the documents that fit a condition. */
  public Results find(Condition condition, PageRequest page) {
    Found found = index.search(condition, page.order(), page.from(), page.size());
    List<ObjectNode> documents =
        found.documents().stream().map(text -> document(text, page.fields())).toList();
    return new Results(documents, found.count(), found.cursor());
  }

  private static ObjectNode document(byte[] text, Set<String> fields) {
    ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(text);
    return fields.isEmpty() ? document : Selection.of(fields).in(document);
  }
}

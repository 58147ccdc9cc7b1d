package io.nsxsim.datapath.tables;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** All tables by the paths of the Policy API. */
@Service
public class Tables {

  private static final String ROOTS = "(?:/infra|/orgs/[^/]+/projects/[^/]+/infra)/";
  private static final String PROJECT = "/orgs/[^/]+/projects/[^/]+/";
  private static final Pattern OF_PROJECTS = Pattern.compile("(vpcs|transit-gateways)/.*");

  private final StoredObjects stored;
  private final FabricSource source;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String end, Pattern pattern, TableReader reader) {}

  Tables(List<TableReader> readers, StoredObjects stored, FabricSource source) {
    this.stored = stored;
    this.source = source;
    for (TableReader reader : readers) {
      for (String template : reader.templates()) {
        String end = template.substring(template.lastIndexOf('/') + 1).replaceFirst(".*\\|", "");
        String[] parts = template.replace("{}", "[^/]+").split("\\|", 2);
        String root = OF_PROJECTS.matcher(template).matches() ? PROJECT : ROOTS;
        Pattern pattern = Pattern.compile("(" + root + parts[0] + ")/(" + parts[1] + ")");
        entries.add(new Entry(end.replace("{}", ""), pattern, reader));
      }
    }
  }

  /** Tells whether there is a table at a path, of whatever object. */
  public boolean shows(PolicyPath path) {
    return matching(path).isPresent();
  }

  /** The table at a path; refuses one of an object that is not there. */
  public Optional<Table> read(PolicyPath path, Map<String, String> parameters) {
    return matching(path).map(found -> read(found, parameters));
  }

  private record Found(PolicyPath subject, String view, TableReader reader) {}

  private Table read(Found found, Map<String, String> parameters) {
    var document =
        stored
            .find(found.subject())
            .orElseThrow(() ->
                new Refusal(
                    Reason.NOT_FOUND, "The object " + found.subject() + " is not present."));
    return found
        .reader()
        .read(new Question(found.subject(), document, found.view(), parameters, source.current()));
  }

  private Optional<Found> matching(PolicyPath path) {
    for (Entry entry : entries) {
      if (path.value().endsWith(entry.end())) {
        Matcher matcher = entry.pattern().matcher(path.value());
        if (matcher.matches()) {
          PolicyPath subject = new PolicyPath(matcher.group(1));
          return Optional.of(new Found(subject, matcher.group(2), entry.reader()));
        }
      }
    }
    return Optional.empty();
  }
}

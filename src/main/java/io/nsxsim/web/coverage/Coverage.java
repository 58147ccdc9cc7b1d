package io.nsxsim.web.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Place;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.datapath.tables.Tables;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.realization.Acknowledgements;
import io.nsxsim.realization.Views;
import io.nsxsim.web.manager.FixedAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out, of every operation of the contract, who serves it. */
@Component
class Coverage {

  private static final String POLICY = "/policy/api/v1";

  private final Catalogue catalogue;
  private final Schemas schemas;
  private final Tables tables;
  private final Views views;
  private final Acknowledgements acknowledgements;
  private final FixedAnswers answers;
  private final ObjectProvider<RequestMappingHandlerMapping> handlers;
  private final Supplier<JsonNode> contract = SingletonSupplier.of(Coverage::read);
  private final Supplier<List<Operation>> operations = SingletonSupplier.of(this::classify);

  Coverage(
      Catalogue catalogue,
      Schemas schemas,
      Tables tables,
      Views views,
      Acknowledgements acknowledgements,
      FixedAnswers answers,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.catalogue = catalogue;
    this.schemas = schemas;
    this.tables = tables;
    this.views = views;
    this.acknowledgements = acknowledgements;
    this.answers = answers;
    this.handlers = handlers;
  }

  /** An operation; the kind is that of the object or list, empty where there is none. */
  record Operation(
      @JsonProperty("area") String area,
      @JsonProperty("method") String method,
      @JsonProperty("path") String path,
      @JsonProperty("kind") String kind,
      @JsonProperty("level") Level level) {}

  /** Every operation of the contract. */
  List<Operation> operations() {
    return operations.get();
  }

  /** The kinds, by the names of their schemas, that are served in full. */
  Set<String> fullKinds() {
    Set<String> names = new TreeSet<>();
    contract.get().path("full").forEach(name -> names.add(name.stringValue()));
    return names;
  }

  private List<Operation> classify() {
    List<Mapped> mapped = mapped();
    Set<String> full = fullKinds();
    List<Operation> result = new ArrayList<>();
    for (JsonNode row : contract.get().path("operations")) {
      String path = row.path("path").stringValue();
      PathContainer sample = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
      Optional<Place> place = catalogue.place(policyPath(sample));
      String kind = place.map(p -> p.kind().schema()).orElse("");
      for (JsonNode method : row.path("methods")) {
        String verb = method.stringValue();
        Level level =
            mapped.stream().anyMatch(m -> m.serves(verb, sample))
                ? Level.FULL
                : level(verb, sample, place, full);
        result.add(new Operation(row.path("area").stringValue(), verb, path, kind, level));
      }
    }
    return List.copyOf(result);
  }

  private Level level(String verb, PathContainer sample, Optional<Place> place, Set<String> full) {
    PolicyPath path = policyPath(sample);
    if (verb.equals("get") && (tables.shows(path) || views.measures(path))) {
      return Level.FULL;
    }
    if (answers.answers(verb.toUpperCase(Locale.ROOT), path)
        || (verb.equals("get") && views.shows(path))
        || (verb.equals("post") && acknowledgements.knows(path))) {
      return Level.HEALTHY;
    }
    return place
        .filter(found -> isServed(verb, found))
        .map(found -> full.contains(found.kind().schema()) ? Level.FULL : Level.STORED)
        .orElse(Level.ABSENT);
  }

  private boolean isServed(String verb, Place place) {
    Kind kind = place.kind();
    if (!place.isObject()) {
      return verb.equals("get") ? kind.listed() : verb.equals("post") && !kind.allows("patch");
    }
    return verb.equals("post")
        ? schemas.shape(kind.schema()).names().contains("sequence_number")
        : kind.allows(verb);
  }

  private static PolicyPath policyPath(PathContainer sample) {
    String path = sample.value();
    return new PolicyPath(path.startsWith(POLICY) ? path.substring(POLICY.length()) : path);
  }

  /** A controller's own address. */
  private record Mapped(Set<String> methods, PathPattern pattern) {
    boolean serves(String verb, PathContainer path) {
      return (methods.isEmpty() || methods.contains(verb)) && pattern.matches(path);
    }
  }

  /** The addresses that controllers name; the generic ones take every address and prove nothing. */
  private List<Mapped> mapped() {
    List<Mapped> mapped = new ArrayList<>();
    for (RequestMappingInfo info : handlers.getObject().getHandlerMethods().keySet()) {
      Set<String> methods = new TreeSet<>();
      info.getMethodsCondition()
          .getMethods()
          .forEach(method -> methods.add(method.name().toLowerCase(Locale.ROOT)));
      if (info.getPathPatternsCondition() != null) {
        info.getPathPatternsCondition().getPatterns().stream()
            .filter(pattern -> !pattern.getPatternString().contains("**"))
            .forEach(pattern -> mapped.add(new Mapped(methods, pattern)));
      }
    }
    return mapped;
  }

  private static JsonNode read() {
    try (InputStream stream = Coverage.class.getResourceAsStream("/contract/coverage.json")) {
      if (stream == null) {
        throw new IllegalStateException("The contract was not compiled into this build");
      }
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.nsxsim.realization;

import io.nsxsim.engine.TreeListener;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The faults that somebody asked for: by property, by name, or for what one request writes. One of
 * a request holds for the objects written, not for those below, until they are written again.
 */
@Component
public class Faults implements TreeListener {

  private final List<Fault> configured;
  private final Map<String, Fault> named = new ConcurrentSkipListMap<>();
  private final Map<PolicyPath, Fault.Effect> written = new ConcurrentHashMap<>();
  private final ThreadLocal<Fault.@Nullable Effect> ofRequest = new ThreadLocal<>();

  Faults(RealizationSettings settings) {
    List<Fault> faults = new ArrayList<>();
    if (settings.delay().isPositive()) {
      faults.add(new Fault("", "/infra", new Fault.Slow(settings.delay())));
      faults.add(new Fault("", "/orgs", new Fault.Slow(settings.delay())));
    }
    for (String target : settings.failing()) {
      faults.add(new Fault("", target, new Fault.Failing("Realization fails as configured.")));
    }
    configured = List.copyOf(faults);
  }

  /** The faults with a name, by name. */
  public List<Fault> all() {
    return List.copyOf(named.values());
  }

  /** The fault of a name. */
  public Fault find(String id) {
    return Optional.ofNullable(named.get(id))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no fault " + id + "."));
  }

  /** Adds a fault, or replaces the one of that name; without a name it gets one. */
  public Fault add(Fault fault) {
    if (fault.target().isEmpty()) {
      throw new Refusal(List.of(Problem.missing("/target", "A fault has a target.")));
    }
    String id = fault.id().isEmpty() ? UUID.randomUUID().toString() : fault.id();
    Fault added = new Fault(id, fault.target(), fault.effect());
    named.put(id, added);
    return added;
  }

  /** Takes a fault away. */
  public void remove(String id) {
    find(id);
    named.remove(id);
  }

  /** Takes away all faults but those of properties. */
  public void clear() {
    named.clear();
    written.clear();
  }

  /** Says what becomes of everything that this thread writes until {@link #endRequest}. */
  public void beginRequest(Fault.Effect effect) {
    ofRequest.set(effect);
  }

  /** Ends what {@link #beginRequest} began. */
  public void endRequest() {
    ofRequest.remove();
  }

  /** Everything that goes wrong with an object. */
  List<Fault.Effect> of(JsonNode document) {
    List<Fault.Effect> effects = new ArrayList<>();
    configured.stream().filter(f -> f.concerns(document)).forEach(f -> effects.add(f.effect()));
    named.values().stream().filter(f -> f.concerns(document)).forEach(f -> effects.add(f.effect()));
    String path = document.path("path").asString("");
    if (!written.isEmpty() && PolicyPath.isPolicyPath(path)) {
      Optional.ofNullable(written.get(new PolicyPath(path))).ifPresent(effects::add);
    }
    return effects;
  }

  /** Where objects may be that fail: paths with all below them, and kinds. */
  List<Fault> failing() {
    List<Fault> faults = new ArrayList<>(configured);
    faults.addAll(named.values());
    written.forEach((path, effect) -> faults.add(new Fault("", path.value(), effect)));
    faults.removeIf(fault -> fault.effect() instanceof Fault.Slow);
    return faults;
  }

  @Override
  public void changed(Collection<PolicyPath> objects, Collection<PolicyPath> removed) {
    Fault.@Nullable Effect effect = ofRequest.get();
    if (effect != null) {
      objects.forEach(path -> written.put(path, effect));
    } else if (!written.isEmpty()) {
      objects.forEach(written::remove);
    }
    if (!written.isEmpty()) {
      removed.forEach(written::remove);
    }
  }

  @Override
  public void cleared() {
    written.clear();
  }
}

package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.engine.Remark.Effect;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts what another manager holds: as much of each object as the contract allows, stand-ins for
 * the fabric that it mentions, and remarks on everything else.
 */
@Component
final class Copying {

  private static final int MOST_REPAIRS = 20;
  private static final PolicyPath FABRIC = new PolicyPath("/infra/sites");

  private final Catalogue catalogue;
  private final Contract contract;
  private final Drafting drafting;
  private final Checks checks;
  private final ChangeWork work;

  Copying(
      Catalogue catalogue, Contract contract, Drafting drafting, Checks checks, ChangeWork work) {
    this.catalogue = catalogue;
    this.contract = contract;
    this.drafting = drafting;
    this.checks = checks;
    this.work = work;
  }

  /** What was drafted: the objects by path, each with its type. */
  record Copied(Map<PolicyPath, String> objects) {
    Map<String, Long> byType() {
      return objects.values().stream()
          .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
    }
  }

  /** Drafts changes, parents first, into a workspace and adds remarks. */
  Copied copy(List<Change> changes, Workspace workspace, Author author, List<Remark> remarks) {
    Map<PolicyPath, String> objects = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    ChangeWork.Drafter drafter =
        (write, around, by) -> {
          Optional<ObjectNode> drafted = draft(write, around, by, remarks);
          drafted.ifPresent(document ->
              objects.put(
                  write.path(),
                  document.path("resource_type").asString(write.kind().resourceType())));
          return drafted;
        };
    work.draft(changes, new ChangeWork.Session(workspace, author, problems, drafter));
    problems.forEach(problem ->
        remarks.add(new Remark("", problem.field(), Effect.OBJECT_LEFT_OUT, problem.message())));
    standIn(workspace, remarks);
    remarkOnMentions(workspace, remarks);
    remarkOnRules(workspace, remarks);
    return new Copied(objects);
  }

  private Optional<ObjectNode> draft(
      Change.Write write, Workspace workspace, Author author, List<Remark> remarks) {
    String path = write.path().value();
    Optional<PolicyPath> parent = catalogue.parentPath(write.kind(), write.path());
    if (parent.filter(above -> !workspace.exists(above)).isPresent()) {
      makeAbove(write.path(), workspace, remarks);
    }
    if (parent.filter(above -> !workspace.exists(above)).isPresent()) {
      String reason = "What it lies below is not stored: " + parent.get() + ".";
      remarks.add(new Remark(path, "", Effect.OBJECT_LEFT_OUT, reason));
      return Optional.empty();
    }
    ObjectNode body = write.body();
    List<Repair.Cut> cuts = new ArrayList<>();
    for (int i = 0; i < MOST_REPAIRS; i++) {
      ObjectNode document = drafting.draft(with(write, body.deepCopy()), workspace, author);
      List<Problem> problems = contract.problems(write.kind().schema(), document);
      if (problems.isEmpty()) {
        cuts.forEach(cut ->
            remarks.add(new Remark(path, cut.pointer(), Effect.FIELD_LEFT_OUT, cut.reason())));
        return Optional.of(document);
      }
      Optional<List<Repair.Cut>> more = Repair.cut(body, problems);
      if (more.isEmpty()) {
        Problem first = problems.getFirst();
        remarks.add(new Remark(path, first.field(), Effect.OBJECT_LEFT_OUT, first.message()));
        return Optional.empty();
      }
      cuts.addAll(more.get());
    }
    remarks.add(new Remark(path, "", Effect.OBJECT_LEFT_OUT, "Too much in it is not understood."));
    return Optional.empty();
  }

  private static Change.Write with(Change.Write write, ObjectNode body) {
    return new Change.Write(write.kind(), write.path(), body, write.mode(), write.whole(), false);
  }

  /** Edge clusters, edge nodes and transport zones are often not told, only mentioned. */
  private void standIn(Workspace workspace, List<Remark> remarks) {
    for (Workspace.Draft draft : List.copyOf(workspace.drafts().values())) {
      for (Reference reference : draft.references()) {
        if (fits(reference) && !workspace.exists(reference.target())) {
          makeAbove(reference.target(), workspace, remarks);
          make(reference.target(), workspace, remarks);
        }
      }
    }
  }

  private void makeAbove(PolicyPath path, Workspace workspace, List<Remark> remarks) {
    List<PolicyPath> above = new ArrayList<>();
    Optional<PolicyPath> next = parent(path);
    while (next.isPresent() && !workspace.exists(next.get())) {
      above.addFirst(next.get());
      next = parent(next.get());
    }
    above.forEach(each -> make(each, workspace, remarks));
  }

  private Optional<PolicyPath> parent(PolicyPath path) {
    return catalogue.kindOf(path).flatMap(kind -> catalogue.parentPath(kind, path));
  }

  private void make(PolicyPath path, Workspace workspace, List<Remark> remarks) {
    if (!FABRIC.isAbove(path) || workspace.exists(path)) {
      return;
    }
    Kind kind = catalogue.kindOf(path).orElseThrow();
    ObjectNode body = JsonMapper.shared().createObjectNode();
    List<Problem> problems = new ArrayList<>();
    work.draft(
        List.of(new Change.Write(kind, path, body, Change.Mode.CREATE, false, false)),
        workspace,
        Author.SYSTEM,
        problems);
    String reason = "It is mentioned and was not told; there is nothing in it but its id.";
    remarks.add(new Remark(path.value(), "", Effect.STAND_IN, reason));
  }

  private boolean fits(Reference reference) {
    return catalogue
        .kindOf(reference.target())
        .filter(kind -> reference.kinds().contains(kind.schema()))
        .isPresent();
  }

  private void remarkOnMentions(Workspace workspace, List<Remark> remarks) {
    workspace
        .drafts()
        .forEach((path, draft) -> {
          for (Reference reference : draft.references()) {
            if (Checks.isOfTheTree(reference)
                && !(fits(reference) && workspace.exists(reference.target()))) {
              remarks.add(
                  new Remark(
                      path.value(),
                      reference.field(),
                      Effect.STORED,
                      "It mentions what is not here: " + reference.target() + "."));
            }
          }
        });
    for (PolicyPath gone : workspace.removed()) {
      workspace
          .sourcesOf(gone)
          .forEach((source, fields) -> {
            if (!workspace.removed().contains(source) && !workspace.drafts().containsKey(source)) {
              remarks.add(
                  new Remark(
                      source.value(),
                      String.join(", ", fields),
                      Effect.STORED,
                      "It mentions what is gone: " + gone + "."));
            }
          });
    }
  }

  private void remarkOnRules(Workspace workspace, List<Remark> remarks) {
    workspace
        .drafts()
        .forEach((path, draft) -> {
          if (!draft.refreshed() && !draft.document().path("_system_owned").asBoolean(false)) {
            for (Problem problem : checks.brokenRules(draft, workspace)) {
              remarks.add(
                  new Remark(path.value(), problem.field(), Effect.STORED, problem.message()));
            }
          }
        });
  }
}

package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.projects.Constraints;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Collects everything that is wrong with a request's drafts; changes nothing. */
@Component
final class Checks {

  private final Catalogue catalogue;
  private final Contract contract;
  private final Behaviours behaviours;

  Checks(Catalogue catalogue, Contract contract, Behaviours behaviours) {
    this.catalogue = catalogue;
    this.contract = contract;
    this.behaviours = behaviours;
  }

  /** What rules find wrong with a draft that the contract allows. */
  List<Problem> brokenRules(Workspace.Draft draft, Workspace workspace) {
    List<Problem> problems = new ArrayList<>();
    checkRules(draft, workspace, problems);
    return problems;
  }

  /** All problems of all drafts: contract and parents first, then rules, then references. */
  List<Problem> problems(Workspace workspace) {
    List<Problem> problems = new ArrayList<>();
    workspace.load(neighbours(workspace));
    ProjectBoundary boundary = new ProjectBoundary(workspace);
    workspace
        .drafts()
        .forEach((path, draft) -> {
          List<Problem> broken = new ArrayList<>();
          broken.addAll(contract.problems(draft.kind().schema(), draft.document()));
          checkParent(draft.kind(), path, workspace, broken);
          problems.addAll(broken);
          if (broken.isEmpty()) {
            checkRules(draft, workspace, problems);
            checkConstraints(path, draft, workspace, problems);
          }
          draft.references().forEach(r -> checkReference(path, r, workspace, problems));
          if (!draft.refreshed()) {
            draft.references().forEach(r -> checkBoundary(path, r, boundary, problems));
          }
        });
    return problems;
  }

  /** What is wrong with changing or deleting an object that another has made for itself alone. */
  static Optional<Problem> ownership(PolicyPath path, JsonNode stored, Author author) {
    if (author.mayChange(stored)) {
      return Optional.empty();
    }
    String owner = stored.path("_create_user").asString("");
    return Optional.of(
        Problem.of(
            Reason.NOT_OWNER,
            author.name()
                + " may not change or delete "
                + path
                + ", which belongs to "
                + owner
                + "; with the header X-Allow-Overwrite: true it may."));
  }

  /** Rules may rely on fields of the right type and on a parent that exists. */
  private void checkRules(Workspace.Draft draft, Workspace workspace, List<Problem> problems) {
    behaviours.of(draft.kind()).forEach(b -> b.rules(draft.document(), workspace, problems::add));
  }

  /** What the system makes along with an object is not in anybody's way. */
  private static void checkConstraints(
      PolicyPath path, Workspace.Draft draft, Workspace workspace, List<Problem> problems) {
    boolean isNew = !draft.refreshed() && workspace.previous(path).isEmpty();
    if (isNew && !draft.document().path("_system_owned").asBoolean(false)) {
      Constraints.forbidding(draft.kind(), path, draft.document(), workspace)
          .ifPresent(problems::add);
    }
  }

  private Set<PolicyPath> neighbours(Workspace workspace) {
    Set<PolicyPath> paths = new HashSet<>();
    for (Map.Entry<PolicyPath, Workspace.Draft> entry : workspace.drafts().entrySet()) {
      catalogue.parentPath(entry.getValue().kind(), entry.getKey()).ifPresent(paths::add);
      entry.getValue().references().forEach(reference -> paths.add(reference.target()));
    }
    return paths;
  }

  private void checkParent(
      Kind kind, PolicyPath path, Workspace workspace, List<Problem> problems) {
    catalogue
        .parentPath(kind, path)
        .filter(parent -> !workspace.exists(parent))
        .ifPresent(parent ->
            problems.add(
                Problem.of(
                    Reason.INVALID_PATH,
                    "The path " + path + " is invalid: " + parent + " does not exist.")));
  }

  /** Machines and their interfaces are in no tree: they come and go without asking. */
  private static boolean isDiscovered(Reference reference) {
    return reference.kinds().contains("VirtualMachine")
        && reference.target().value().contains("/realized-state/");
  }

  /** Tells whether a reference leads to an object that must be in the tree. */
  static boolean isOfTheTree(Reference reference) {
    return !reference.kinds().isEmpty() && !isDiscovered(reference);
  }

  private void checkReference(
      PolicyPath source, Reference reference, Workspace workspace, List<Problem> problems) {
    PolicyPath target = reference.target();
    if (!isOfTheTree(reference)) {
      return;
    }
    boolean fits =
        catalogue.kindOf(target).filter(k -> reference.kinds().contains(k.schema())).isPresent();
    if (!fits || !workspace.exists(target)) {
      problems.add(
          new Problem(
              Reason.INVALID_PATH,
              reference.field(),
              source
                  + ": "
                  + reference.field()
                  + " must be the path of an existing "
                  + String.join(" or ", reference.kinds())
                  + ", not "
                  + target
                  + "."));
    }
  }

  private void checkBoundary(
      PolicyPath source, Reference reference, ProjectBoundary boundary, List<Problem> problems) {
    String kind = catalogue.kindOf(reference.target()).map(Kind::schema).orElse("");
    if (!boundary.allows(source, reference.target(), kind)) {
      problems.add(
          new Problem(
              Reason.INVALID_PATH,
              reference.field(),
              source + ": " + reference.target() + " is not shared with the project."));
    }
  }
}

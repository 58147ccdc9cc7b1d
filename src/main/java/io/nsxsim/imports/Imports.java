package io.nsxsim.imports;

import io.nsxsim.engine.Preview;
import io.nsxsim.engine.Remark;
import io.nsxsim.engine.Tree;
import io.nsxsim.engine.TreeCopy;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.inventory.service.InventoryService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Takes over what another manager answers. */
@Service
public class Imports {

  private static final Set<String> PORTS = Set.of("SegmentPort", "VpcSubnetPort");

  private final TreeCopy copy;
  private final Tree tree;
  private final InventoryService inventory;

  Imports(TreeCopy copy, Tree tree, InventoryService inventory) {
    this.copy = copy;
    this.tree = tree;
    this.inventory = inventory;
  }

  /**
   * Imports everything that can be understood, or nothing: refuses, and stores nothing, only if two
   * machines would have the same address on a segment.
   *
   * @param author is stamped on what does not tell who made it
   */
  public ImportReport run(ImportRequest request, String author) {
    List<ToldMachines> told = new ArrayList<>();
    TreeCopy.Result result =
        copy.copy(
            new TreeCopy.Request(
                request.bodies(),
                request.replace(),
                request.dryRun(),
                preview -> told.add(take(request, preview))),
            author);
    ToldMachines machines = told.getFirst();
    List<Remark> remarks = new ArrayList<>(result.remarks());
    remarks.addAll(machines.remarks());
    return new ImportReport(
        result.taken(), result.removed(), machines.count(), machines.cards(), remarks);
  }

  private ToldMachines take(ImportRequest request, Preview preview) {
    ToldMachines machines = new ToldMachines(new Ports(preview.documents(tree, PORTS)));
    request.machines().ifPresent(list -> machines.read(list, request.cards()));
    ObjectNode document = machines.document();
    if (request.replace()) {
      inventory.change(stored -> InventoryDocument.merge(withoutMachines(stored), document));
    } else if (request.machines().isPresent()) {
      inventory.merge(document);
    }
    return machines;
  }

  /** The physical world stays: no manager knows it. */
  private static Inventory withoutMachines(Inventory stored) {
    return stored.withVirtualMachines(List.of()).withKubernetesClusters(List.of());
  }
}

package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.ServerPool;
import java.util.ArrayList;
import java.util.List;

/** Picks what it was told to, then the first way; notes how many ways there were each time. */
final class ScriptedChooser implements Chooser {

  private final List<Integer> script;
  private final List<Integer> ways = new ArrayList<>();

  ScriptedChooser(List<Integer> script) {
    this.script = List.copyOf(script);
  }

  @Override
  public int choose(Device device, RoutingTable.Entry entry, Packet packet) {
    return next(entry.ways().size());
  }

  @Override
  public int choose(ServerPool pool, List<ServerPool.Member> members, Packet packet) {
    return next(members.size());
  }

  private int next(int possible) {
    ways.add(possible);
    return ways.size() <= script.size() ? script.get(ways.size() - 1) : 0;
  }

  /** How many ways there were at each choice. */
  List<Integer> ways() {
    return List.copyOf(ways);
  }
}

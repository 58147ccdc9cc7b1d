package io.nsxsim.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An exported script at work: namespaces that are there until it is closed. */
final class LabBox implements AutoCloseable {

  private static final int PATIENCE = 120;

  private final Path script;
  private final List<Process> servers = new ArrayList<>();

  LabBox(String text) throws IOException {
    script = Files.createTempFile("lab", ".sh");
    Files.writeString(script, text);
    String trouble = output(start("up"));
    if (!trouble.isBlank()) {
      close();
      throw new IllegalStateException("lab.sh up: " + trouble);
    }
  }

  /** Why no lab can be built here; empty if one can. */
  static String obstacle() {
    for (String command : List.of("ip", "nft", "traceroute", "ping", "nc")) {
      if (!succeeds("command -v " + command)) {
        return "the command " + command + " is missing";
      }
    }
    return succeeds("ip netns add nsxl-try && ip netns del nsxl-try")
            && succeeds("unshare -n nft add table inet try")
        ? ""
        : "network namespaces or nftables cannot be used (no root?)";
  }

  private static boolean succeeds(String command) {
    try {
      Process process = new ProcessBuilder("bash", "-c", command + " > /dev/null 2>&1").start();
      return process.waitFor() == 0;
    } catch (IOException noBash) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The output of a command in a workload. */
  String run(String workload, String... command) {
    return output(start(arguments(workload, command)));
  }

  /** Whether a command in a workload succeeds. */
  boolean succeeds(String workload, String... command) {
    Process process = start(arguments(workload, command));
    output(process);
    return process.exitValue() == 0;
  }

  /** Starts a command in a workload that runs until the lab is closed. */
  void serve(String workload, String... command) {
    servers.add(start(arguments(workload, command)));
  }

  private static String[] arguments(String workload, String... command) {
    List<String> all = new ArrayList<>(List.of("exec", workload));
    all.addAll(List.of(command));
    return all.toArray(String[]::new);
  }

  private Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noBash) {
      throw new IllegalStateException(noBash);
    }
  }

  private static String output(Process process) {
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return text;
    } catch (IOException | InterruptedException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  @Override
  public void close() throws IOException {
    servers.forEach(Process::destroyForcibly);
    output(start("down"));
    Files.deleteIfExists(script);
  }
}

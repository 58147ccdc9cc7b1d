package io.nsxsim.scenario;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the scenario before the server listens, so that no client sees half of it. */
@Component
class ScenarioStart implements SmartLifecycle {

  private final Scenarios scenarios;
  private volatile boolean running;

  ScenarioStart(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Override
  public void start() {
    scenarios.loadIntoEmptyStore();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}

package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.RunReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.run.Run;
import dev.fuel.process.RunDirectory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what the agent of an ended run has said.
final class AgentReading {
    private AgentReading() {}

    static Outcome of(Ground ground, Run run, @Nullable Integer exitCode, FuelConfig config) {
        RunDirectory directory = ground.runDirectory(run);
        return RunReading.read(
                directory.stdout(),
                directory.stderr(),
                ground.reader(Objects.requireNonNull(run.agent()), config),
                exitCode,
                run.stopping());
    }
}

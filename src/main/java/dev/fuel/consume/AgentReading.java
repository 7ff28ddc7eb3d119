package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.RunReading;
import dev.fuel.agents.UsageScope;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.run.Run;
import dev.fuel.git.WorkState;
import dev.fuel.process.RunDirectory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the agent of an ended run has said.
///
/// @param scope what the outcome's usage covers
record AgentReading(Outcome outcome, UsageScope scope) {

    static AgentReading of(Ground ground, Run run, @Nullable Integer exitCode, FuelConfig config) {
        RunDirectory directory = ground.runDirectory(run);
        Driver driver = ground.reader(Objects.requireNonNull(run.agent()), config);
        Outcome outcome = RunReading.read(
                directory.stdout(),
                directory.stderr(),
                driver,
                AgentStart.presetSession(driver, run),
                exitCode,
                run.stopping());
        return new AgentReading(outcome, driver.usageScope());
    }

    /// Together with what git shows.
    Evidence with(@Nullable WorkState work) {
        return new Evidence(outcome, work, scope);
    }
}

package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Run;
import dev.fuel.git.Repository;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a consumer stands on.
///
/// @param root          the project's folder
/// @param fuelDirectory `.fuel`
/// @param repository    null outside git
/// @param config        the last good configuration
/// @param environment   of this process
/// @param asRoot        whether agents run as the superuser
/// @param stopGrace     how long an agent that is stopped has to heed TERM
/// @param acts          carries out what people asked for and could take back
/// @param launcher      the folder that holds `fuel`, so that agents find it; null if it is not known
public record Ground(
        Store store,
        Path root,
        Path fuelDirectory,
        @Nullable Repository repository,
        Supplier<FuelConfig> config,
        InstantSource clock,
        ZoneId zone,
        RandomGenerator random,
        Map<String, String> environment,
        boolean asRoot,
        Duration stopGrace,
        DelayedActs acts,
        @Nullable Path launcher) {
    static final String UNKNOWN_AGENT = "unknown_agent";

    /// The files of a run.
    RunDirectory runDirectory(Run run) {
        return RunDirectory.of(fuelDirectory, run.task() == null ? run.epic() : run.task(), run.id());
    }

    /// How the agent is started and understood.
    ///
    /// @throws Refusal if it is no longer configured, or its `env` names a variable that is not set
    Driver driver(AgentName name, FuelConfig config) {
        AgentConfig agent = config.agent(name)
                .orElseThrow(() -> new Refusal(UNKNOWN_AGENT, "agent %s is no longer configured".formatted(name)));
        return Drivers.of(agent, EnvironmentReferences.resolve(agent, environment), asRoot);
    }

    /// How the agent's output is understood. Of an agent that was taken out of the configuration while it worked,
    /// the exit code alone decides.
    Driver reader(AgentName name, FuelConfig config) {
        return config.agent(name)
                .map(agent -> Drivers.of(agent, Map.of(), asRoot))
                .orElseGet(Drivers::plain);
    }
}

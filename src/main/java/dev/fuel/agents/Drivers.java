package dev.fuel.agents;

import dev.fuel.agents.claude.Claude;
import dev.fuel.agents.command.CommandDriver;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.KnownDriver;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import java.util.Map;

/// The driver of each configured agent.
public final class Drivers {
    private Drivers() {}

    /// @param environment the agent's `env` with its references resolved
    /// @param asRoot      whether agents run as the superuser
    /// @throws Refusal if there is no such driver
    public static Driver of(AgentConfig agent, Map<String, String> environment, boolean asRoot) {
        KnownDriver driver = Word.find(KnownDriver.class, agent.driver())
                .orElseThrow(() -> new Refusal(
                        "unknown_driver",
                        "agents.%s: no driver is named %s (there are: %s)"
                                .formatted(agent.name(), agent.driver(), Word.words(KnownDriver.class))));
        return driver == KnownDriver.COMMAND
                ? new CommandDriver(agent, environment)
                : new CliDriver(profile(driver), agent, environment, asRoot);
    }

    private static DriverProfile profile(KnownDriver driver) {
        return switch (driver) {
            case CLAUDE -> Claude.PROFILE;
            case COMMAND -> throw new IllegalArgumentException("a command has no profile");
        };
    }
}

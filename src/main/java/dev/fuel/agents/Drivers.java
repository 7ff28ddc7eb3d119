package dev.fuel.agents;

import dev.fuel.agents.amp.Amp;
import dev.fuel.agents.claude.Claude;
import dev.fuel.agents.codex.Codex;
import dev.fuel.agents.command.CommandDriver;
import dev.fuel.agents.copilot.Copilot;
import dev.fuel.agents.cursor.Cursor;
import dev.fuel.agents.gemini.Gemini;
import dev.fuel.agents.opencode.Opencode;
import dev.fuel.agents.qwen.Qwen;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.KnownDriver;
import dev.fuel.config.PromptDelivery;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import java.util.List;
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

    /// Understands the output of a program that is no configured agent: what it prints is text, and its exit code
    /// alone says how it ended.
    public static Driver plain() {
        AgentConfig nobody = new AgentConfig(
                new AgentName("command"),
                KnownDriver.COMMAND.word(),
                null,
                null,
                List.of("true"),
                PromptDelivery.STDIN,
                List.of(),
                Map.of(),
                1,
                1,
                List.of(),
                Autonomy.FULL,
                "");
        return new CommandDriver(nobody, Map.of());
    }

    private static DriverProfile profile(KnownDriver driver) {
        return switch (driver) {
            case CLAUDE -> Claude.PROFILE;
            case CODEX -> Codex.PROFILE;
            case OPENCODE -> Opencode.PROFILE;
            case GEMINI -> Gemini.PROFILE;
            case QWEN -> Qwen.PROFILE;
            case COPILOT -> Copilot.PROFILE;
            case AMP -> Amp.PROFILE;
            case CURSOR -> Cursor.PROFILE;
            case COMMAND -> throw new IllegalArgumentException("a command has no profile");
        };
    }
}

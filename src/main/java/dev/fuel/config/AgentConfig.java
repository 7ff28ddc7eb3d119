package dev.fuel.config;

import dev.fuel.domain.agent.AgentName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry under `agents:`.
///
/// @param driver        how its program is started and understood, one of {@link KnownDriver}'s words
/// @param model         null leaves the choice to the program
/// @param binary        the program where it is not the driver's usual one on PATH
/// @param command       the program and its arguments, for the driver `command`; else empty
/// @param args          further arguments for the program
/// @param env           as written, so that secrets stay out of memory until {@link EnvironmentReferences#resolve}
/// @param maxConcurrent most runs of it at a time
/// @param maxAttempts   failed work runs on one task until the next agent of {@code fallback} has its turn
/// @param fallback      who takes over when it is not available or has used its attempts, in order
/// @param description   what it is good at, for routing by the primary
public record AgentConfig(
        AgentName name,
        String driver,
        @Nullable String model,
        @Nullable String binary,
        List<String> command,
        PromptDelivery prompt,
        List<String> args,
        Map<String, String> env,
        int maxConcurrent,
        int maxAttempts,
        List<AgentName> fallback,
        Autonomy autonomy,
        String description) {
    public AgentConfig {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = Map.copyOf(env);
        fallback = List.copyOf(fallback);
        Require.positive("agents." + name + ".max_concurrent", maxConcurrent);
        Require.positive("agents." + name + ".max_attempts", maxAttempts);
        if (driver.equals(KnownDriver.COMMAND.word()) && command.isEmpty()) {
            throw new IllegalArgumentException("agents." + name + ": the driver command needs a command");
        }
        if (fallback.contains(name)) {
            throw new IllegalArgumentException("agents." + name + ".fallback names itself");
        }
    }

    /// Without the values of `env`: they may be secrets.
    @Override
    public String toString() {
        return "AgentConfig[%s, driver=%s, model=%s, env=%s]".formatted(name, driver, model, env.keySet());
    }
}

package dev.fuel.app;

import dev.fuel.agents.Drivers;
import dev.fuel.agents.StartRequest;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How an agent is started, in the words that its driver really uses: what its autonomy means is to be seen here.
///
/// @param words the program and its arguments; `PROMPT` and `PROMPT-FILE` stand for what differs from run to run
public record StartLine(AgentName agent, List<String> words) {
    public StartLine {
        words = List.copyOf(words);
    }

    public static List<StartLine> of(FuelConfig config) {
        return config.agents().values().stream().map(StartLine::of).toList();
    }

    /// The words do not depend on the agent's variables, which may not be set now.
    private static StartLine of(AgentConfig agent) {
        var request = StartRequest.fresh("PROMPT", Path.of("PROMPT-FILE"));
        return new StartLine(
                agent.name(),
                Drivers.of(agent, Map.of(), false).prepare(request).words());
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}

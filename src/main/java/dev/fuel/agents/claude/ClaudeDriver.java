package dev.fuel.agents.claude;

import dev.fuel.agents.Driver;
import dev.fuel.agents.EventParser;
import dev.fuel.agents.Invocation;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.StartRequest;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts Claude Code without its screen, the prompt on standard input.
public final class ClaudeDriver implements Driver {
    private static final List<String> STREAM = List.of("-p", "--output-format", "stream-json", "--verbose");

    private final AgentConfig agent;
    private final Map<String, String> environment;
    private final boolean asRoot;

    /// @param environment the agent's own variables, references resolved
    /// @param asRoot      whether agents run as the superuser
    public ClaudeDriver(AgentConfig agent, Map<String, String> environment, boolean asRoot) {
        this.agent = agent;
        this.environment = Map.copyOf(environment);
        this.asRoot = asRoot;
    }

    @Override
    public String program() {
        return agent.binary() == null ? "claude" : agent.binary();
    }

    @Override
    public Invocation prepare(StartRequest request) {
        var words = new ArrayList<String>();
        words.add(program());
        words.addAll(STREAM);
        if (agent.model() != null) {
            words.addAll(List.of("--model", agent.model()));
        }
        if (request.resume() != null) {
            words.addAll(List.of("--resume", request.resume()));
        } else if (request.newSession() != null) {
            words.addAll(List.of("--session-id", request.newSession()));
        }
        words.addAll(autonomyFlags(agent.autonomy()));
        words.addAll(agent.args());
        return new Invocation(words, variables(), true);
    }

    @Override
    public EventParser parser() {
        return JsonLines.parser(new ClaudeEvents());
    }

    @Override
    public boolean canResume() {
        return true;
    }

    /// Without the flags that let it work unattended: whoever sits there is asked.
    @Override
    public Optional<Invocation> attach(String session) {
        return Optional.of(new Invocation(List.of(program(), "--resume", session), environment, false));
    }

    @Override
    public boolean endsWithFinalEvent() {
        return true;
    }

    @Override
    public List<String> neededFlags() {
        return List.of(
                "--print", "--output-format", "--verbose", "--model", "--resume", autonomyFlag(agent.autonomy()));
    }

    private static String autonomyFlag(Autonomy autonomy) {
        List<String> flags = autonomyFlags(autonomy);
        return flags.isEmpty() ? "--permission-mode" : flags.getFirst();
    }

    /// `acceptEdits` alone refuses `git commit`, so the commands that finish a task are allowed by name.
    private static List<String> autonomyFlags(Autonomy autonomy) {
        return switch (autonomy) {
            case FULL -> List.of("--dangerously-skip-permissions");
            case EDIT -> List.of("--permission-mode", "acceptEdits", "--allowedTools", "Bash(git *),Bash(fuel *)");
            case ASK -> List.of();
        };
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("DISABLE_AUTOUPDATER", "1");
        if (asRoot && agent.autonomy() == Autonomy.FULL) {
            // As root it refuses to skip permissions unless told that it is in a sandbox (exit 1, no JSON).
            variables.put("IS_SANDBOX", "1");
        }
        variables.putAll(environment);
        return variables;
    }
}

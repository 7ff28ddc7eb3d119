package dev.fuel.agents.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.ErrorOutput;
import dev.fuel.agents.EventParser;
import dev.fuel.agents.Invocation;
import dev.fuel.agents.StartRequest;
import dev.fuel.agents.UsageScope;
import dev.fuel.config.AgentConfig;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Any program as an agent: what it prints is its text, its last lines are its answer, its exit code decides.
public final class CommandDriver implements Driver {
    /// In the configured words: replaced by the prompt or by the path of its file.
    private static final String PLACEHOLDER = "{prompt}";

    /// Linux refuses longer arguments (MAX_ARG_STRLEN, 128 KiB with the final NUL).
    private static final int LONGEST_ARGUMENT_BYTES = 128 * 1024 - 1;

    private final AgentConfig agent;
    private final Map<String, String> environment;

    /// @param environment the agent's own environment, references resolved
    public CommandDriver(AgentConfig agent, Map<String, String> environment) {
        this.agent = agent;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String program() {
        return agent.binary() == null ? agent.command().getFirst() : agent.binary();
    }

    @Override
    public @Nullable String model() {
        return null;
    }

    @Override
    public Invocation prepare(StartRequest request) {
        if (request.resume() != null) {
            throw new Refusal("cannot_resume", agent.name() + ": a command has no sessions, start it afresh");
        }
        var words = new ArrayList<String>();
        words.add(program());
        words.addAll(agent.command().subList(1, agent.command().size()));
        words.addAll(agent.args());
        return switch (agent.prompt()) {
            case STDIN -> new Invocation(words, environment, true);
            case FILE -> new Invocation(with(words, request.promptFile().toString()), environment, false);
            case ARGUMENT -> new Invocation(with(words, argument(request.prompt())), environment, false);
        };
    }

    @Override
    public EventParser parser() {
        return PlainLines.parser();
    }

    @Override
    public boolean canResume() {
        return false;
    }

    @Override
    public Invocation attach(String session, List<Path> writableFolders) {
        throw new Refusal("cannot_attach", agent.name() + ": a command has no sessions that could be opened");
    }

    @Override
    public boolean namesSessionLate() {
        return false;
    }

    @Override
    public boolean endsWithFinalEvent() {
        return false;
    }

    @Override
    public boolean canEndWellWith(int exitCode) {
        return exitCode == 0;
    }

    @Override
    public UsageScope usageScope() {
        return UsageScope.RUN;
    }

    @Override
    public List<String> help() {
        return List.of("--help");
    }

    @Override
    public Usage usageLeftIn(Path directory) {
        return Usage.UNKNOWN;
    }

    @Override
    public Optional<String> missingLogin(Map<String, String> environment) {
        return Optional.empty();
    }

    @Override
    public @Nullable String oldestVersion() {
        return null;
    }

    /// What any program writes to standard error is shown and never classified.
    @Override
    public void explain(int exitCode, ErrorOutput errorOutput, Consumer<AgentEvent> events) {}

    @Override
    public List<String> schemaFlags() {
        return List.of();
    }

    @Override
    public List<String> neededFlags() {
        return List.of();
    }

    private static List<String> with(List<String> words, String prompt) {
        if (words.stream().noneMatch(word -> word.contains(PLACEHOLDER))) {
            var longer = new ArrayList<>(words);
            longer.add(prompt);
            return longer;
        }
        return words.stream().map(word -> word.replace(PLACEHOLDER, prompt)).toList();
    }

    private String argument(String prompt) {
        int bytes = prompt.getBytes(UTF_8).length;
        if (bytes > LONGEST_ARGUMENT_BYTES) {
            throw new Refusal(
                    "prompt_too_long",
                    "agents.%s: the prompt has %d bytes, an argument may have %d: set prompt to stdin or file"
                            .formatted(agent.name(), bytes, LONGEST_ARGUMENT_BYTES));
        }
        return prompt;
    }
}

package dev.fuel.agents;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts and understands an agent program as its {@link DriverProfile} describes it.
final class CliDriver implements Driver {
    private final DriverProfile profile;
    private final AgentConfig agent;
    private final Map<String, String> environment;
    private final boolean asRoot;

    /// @param environment the agent's own variables, references resolved
    /// @param asRoot      whether agents run as the superuser
    CliDriver(DriverProfile profile, AgentConfig agent, Map<String, String> environment, boolean asRoot) {
        this.profile = profile;
        this.agent = agent;
        this.environment = Map.copyOf(environment);
        this.asRoot = asRoot;
    }

    @Override
    public String program() {
        return agent.binary() == null ? profile.program() : agent.binary();
    }

    @Override
    public @Nullable String model() {
        return agent.model();
    }

    @Override
    public Invocation prepare(StartRequest request) {
        List<String> session = List.of();
        if (request.resume() != null) {
            session = profile.resume().fill(Map.of("id", List.of(request.resume())));
        } else if (request.newSession() != null) {
            session = profile.preset().fill(Map.of("id", List.of(request.newSession())));
        }
        List<String> words = profile.headless()
                .fill(Map.of(
                        "session",
                        session,
                        "model",
                        modelWords(),
                        "autonomy",
                        autonomy(request.writableFolders()),
                        "usage_file",
                        List.of(usageFile(request.promptFile().resolveSibling(""))
                                .toString()),
                        "schema",
                        schema(request),
                        "args",
                        agent.args()));
        return invocation(words, defaultSettings(request.promptFile().resolveSibling("")), true);
    }

    @Override
    public Invocation attach(String session, List<Path> writableFolders) {
        if (profile.attach().isEmpty()) {
            throw new Refusal(
                    "cannot_attach", "%s: %s cannot open a session by its id".formatted(agent.name(), program()));
        }
        List<String> words = profile.attach()
                .fill(Map.of("id", List.of(session), "model", modelWords(), "autonomy", autonomy(writableFolders)));
        return invocation(words, Map.of(), false);
    }

    @Override
    public EventParser parser() {
        return profile.parser().get();
    }

    @Override
    public boolean canResume() {
        return !profile.resume().isEmpty();
    }

    @Override
    public boolean namesSessionLate() {
        return profile.namesSessionLate();
    }

    @Override
    public boolean endsWithFinalEvent() {
        return profile.endsWithFinalEvent();
    }

    @Override
    public boolean canEndWellWith(int exitCode) {
        return exitCode == 0 || profile.alsoEndsWellWith().contains(exitCode);
    }

    @Override
    public UsageScope usageScope() {
        return profile.usage();
    }

    @Override
    public List<String> help() {
        return profile.help();
    }

    @Override
    public List<String> neededFlags() {
        Set<String> flags = new LinkedHashSet<>(profile.headless().flags());
        flags.addAll(profile.model().flags());
        flags.addAll(profile.resume().flags());
        if (profile.namesSessionLate()) {
            flags.addAll(profile.preset().flags());
        }
        flags.addAll(autonomyWords().flags());
        return List.copyOf(flags);
    }

    @Override
    public Usage usageLeftIn(Path directory) {
        Path file = usageFile(directory);
        if (profile.usageFile() == null || !Files.exists(file)) {
            return Usage.UNKNOWN;
        }
        try {
            return profile.usageFile().apply(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path usageFile(Path directory) {
        return directory.resolve("usage.json");
    }

    @Override
    public Optional<String> missingLogin(Map<String, String> environment) {
        return Optional.ofNullable(profile.login()).flatMap(login -> login.missing(environment));
    }

    @Override
    public String oldestVersion() {
        return profile.oldestVersion();
    }

    @Override
    public void explain(int exitCode, ErrorOutput errorOutput, Consumer<AgentEvent> events) {
        if (profile.unknownSession() != null) {
            errorOutput.lineWith(profile.unknownSession()).ifPresent(line -> {
                events.accept(new AgentEvent.SessionLost(line));
                events.accept(new AgentEvent.Failed(FailureType.CRASH, line));
            });
        }
        String error = errorOutput.error().orElse("");
        ErrorText.classify(error)
                .or(() -> Optional.ofNullable(profile.exits().get(exitCode)))
                .ifPresent(type -> ErrorText.tell(
                        type, error.isEmpty() ? errorOutput.last().orElse("") : error, events));
    }

    @Override
    public List<String> schemaFlags() {
        return profile.schema().flags();
    }

    private List<String> schema(StartRequest request) {
        String schema = request.schema();
        if (schema == null || profile.schema().isEmpty()) {
            return List.of();
        }
        Path file = RunFile.leave(request.promptFile().resolveSibling("answer-schema.json"), schema);
        return profile.schema().fill(Map.of("text", List.of(schema), "file", List.of(file.toString())));
    }

    private Map<String, String> defaultSettings(Path directory) {
        return profile.defaultSettings() == null
                ? Map.of()
                : profile.defaultSettings().leftIn(directory);
    }

    private Invocation invocation(List<String> words, Map<String, String> forThisRun, boolean promptOnStdin) {
        var all = new ArrayList<String>();
        all.add(program());
        all.addAll(words);
        var variables = new HashMap<>(profile.environment());
        variables.putAll(profile.autonomyVariables().getOrDefault(agent.autonomy(), Map.of()));
        if (asRoot && agent.autonomy() == Autonomy.FULL) {
            variables.putAll(profile.rootVariables());
        }
        variables.putAll(forThisRun);
        variables.putAll(environment);
        return new Invocation(all, variables, promptOnStdin);
    }

    private List<String> modelWords() {
        return agent.model() == null ? List.of() : profile.model().fill(Map.of("name", List.of(agent.model())));
    }

    private List<String> autonomy(List<Path> writableFolders) {
        List<String> folders = writableFolders.stream()
                .map(folder -> '"' + folder.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .toList();
        return autonomyWords().fill(Map.of("writable_folders", folders));
    }

    private WordTemplate autonomyWords() {
        return profile.autonomy().getOrDefault(agent.autonomy(), WordTemplate.EMPTY);
    }
}

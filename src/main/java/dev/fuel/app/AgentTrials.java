package dev.fuel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.agents.CleanText;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.agents.Invocation;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.PriceTable;
import dev.fuel.agents.RunReading;
import dev.fuel.agents.StartRequest;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.consume.ProgramStanding;
import dev.fuel.consume.TaskVariables;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.process.Launch;
import dev.fuel.process.ProcessManager;
import dev.fuel.process.RunDirectory;
import dev.fuel.process.RunEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Has an agent answer one short prompt, started as a run of it would be, in a place that is thrown away.
///
/// The database knows of it only when it is over, by a line of the log: nothing has to be mended if this process is
/// killed in between. Safe for any thread.
public final class AgentTrials {
    /// A model that thinks before one word takes seconds, a program on node as many to start.
    public static final Duration USUAL_LIMIT = Duration.ofMinutes(2);

    private static final Duration GRACE = Duration.ofSeconds(2);

    /// The grace, and as long again as it takes to find what the agent has left behind.
    private static final Duration ENDING = Duration.ofSeconds(12);

    private static final int LONGEST_ANSWER = 200;
    private static final String PROMPT = """
            # Test of the connection

            Answer with the one word: ready
            Use no tools and change nothing.
            """;

    private final Project project;
    private final @Nullable Path launcher;
    private final Duration limit;
    private final Map<RunId, ProcessManager> atWork = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /// @param launcher the folder of the `fuel` program; null if it is not known
    /// @param limit    after which an agent is stopped that has not answered
    public AgentTrials(Project project, @Nullable Path launcher, Duration limit) {
        this.project = project;
        this.launcher = launcher;
        this.limit = limit;
    }

    /// The agent as the configuration has it now: it may just have been mended.
    ///
    /// @throws Refusal if there is no such agent, or its program cannot be started
    public Trial of(AgentName name, Caller caller) {
        caller.requirePerson("test agents");
        AgentConfig agent = project.readConfig()
                .require()
                .config()
                .agent(name)
                .orElseThrow(() ->
                        new Refusal("unknown_agent", "no agent is named %s: `fuel health` lists them".formatted(name)));
        if (project.programs().ask(project.store(), agent)
                instanceof ProgramStanding.Unusable(String objection, boolean _)) {
            throw new Refusal("agent_unusable", objection);
        }
        Driver driver =
                Drivers.of(agent, EnvironmentReferences.resolve(agent, project.environment()), Project.isRoot());
        Trial trial = tried(agent.name(), driver);
        project.store()
                .change(
                        caller.actor(),
                        session -> session.events()
                                .add(name.value(), "agent_tested", trial.sentence() + ", " + trial.consumption()));
        return trial;
    }

    /// Ends what is being tested, now or while it is made ready.
    public void stop() {
        stopped = true;
        atWork.forEach((run, processes) -> {
            var _ = processes.kill(run);
        });
    }

    private Trial tried(AgentName name, Driver driver) {
        RunId id = new RunId(Identifier.random(RunId.PREFIX, project.random()));
        String token = HexFormat.of().toHexDigits(project.random().nextLong())
                + HexFormat.of().toHexDigits(project.random().nextLong());
        try (TrialRoom room = TrialRoom.open(project, id)) {
            StartRequest request =
                    StartRequest.fresh(PROMPT, room.files().prompt()).writing(room.written());
            if (driver.namesSessionLate()) {
                request = request.presetting(
                        UUID.nameUUIDFromBytes(token.getBytes(UTF_8)).toString());
            }
            room.files().make();
            Invocation invocation = driver.prepare(request);
            Launch launch = new Launch(
                    id,
                    token,
                    room.files().path(),
                    room.folder(),
                    invocation.words(),
                    environment(invocation),
                    PROMPT,
                    invocation.promptOnStdin());
            long start = System.nanoTime();
            Outcome outcome = outcome(driver, room.files(), launch);
            return trial(name, Duration.ofNanos(System.nanoTime() - start), outcome);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot test %s: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    private Map<String, String> environment(Invocation invocation) {
        Map<String, String> environment = new HashMap<>(invocation.environment());
        String path = environment.getOrDefault("PATH", project.environment().getOrDefault("PATH", ""));
        environment.putAll(TaskVariables.withoutTask(project.root(), launcher, path));
        return environment;
    }

    private Outcome outcome(Driver driver, RunDirectory files, Launch launch) {
        try (var processes = new ProcessManager(project.environment(), project.clock(), GRACE, _ -> {})) {
            atWork.put(launch.run(), processes);
            try {
                processes.spawn(launch);
                if (stopped) {
                    var _ = processes.kill(launch.run()); // who stopped it may have come before the process
                }
                List<RunEnd> ends = processes.waitForAny(limit);
                boolean late = ends.isEmpty();
                if (late) {
                    var _ = processes.kill(launch.run());
                    ends = processes.waitForAny(ENDING);
                }
                @Nullable
                Integer exitCode = ends.isEmpty() ? null : ends.getFirst().exitCode();
                boolean ended = !ends.isEmpty() && ends.getFirst().stopped();
                StopReason stop = late ? StopReason.TIMEOUT : ended ? StopReason.PERSON : null;
                return RunReading.read(files.stdout(), files.stderr(), driver, exitCode, stop);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                var _ = processes.kill(launch.run());
                throw new Refusal("interrupted", "interrupted while the agent was being tested");
            } finally {
                atWork.remove(launch.run());
            }
        }
    }

    private Trial trial(AgentName name, Duration duration, Outcome outcome) {
        String answer = outcome.finalText() == null ? "" : CleanText.oneLine(outcome.finalText(), LONGEST_ANSWER);
        Usage usage = outcome.usage().plus(outcome.consumption().sinceReport());
        return new Trial(
                name,
                duration,
                answer,
                failure(outcome),
                outcome.model(),
                usage,
                PriceTable.standard()
                        .cost(
                                outcome.model(),
                                outcome.usage(),
                                outcome.consumption().sinceReport()));
    }

    private @Nullable String failure(Outcome outcome) {
        return switch (outcome.status()) {
            case COMPLETED -> null;
            case KILLED -> "stopped";
            case RUNNING, FAILED ->
                outcome.failure() == FailureType.TIMEOUT
                        ? "no answer within %d s".formatted(limit.toSeconds())
                        : outcome.message() == null ? "it failed without a word" : outcome.message();
        };
    }
}

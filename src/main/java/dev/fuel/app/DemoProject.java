package dev.fuel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import dev.fuel.process.Command;
import dev.fuel.store.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A throw-away repository with an epic, dependent tasks and a scripted agent: all of Fuel without any agent program.
public final class DemoProject {
    private static final Duration GIT_LIMIT = Duration.ofSeconds(20);

    private static final String TESTS = """
            # The project's tests: every script must be one, and what there is of the program must work.
            set -e
            for script in lib/*.sh bill; do
                if [ -e "$script" ]; then sh -n "$script"; fi
            done
            if [ -x bill ]; then [ "$(./bill 100.00 3 10 | tail -n 1)" = 36.66 ]; fi
            """;

    private final Path root;
    private final EpicId epic;

    private DemoProject(Path root, EpicId epic) {
        this.root = root;
        this.epic = epic;
    }

    /// @param folder an empty folder
    /// @param pace   the agent's pause between two steps
    public static DemoProject make(
            Path folder, Duration pace, Map<String, String> environment, InstantSource clock, RandomGenerator random) {
        Path root = folder.resolve("bill");
        try {
            Files.createDirectory(root);
            Path agent = folder.resolve("agent.sh");
            Files.writeString(agent, script(), UTF_8);
            Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(root.resolve("tests.sh"), TESTS, UTF_8);
            git(root, environment, "init", "-q", "-b", "main");
            new Initialization(environment, root, clock, random).run(Optional.of(root.toString()));
            Files.writeString(root.resolve(".fuel/config.yaml"), config(agent, pace), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the demo in " + folder, e);
        }
        git(root, environment, "add", "-A");
        git(
                root,
                environment,
                "-c",
                "user.name=Fuel demo",
                "-c",
                "user.email=demo@localhost",
                "-c",
                "commit.gpgSign=false",
                "commit",
                "-q",
                "-m",
                "A project with nothing but its tests");
        try (var project = open(root, environment, clock, random)) {
            return new DemoProject(root, project.store().write(Actor.HUMAN, DemoProject::addTasks));
        }
    }

    public Path root() {
        return root;
    }

    public EpicId epic() {
        return epic;
    }

    private static String config(Path agent, Duration pace) {
        return """
                # The demo's configuration: one scripted agent that really edits, commits and reviews, and fails once.
                primary: scripted
                max_concurrent: 3
                limits: {timeout: 5m, stall: 1m, backoff: 1s, max_load: 100}
                workspace: {mode: worktree, base: main}
                review: {agent: scripted, tests: {command: sh tests.sh, timeout: 1m}}
                agents:
                  scripted: {driver: command, command: [sh, "%s"], prompt: stdin, max_concurrent: 3, env: {PACE: "%d.%03d"}}
                """.formatted(agent, pace.toSeconds(), pace.toMillisPart());
    }

    /// The demo's project, for its commands.
    public static Project open(
            Path root, Map<String, String> environment, InstantSource clock, RandomGenerator random) {
        return Project.open(new ProjectLocation(root), environment, clock, random);
    }

    private static EpicId addTasks(Session session) {
        Epic epic = session.epics()
                .add(
                        "Split a restaurant bill",
                        "A command that splits a bill and its tip without losing a cent.",
                        "main");
        TaskId money = add(session, "Add the money type", TaskType.FEATURE, 1, epic.id(), List.of());
        TaskId split = add(session, "Split a bill evenly", TaskType.FEATURE, 2, epic.id(), List.of(money));
        TaskId tip = add(session, "Add the tip", TaskType.FEATURE, 2, epic.id(), List.of(money));
        add(session, "Make the command line", TaskType.FEATURE, 2, epic.id(), List.of(split, tip));
        add(session, "Say what it is in the README", TaskType.DOCS, 3, null, List.of());
        return epic.id();
    }

    private static TaskId add(
            Session session, String title, TaskType type, int priority, @Nullable EpicId epic, List<TaskId> blockers) {
        return session.tasks()
                .add(new NewTask(
                        title,
                        "Part of the demo: the scripted agent knows what to do.",
                        type,
                        new Priority(priority),
                        Complexity.SIMPLE,
                        Collections.emptySortedSet(),
                        blockers,
                        null,
                        epic,
                        null))
                .id();
    }

    static String git(Path directory, Map<String, String> environment, String... words) {
        var command = new ArrayList<String>(List.of("git"));
        command.addAll(List.of(words));
        Command.Result result = new Command(command, directory, environment, GIT_LIMIT, null).run();
        if (!result.isSuccess()) {
            throw new IllegalStateException(
                    "git %s: %s".formatted(words[0], result.stderr().strip()));
        }
        return result.stdout();
    }

    private static String script() throws IOException {
        try (InputStream script = DemoProject.class.getResourceAsStream("/dev/fuel/demo/agent.sh")) {
            if (script == null) {
                throw new IllegalStateException("the scripted agent is missing from the program");
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}

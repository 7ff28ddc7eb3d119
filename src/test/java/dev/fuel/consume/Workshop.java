package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.app.Caller;
import dev.fuel.app.OutwardActs;
import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.app.TaskMoves;
import dev.fuel.config.ConfigFile;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.Request;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.process.Command;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project in a folder of its own with a real repository, a real database and the fake agent; a consumer works on it
/// on a thread of its own when it is told to.
final class Workshop implements AutoCloseable {
    /// How long a stopped agent has to heed TERM.
    private static final Duration GRACE = Duration.ofMillis(300);

    private static final String CONSUMER = "consumer";

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final Path FAKE_AGENT = Path.of("src/test/resources/fake-agent").toAbsolutePath();

    final Path root;
    final Store store;
    final TaskMoves person;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Semaphore readings = new Semaphore(0);
    private final Semaphore tellings = new Semaphore(0);
    private final ConcurrentLinkedQueue<Event> told = new ConcurrentLinkedQueue<>();
    private @Nullable Work work;

    /// A consumer at work.
    private record Work(ConfigFile config, Consumer consumer, CompletableFuture<IdleReport> report) {}

    private Workshop(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
        this.environment = environment(root);
        this.store = Store.open(root.resolve(".fuel/agent.db"), clock, new Random());
        this.person = new TaskMoves(store, new Caller.Person(Actor.HUMAN));
    }

    /// A repository with one commit on `main`, and two agents of one program: `fake`, and `other` which nobody asks
    /// for.
    static Workshop in(Path folder) {
        return in(folder, "");
    }

    /// @param limits further `limits:`
    static Workshop in(Path folder, String limits) {
        return withConfig(folder, plainConfig(limits));
    }

    static Workshop withConfig(Path folder, String config) {
        return withConfig(folder, config, InstantSource.system());
    }

    static Workshop withConfig(Path folder, String config, InstantSource clock) {
        Path root = made(folder, config);
        Map<String, String> environment = environment(root);
        git(root, environment, "init", "--quiet", "--initial-branch=main", "--template=");
        git(root, environment, "config", "user.name", "Ada");
        git(root, environment, "config", "user.email", "ada@example.org");
        write(root.resolve("README"), "hello\n");
        git(root, environment, "add", "--all");
        git(root, environment, "commit", "--quiet", "--message=Begin");
        return new Workshop(root, clock);
    }

    static Workshop withoutGit(Path folder) {
        return new Workshop(made(folder, plainConfig("")), InstantSource.system());
    }

    static String plainConfig(String limits) {
        return """
                primary: fake
                max_concurrent: 4
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000, max_review_rounds: 2%s}
                workspace: {mode: worktree, base: main}
                agents:
                  fake: {driver: command, command: ["%s"], prompt: stdin, max_concurrent: 4, max_attempts: 2}
                """.formatted(limits.isEmpty() ? "" : ", " + limits, FAKE_AGENT);
    }

    /// The project as another process of the same person sees it.
    Project project() {
        return project(clock);
    }

    /// As somebody sees it whose clock is another.
    Project project(InstantSource otherClock) {
        return Project.open(new ProjectLocation(root), environment, otherClock, new Random());
    }

    private String carryOut(Request request) {
        try (Project project = project()) {
            return OutwardActs.carryOut(project, request);
        }
    }

    private static Path made(Path folder, String config) {
        try {
            Path root = Files.createDirectories(folder.resolve("project")).toRealPath();
            Files.createDirectory(root.resolve(".fuel"));
            write(
                    root.resolve(".fuel/.gitignore"),
                    "/agent.db*\n/backups/\n/consumer.*\n/merge.lock\n/processes/\n/worktrees/\n/fuel.log*\n");
            write(root.resolve(".fuel/config.yaml"), config);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> environment(Path root) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", root.resolveSibling("home").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        return environment;
    }

    /// Lets the programs of that folder be found before all others.
    Workshop withPrograms(Path programs) {
        environment.merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        return this;
    }

    TaskId add(String title, String... commands) {
        return add(title, TaskType.FEATURE, commands);
    }

    TaskId add(String title, TaskType type, String... commands) {
        return add(title, type, null, commands);
    }

    TaskId add(String title, TaskType type, @Nullable EpicId epic, String... commands) {
        String description =
                Stream.of(commands).map(command -> "fake: " + command).collect(Collectors.joining("\n"));
        NewTask task = new NewTask(
                title,
                description,
                type,
                new Priority(2),
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                epic,
                null);
        return store.write(Actor.HUMAN, session -> session.tasks().add(task)).id();
    }

    /// Starts a consumer on a thread of its own.
    Workshop consume() {
        return consume(ConsumerOptions.Mode.FOREVER);
    }

    Workshop consume(ConsumerOptions.Mode mode) {
        ConfigFile config = ConfigFile.open(root.resolve(".fuel/config.yaml"), ".fuel/config.yaml");
        @Nullable
        Repository repository =
                Repository.discover(root, environment) instanceof Discovery.Found(Repository found) ? found : null;
        Ground ground = new Ground(
                store,
                root,
                root.resolve(".fuel"),
                repository,
                config::current,
                clock,
                ZoneOffset.UTC,
                new Random(1),
                environment,
                false,
                GRACE,
                this::carryOut,
                null);
        Consumer consumer = new Consumer(ground, new ConsumerOptions("test", mode, false, null, false), events -> {
            told.addAll(events);
            tellings.release();
        });
        config.watch(_ -> {
            readings.release();
            consumer.wake();
        });
        CompletableFuture<IdleReport> report = new CompletableFuture<>();
        work = new Work(config, consumer, report);
        Thread.ofPlatform().daemon().name(CONSUMER).start(() -> {
            try {
                report.complete(consumer.run());
            } catch (Throwable failure) {
                report.completeExceptionally(failure);
            }
        });
        return this;
    }

    /// What a kill is to the consumer's thread: nothing after it is carried out or written down.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /// Runs one consumer until nothing can go on, or until it dies right after so many of its commits.
    ///
    /// @return whether it died
    boolean untilIdleDyingAfter(int commits) {
        AtomicInteger left = new AtomicInteger(commits);
        try (var _ = store.onChange(() -> {
            if (Thread.currentThread().getName().equals(CONSUMER) && left.decrementAndGet() == 0) {
                throw new Death();
            }
        })) {
            consume(ConsumerOptions.Mode.UNTIL_IDLE_AND_WAIT).ended();
            return false;
        } catch (AssertionError ended) {
            if (ended.getCause() instanceof ExecutionException failure && failure.getCause() instanceof Death) {
                return true;
            }
            throw ended;
        }
    }

    Consumer consumer() {
        return Objects.requireNonNull(work).consumer();
    }

    /// Waits until the consumer has ended by itself.
    IdleReport ended() {
        Work ending = Objects.requireNonNull(work);
        try {
            return ending.report().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the consumer has not ended well:\n" + history(), e);
        } finally {
            ending.config().close();
            work = null;
        }
    }

    IdleReport leave(boolean stopAgents) {
        consumer().leave(stopAgents);
        return ended();
    }

    /// Runs one consumer until nothing can go on.
    IdleReport untilIdle() {
        return consume(ConsumerOptions.Mode.UNTIL_IDLE_AND_WAIT).ended();
    }

    /// Waits, without looking again and again, until the database says so.
    void until(String what, Predicate<Session> condition) {
        Semaphore changes = new Semaphore(0);
        Instant limit = Instant.now().plus(LIMIT);
        try (var _ = store.onChange(changes::release)) {
            while (!store.read(condition::test)) {
                if (work != null && work.report().isCompletedExceptionally()) {
                    ended();
                }
                Duration left = Duration.between(Instant.now(), limit);
                if (!left.isPositive() || !changes.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("it did not come to this: %s\n%s".formatted(what, history()));
                }
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void untilStatus(TaskId task, TaskStatus status) {
        until(
                "%s is %s".formatted(task, status),
                session -> session.tasks().get(task).status() == status);
    }

    void untilHeld(TaskId task) {
        until(
                "%s is held".formatted(task),
                session -> !session.tasks().get(task).heldBy().isEmpty());
    }

    /// Waits until a run of the task has a process.
    Run untilRunning(TaskId task) {
        until(
                "a run of %s has a process".formatted(task),
                session -> session.runs().running().stream()
                        .anyMatch(run -> task.equals(run.task()) && run.process() != null));
        return runs(task).getFirst();
    }

    /// Edits the configuration, as an editor would, and waits until it has been read.
    void configure(String text) {
        readings.drainPermits();
        write(root.resolve(".fuel/config.yaml"), text);
        try {
            assertThat(readings.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A FIFO that an agent waits for (`wait`) until {@link #open} is called.
    Path gate() {
        return gate("gate");
    }

    Path gate(String name) {
        Path gate = root.resolveSibling(name);
        try {
            assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return gate;
    }

    /// Lets whoever waits at the gate go on. Waits for them.
    static void open(Path gate) {
        write(gate, "go\n");
    }

    /// Asks the consumer for something, as another process does.
    void ask(RequestKind kind, String target) {
        store.change(Actor.HUMAN, session -> session.requests().post(kind.word(), target, null, null));
    }

    Task task(TaskId id) {
        return store.read(session -> session.tasks().get(id));
    }

    /// The task's runs, latest first.
    List<Run> runs(TaskId task) {
        return store.read(session -> session.runs().list(RunFilter.ofTask(task)));
    }

    List<InboxItem> inbox() {
        return store.read(session -> session.inbox().open());
    }

    Map<AgentName, AgentHealth> health() {
        return store.read(session -> session.health().all());
    }

    Path worktree(TaskId task) {
        return root.resolve(".fuel/worktrees").resolve(task.value());
    }

    Path output(Run run) {
        return root.resolve(".fuel/processes")
                .resolve(String.valueOf(run.task()))
                .resolve(run.id().value())
                .resolve("stdout.log");
    }

    /// Waits until the run has written a line.
    String firstLine(Run run) {
        try {
            Process tail =
                    new ProcessBuilder("tail", "-n", "+1", "-f", output(run).toString()).start();
            try (var lines = tail.inputReader()) {
                return String.valueOf(lines.readLine());
            } finally {
                tail.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String git(String... words) {
        return git(root, environment, words);
    }

    /// That the person's checkout is clean and on this branch, and no worktree or branch of Fuel's is left.
    void requireNoTrace(String branch) {
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("symbolic-ref", "--short", "HEAD")).isEqualTo(branch);
        assertThat(git("worktree", "list").lines()).hasSize(1);
        assertThat(git("for-each-ref", "refs/heads/fuel")).isEmpty();
    }

    /// Waits until the consumer has told of such a change, after the turn that saw it.
    void untilTold(Predicate<Event> condition) {
        Instant limit = Instant.now().plus(LIMIT);
        try {
            while (told.stream().noneMatch(condition)) {
                Duration left = Duration.between(Instant.now(), limit);
                assertThat(tellings.tryAcquire(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS))
                        .as(this::history)
                        .isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String history() {
        return store.read(session -> session.events().since(0, 10_000)).stream()
                .map(event -> "%s %s %s→%s %s"
                        .formatted(event.entityId(), event.what(), event.fromState(), event.toState(), event.detail()))
                .collect(Collectors.joining("\n"));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String git(Path root, Map<String, String> environment, String... words) {
        List<String> all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        Command.Result result = new Command(all, root, environment, LIMIT, null).run();
        assertThat(result.exitCode())
                .as("git %s: %s", List.of(words), result.stderr())
                .isZero();
        return result.stdout().strip();
    }

    @Override
    public void close() {
        if (work != null) {
            leave(true);
        }
        store.close();
    }
}

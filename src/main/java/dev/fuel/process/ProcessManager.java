package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.RunId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts, adopts, watches and ends the processes of runs, which outlive Fuel.
///
/// Thread-safe. Each run's end is told of once, to the listener and through [#waitForAny], after everything that the
/// run had left behind was killed.
///
/// The end of our own child is learnt from the operating system at once, with the exit code in its folder by then. Java
/// looks only every few seconds whether a process that is not our child is gone, so of an adopted run the folder is
/// watched besides; the slow look still finds a supervisor that was killed.
public final class ProcessManager implements AutoCloseable {
    private static final int ENDS_KEPT = 1024;
    private static final Duration CLEARING = Duration.ofSeconds(5);
    private static final int KILLED = 137;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("process-manager").start(task);

    private final ProcessTable table = ProcessTable.ofThisMachine();
    private final Clearing clearing = new Clearing(table, CLEARING);
    private final DirectoryWatch watch = new DirectoryWatch();
    private final ConcurrentMap<RunId, AgentProcess> running = new ConcurrentHashMap<>();
    private final BlockingQueue<RunEnd> ends = new ArrayBlockingQueue<>(ENDS_KEPT);
    private final Supervisor supervisor;
    private final Stopping stopping;
    private final Duration grace;
    private final InstantSource clock;
    private final Consumer<RunEnd> listener;
    private volatile boolean closed;

    /// @param environment what agents inherit
    /// @param grace       how long an agent that is stopped has to heed TERM
    /// @param listener    is told of each end, on a thread of its own
    public ProcessManager(
            Map<String, String> environment, InstantSource clock, Duration grace, Consumer<RunEnd> listener) {
        this.supervisor = new Supervisor(environment);
        this.stopping = new Stopping(table, clearing, grace);
        this.grace = grace;
        this.clock = clock;
        this.listener = listener;
    }

    /// Starts the process of a run. A program that is missing or cannot be executed is an end like any other, with
    /// exit code 127 or 126 and the reason in `stderr.log`.
    ///
    /// @throws UncheckedIOException if the run's folder cannot be made or there is no such working directory
    public ProcessIdentity spawn(Launch launch) {
        if (closed || running.containsKey(launch.run())) {
            throw new IllegalStateException("cannot start %s: %s"
                    .formatted(launch.run(), closed ? "the process manager is closed" : "it is running"));
        }
        ProcessTable.Mark before = table.mark();
        Process child = supervisor.start(launch);
        // Its number cannot be another's yet: a child that has ended keeps it until it is waited for.
        ProcessIdentity identity =
                table.identify(child.pid()).orElseGet(() -> new ProcessIdentity(child.pid(), "ended"));
        follow(
                new AgentProcess(
                        launch.run(), launch.token(), new RunDirectory(launch.runDirectory()), identity, before, child),
                child.onExit());
        return identity;
    }

    /// Takes up a run that an earlier Fuel started. If it has ended meanwhile, that is told of like any end.
    public void adopt(RunId run, String token, Path runDirectory, ProcessIdentity identity) {
        var agent = new AgentProcess(
                run, token, new RunDirectory(runDirectory.toAbsolutePath()), identity, ProcessTable.Mark.NONE, null);
        follow(
                agent,
                agent.supervisor(table)
                        .map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
        watchExit(agent);
    }

    /// What became of a run, from its files and the process table alone.
    ///
    /// @param identity null if none was stored before Fuel ended
    public ProcessState inspect(Path runDirectory, @Nullable ProcessIdentity identity, String token) {
        RunDirectory directory = new RunDirectory(runDirectory);
        if (directory.ended().isPresent()) {
            return directory.ended().get();
        }
        if (identity != null && table.isRunning(identity)) {
            return new ProcessState.Alive(identity);
        }
        List<ProcessIdentity> carriers = table.carriers(token, ProcessTable.Mark.NONE);
        // It may have ended while we looked.
        Optional<ProcessState> ended = directory.ended().map(end -> end);
        return ended.orElseGet(() -> supervisorAmong(carriers, directory)
                .<ProcessState>map(ProcessState.Alive::new)
                .orElseGet(ProcessState.Gone::new));
    }

    private static Optional<ProcessIdentity> supervisorAmong(List<ProcessIdentity> carriers, RunDirectory directory) {
        long pid = directory.pid().orElse(-1);
        return carriers.stream()
                .filter(carrier -> carrier.pid() == pid)
                .findFirst()
                .or(() -> carriers.stream().findFirst());
    }

    public boolean isRunning(RunId run) {
        return running.containsKey(run);
    }

    public int runningCount() {
        return running.size();
    }

    /// Ends a run: TERM to its group, time to heed it, KILL to the group, then to everything else that belongs to
    /// it. Completes when nothing is left. A run that has ended needs nothing and is no error.
    public CompletableFuture<StopResult> kill(RunId run) {
        AgentProcess agent = running.get(run);
        if (agent == null) {
            return CompletableFuture.completedFuture(StopResult.nothingToDo());
        }
        beginStop(agent);
        return agent.cleared();
    }

    /// Kills every process that carries the token.
    public StopResult sweep(String token) {
        return clearing.clear(token, List.of(), ProcessTable.Mark.NONE, null);
    }

    /// Waits until a run has ended, and takes the ends not taken before, at most the latest 1,024.
    ///
    /// @return nothing if none ended in that time
    public List<RunEnd> waitForAny(Duration limit) throws InterruptedException {
        List<RunEnd> taken = new ArrayList<>();
        RunEnd first = ends.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            taken.add(first);
            ends.drainTo(taken);
        }
        return taken;
    }

    /// Ends the watching. Agents go on, for the next Fuel to adopt, unless they are to be stopped: then their ends
    /// are told of first, as far as they come in time.
    public void shutdown(boolean stopAgents) {
        if (closed) {
            return;
        }
        if (stopAgents) {
            List<AgentProcess> agents = List.copyOf(running.values());
            agents.forEach(this::beginStop);
            CompletableFuture.allOf(agents.stream().map(AgentProcess::told).toArray(CompletableFuture<?>[]::new))
                    .completeOnTimeout(
                            null, grace.plus(CLEARING.multipliedBy(2)).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        closed = true;
        watch.close();
    }

    /// Leaves the agents running.
    @Override
    public void close() {
        shutdown(false);
    }

    private void follow(AgentProcess agent, CompletableFuture<?> supervisorGone) {
        running.put(agent.run(), agent);
        var _ = supervisorGone.thenRun(() -> THREADS.execute(() -> end(agent)));
    }

    private void watchExit(AgentProcess agent) {
        Runnable look = () -> {
            if (agent.directory().ended().isPresent()) {
                THREADS.execute(() -> end(agent));
            }
        };
        try {
            DirectoryWatch.Registration exitWatch =
                    watch.watch(agent.directory().path(), look);
            var _ = agent.cleared().whenComplete((_, _) -> exitWatch.close());
        } catch (UncheckedIOException e) {
            // The folder was removed, or the machine has no watches left: the slow look learns of the end.
        }
        look.run();
    }

    private void beginStop(AgentProcess agent) {
        if (agent.enterStop()) {
            THREADS.execute(() -> stop(agent));
        }
    }

    private void stop(AgentProcess agent) {
        try {
            StopResult result = stopping.stop(agent);
            agent.cleared().complete(result);
            if (agent.supervisor(table).isEmpty()) {
                end(agent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            agent.cleared().completeExceptionally(e);
        } catch (RuntimeException e) {
            agent.cleared().completeExceptionally(e);
        }
    }

    private void end(AgentProcess agent) {
        if (closed || !agent.enterEnd()) {
            return;
        }
        if (!agent.isStopping()) {
            agent.cleared().complete(clearing.clear(agent.token(), List.of(), agent.startedAfter(), agent.identity()));
        }
        var _ = agent.cleared().whenComplete((result, _) -> THREADS.execute(() -> tell(agent, result)));
    }

    /// A folder that cannot be read must not keep the end from being told.
    private static Optional<ProcessState.Ended> endIn(RunDirectory directory) {
        try {
            return directory.ended();
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private void tell(AgentProcess agent, @Nullable StopResult result) {
        Optional<ProcessState.Ended> ended = endIn(agent.directory());
        Integer exitCode = ended.map(ProcessState.Ended::exitCode)
                .or(agent::supervisorExitCode)
                .or(() -> Optional.of(KILLED).filter(_ -> result != null && result.forced()))
                .orElse(null);
        Instant endedAt = ended.map(ProcessState.Ended::endedAt).orElseGet(clock::instant);
        RunEnd end = new RunEnd(
                agent.run(),
                agent.directory().path(),
                exitCode,
                endedAt,
                agent.isStopping(),
                result == null ? 0 : result.killed());
        running.remove(agent.run(), agent);
        while (!ends.offer(end)) {
            ends.poll();
        }
        try {
            listener.accept(end);
        } finally {
            agent.told().complete(end);
        }
    }
}

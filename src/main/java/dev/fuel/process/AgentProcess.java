package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The process of one run that is under way: its supervisor, and how far its end has come.
///
/// A run's end is entered once, and a stop at most once and never after that; the two are decided under this object's
/// lock.
final class AgentProcess {
    private final RunId run;
    private final String token;
    private final RunDirectory directory;
    private final ProcessIdentity identity;
    private final ProcessTable.Mark startedAfter;
    private final @Nullable Process child;
    private final CompletableFuture<Void> supervisorEnded = new CompletableFuture<>();
    private final CompletableFuture<StopResult> cleared = new CompletableFuture<>();
    private final CompletableFuture<RunEnd> told = new CompletableFuture<>();
    private boolean stopping;
    private boolean ending;

    /// @param startedAfter a moment before its start; [ProcessTable.Mark#NONE] if none is known
    /// @param child        null for a process that an earlier Fuel started
    AgentProcess(
            RunId run,
            String token,
            RunDirectory directory,
            ProcessIdentity identity,
            ProcessTable.Mark startedAfter,
            @Nullable Process child) {
        this.run = run;
        this.token = token;
        this.directory = directory;
        this.identity = identity;
        this.startedAfter = startedAfter;
        this.child = child;
    }

    RunId run() {
        return run;
    }

    String token() {
        return token;
    }

    RunDirectory directory() {
        return directory;
    }

    ProcessIdentity identity() {
        return identity;
    }

    ProcessTable.Mark startedAfter() {
        return startedAfter;
    }

    /// The supervisor, if it is alive and no other process has got its number.
    Optional<ProcessHandle> supervisor(ProcessTable table) {
        if (child != null) {
            return Optional.of(child.toHandle()).filter(ProcessHandle::isAlive);
        }
        return table.isRunning(identity) ? ProcessHandle.of(identity.pid()) : Optional.empty();
    }

    /// How the supervisor itself ended, where it is our own child and has ended.
    Optional<Integer> supervisorExitCode() {
        return child == null || child.isAlive() ? Optional.empty() : Optional.of(child.exitValue());
    }

    /// @return whether the caller is the first to note the end, and so the one to act on it
    synchronized boolean enterEnd() {
        boolean first = !ending;
        ending = true;
        supervisorEnded.complete(null);
        return first;
    }

    /// @return whether the caller is to stop it: not if it is being stopped or has ended
    synchronized boolean enterStop() {
        boolean first = !stopping && !ending;
        stopping |= first;
        return first;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /// Completed when nothing of the run is left, or was given up.
    CompletableFuture<StopResult> cleared() {
        return cleared;
    }

    /// Completed when the listener has been told of the end.
    CompletableFuture<RunEnd> told() {
        return told;
    }

    /// @return false if it goes on after that time
    boolean awaitSupervisor(Duration limit) throws InterruptedException {
        try {
            supervisorEnded.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of %s could not be awaited".formatted(run), e);
        }
    }
}

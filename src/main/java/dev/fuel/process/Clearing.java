package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kills what a run has left behind, whatever group or session it has moved to.
///
/// A process that is being killed may have forked just before, so it looks again until nothing is found. The operating
/// system has no event for "the last process with this token is gone", hence the short pauses; they happen only when
/// something was found, and not for longer than the limit.
record Clearing(ProcessTable table, Duration limit) {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /// @param recorded   processes that are known to belong to the run, with or without its token
    /// @param since      a moment before the run's start
    /// @param supervisor is waited for but not killed, since it is just ending by itself; null if it is to be
    ///     killed too
    StopResult clear(
            String token,
            Collection<ProcessIdentity> recorded,
            ProcessTable.Mark since,
            @Nullable ProcessIdentity supervisor) {
        Set<ProcessIdentity> killed = new HashSet<>();
        Set<ProcessIdentity> known = new HashSet<>(recorded);
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            List<ProcessIdentity> left = left(token, known, since);
            if (left.isEmpty() || System.nanoTime() - deadline > 0) {
                return new StopResult(false, killed.size(), left);
            }
            left.stream().filter(identity -> !identity.equals(supervisor)).forEach(identity -> {
                kill(identity, known);
                killed.add(identity);
            });
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// The descendants that a process has now; one that loses its parent later is no longer seen as such.
    Stream<ProcessIdentity> descendants(ProcessHandle process) {
        return process.descendants().flatMap(descendant -> table.identify(descendant.pid()).stream());
    }

    /// A process that is gone already, or whose number is another's now, is left alone.
    private void kill(ProcessIdentity identity, Set<ProcessIdentity> known) {
        known.add(identity);
        ProcessHandle.of(identity.pid()).ifPresent(process -> {
            descendants(process).forEach(known::add);
            if (table.isRunning(identity)) {
                process.destroyForcibly();
            }
        });
    }

    private List<ProcessIdentity> left(String token, Set<ProcessIdentity> known, ProcessTable.Mark since) {
        Set<ProcessIdentity> left = new HashSet<>(table.carriers(token, since));
        known.stream().filter(table::isRunning).forEach(left::add);
        return List.copyOf(left);
    }
}

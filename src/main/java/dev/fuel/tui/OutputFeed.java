package dev.fuel.tui;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects the output of the watched run between two frames, so that a thousand lines are one message.
final class OutputFeed implements AutoCloseable {
    private final TuiBackend backend;
    private final Runnable wake;
    private final List<OutputLine> pending = new ArrayList<>();
    private long ticket;
    private @Nullable RunId run;
    private TuiBackend.@Nullable Subscription subscription;

    /// @param wake called when output waits that nobody knows of yet
    OutputFeed(TuiBackend backend, Runnable wake) {
        this.backend = backend;
        this.wake = wake;
    }

    /// From now on only this run's output counts. Does not block.
    ///
    /// @return the ticket to {@link #subscribe} with
    synchronized long select(RunId wanted) {
        run = wanted;
        pending.clear();
        ticket++;
        return ticket;
    }

    /// Follows the run, if the ticket is still the last one, and ends following any other. Blocks as the backend
    /// does.
    void subscribe(RunId wanted, long with) {
        TuiBackend.Subscription ending;
        synchronized (this) {
            if (with != ticket) {
                return;
            }
            ending = subscription;
            subscription = null;
        }
        close(ending);
        TuiBackend.Subscription begun = backend.follow(wanted, lines -> take(with, lines));
        synchronized (this) {
            if (with == ticket) {
                subscription = begun;
                return;
            }
        }
        begun.close();
    }

    private void take(long with, List<OutputLine> lines) {
        boolean first;
        synchronized (this) {
            if (with != ticket || lines.isEmpty()) {
                return;
            }
            first = pending.isEmpty();
            pending.addAll(lines);
            if (pending.size() > 2 * OutputLog.CAPACITY) {
                pending.subList(0, pending.size() - OutputLog.CAPACITY).clear();
            }
        }
        if (first) {
            wake.run();
        }
    }

    /// What came since the last time.
    synchronized Optional<Message> drain() {
        if (pending.isEmpty() || run == null) {
            return Optional.empty();
        }
        Message message = new Message.OutputArrived(run, List.copyOf(pending));
        pending.clear();
        return Optional.of(message);
    }

    @Override
    public void close() {
        TuiBackend.Subscription ending;
        synchronized (this) {
            ticket++;
            ending = subscription;
            subscription = null;
        }
        close(ending);
    }

    private static void close(TuiBackend.@Nullable Subscription ending) {
        if (ending != null) {
            ending.close();
        }
    }
}

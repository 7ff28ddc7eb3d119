package dev.fuel.tui;

import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLog;
import dev.fuel.tui.state.OutputSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the outputs that are followed between two frames, so that a thousand lines are one message.
///
/// Thread-safe.
final class OutputFeed implements AutoCloseable {
    private final TuiBackend backend;
    private final Runnable wake;
    private final Map<OutputSource, Channel> channels = new HashMap<>();

    /// @param wake called when output waits that nobody knows of yet
    OutputFeed(TuiBackend backend, Runnable wake) {
        this.backend = backend;
        this.wake = wake;
    }

    /// What has come of one output and was not taken yet.
    private static final class Channel {
        private List<OutputLine> lines = new ArrayList<>();
        private long skipped;
        private boolean whole;
        private Duration lag = Duration.ZERO;
        private boolean waiting;
        private TuiBackend.@Nullable Following following;

        private void take(OutputBatch batch) {
            if (batch.skipped() > 0) {
                skipped += lines.size() + batch.skipped();
                lines = new ArrayList<>();
            }
            lines.addAll(batch.lines());
            int surplus = lines.size() - OutputLog.CAPACITY;
            if (surplus > OutputLog.CAPACITY) {
                lines.subList(0, surplus).clear();
                skipped += surplus;
            }
            whole = batch.whole();
            lag = batch.lag();
            waiting = true;
        }

        private OutputBatch drain() {
            OutputBatch batch = new OutputBatch(skipped, lines, whole, lag);
            lines = new ArrayList<>();
            skipped = 0;
            waiting = false;
            return batch;
        }
    }

    /// From now on these outputs count and no others. Does not block.
    ///
    /// @return what ends following the others, which may block
    synchronized Runnable select(Set<OutputSource> wanted) {
        List<TuiBackend.Following> ending = new ArrayList<>();
        channels.entrySet().removeIf(entry -> {
            boolean over = !wanted.contains(entry.getKey());
            if (over && entry.getValue().following != null) {
                ending.add(entry.getValue().following);
            }
            return over;
        });
        wanted.forEach(source -> channels.computeIfAbsent(source, _ -> new Channel()));
        return () -> ending.forEach(TuiBackend.Following::close);
    }

    /// Follows the output, if that is still wanted. Blocks as the backend does.
    void subscribe(OutputSource source) {
        Channel channel;
        synchronized (this) {
            channel = channels.get(source);
        }
        if (channel == null) {
            return;
        }
        TuiBackend.Following begun = backend.follow(source, batch -> take(source, channel, batch));
        synchronized (this) {
            if (channels.get(source) == channel) {
                channel.following = begun;
                return;
            }
        }
        begun.close();
    }

    private void take(OutputSource source, Channel channel, OutputBatch batch) {
        boolean first;
        synchronized (this) {
            if (channels.get(source) != channel) {
                return;
            }
            first = !channel.waiting;
            channel.take(batch);
        }
        if (first) {
            wake.run();
        }
    }

    /// What is followed, to read more of it.
    synchronized Optional<TuiBackend.Following> following(OutputSource source) {
        return Optional.ofNullable(channels.get(source)).map(channel -> channel.following);
    }

    /// What came since the last time.
    synchronized List<Message> drain() {
        List<Message> messages = new ArrayList<>();
        channels.forEach((source, channel) -> {
            if (channel.waiting) {
                messages.add(new Message.OutputArrived(source, channel.drain()));
            }
        });
        return messages;
    }

    @Override
    public void close() {
        select(Set.of()).run();
    }
}

package dev.fuel.agents;

import java.util.ArrayList;
import java.util.List;

/// Turns the output of one run into events, fed piece by piece as it is written.
///
/// Owned by one thread.
public final class EventParser {
    private final LineSplitter splitter;
    private final LineReader reader;
    private List<AgentEvent> events = new ArrayList<>();

    /// @param longestLine in bytes; what is longer is cut
    public EventParser(int longestLine, LineReader reader) {
        this.splitter = new LineSplitter(longestLine);
        this.reader = reader;
    }

    /// The events that these bytes complete.
    public List<AgentEvent> feed(byte[] bytes, int offset, int length) {
        splitter.feed(bytes, offset, offset + length, this::line);
        return taken();
    }

    /// The output has ended: a last line without a line end counts too.
    public List<AgentEvent> end() {
        splitter.end(this::line);
        reader.end(events::add);
        return taken();
    }

    private void line(byte[] bytes, int from, int to, boolean cut) {
        reader.read(bytes, from, to, cut, events::add);
    }

    private List<AgentEvent> taken() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<AgentEvent> taken = events;
        events = new ArrayList<>();
        return taken;
    }
}

package dev.fuel.agents;

import java.util.function.Consumer;

/// Turns the output of one run into events, fed piece by piece as it is written.
///
/// Owned by one thread.
public final class EventParser {
    private final LineSplitter splitter;
    private final LineReader reader;

    /// @param longestLine in bytes; what is longer is cut
    public EventParser(int longestLine, LineReader reader) {
        this.splitter = new LineSplitter(longestLine);
        this.reader = reader;
    }

    /// Hands on the events that these bytes complete.
    public void feed(byte[] bytes, int from, int to, Consumer<AgentEvent> events) {
        splitter.feed(bytes, from, to, (line, start, end, cut) -> reader.read(line, start, end, cut, events));
    }

    /// The output has ended: a last line without a line end counts too.
    public void end(Consumer<AgentEvent> events) {
        splitter.end((line, start, end, cut) -> reader.read(line, start, end, cut, events));
        reader.end(events);
    }
}

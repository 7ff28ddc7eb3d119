package dev.fuel.agents;

import java.util.function.Consumer;

/// Output with one JSON object per line. What is no JSON object is noise, never an error: programs print warnings
/// between their events.
///
/// Lines are read with a streaming parser, so what a driver does not ask for is skipped and never built.
public final class JsonLines implements LineReader {
    /// In bytes. Programs echo prompts of 300 KB and whole files; nothing that matters is longer than this.
    private static final int LONGEST_LINE = 8 << 20;

    private static final int LONGEST_NOISE = 1000;

    private final JsonReader json = new JsonReader();
    private final Events events;

    /// What a driver makes of the objects.
    public interface Events {

        /// @param json stands before the object's first field
        /// @return whether the object is of a known type; if not, it becomes noise
        boolean read(JsonReader json, Consumer<AgentEvent> events);

        /// The output has ended.
        void end(Consumer<AgentEvent> events);
    }

    private JsonLines(Events events) {
        this.events = events;
    }

    public static EventParser parser(Events events) {
        return new EventParser(LONGEST_LINE, new JsonLines(events));
    }

    @Override
    public void read(byte[] bytes, int from, int to, boolean cut, Consumer<AgentEvent> sink) {
        int start = from;
        while (start < to && (bytes[start] == ' ' || bytes[start] == '\t')) {
            start++;
        }
        if (start == to) {
            return;
        }
        if (cut || bytes[start] != '{' || !parse(bytes, start, to, sink)) {
            int end = Math.min(to, from + LONGEST_NOISE);
            sink.accept(new AgentEvent.Noise(CleanText.of(bytes, from, end), cut || end < to));
        }
    }

    @Override
    public void end(Consumer<AgentEvent> sink) {
        events.end(sink);
    }

    private boolean parse(byte[] bytes, int from, int to, Consumer<AgentEvent> sink) {
        try {
            return json.of(bytes, from, to).nextToken() == JsonToken.START_OBJECT && events.read(json, sink);
        } catch (JsonReader.Malformed e) {
            return false; // Half a line, or JSON-like text: shown as noise.
        }
    }
}

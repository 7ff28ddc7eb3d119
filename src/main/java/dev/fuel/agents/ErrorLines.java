package dev.fuel.agents;

import java.util.function.Consumer;

/// Standard error: lines without a format, which are shown and never judged.
final class ErrorLines implements LineReader {
    /// In bytes.
    private static final int LONGEST_LINE = 4000;

    static EventParser parser() {
        return new EventParser(LONGEST_LINE, new ErrorLines());
    }

    @Override
    public void read(byte[] bytes, int from, int to, boolean cut, Consumer<AgentEvent> events) {
        events.accept(new AgentEvent.Noise(CleanText.of(bytes, from, to), cut));
    }

    @Override
    public void end(Consumer<AgentEvent> events) {}
}

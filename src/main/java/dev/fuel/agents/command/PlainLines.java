package dev.fuel.agents.command;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.CleanText;
import dev.fuel.agents.EventParser;
import dev.fuel.agents.LineReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Output without a format: every line is text, the last ones are the answer.
final class PlainLines implements LineReader {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int KEPT_LINES = 50;
    private static final int KEPT_CHARACTERS = 1 << 16;

    private final Deque<String> last = new ArrayDeque<>();
    private int kept;

    static EventParser parser() {
        return new EventParser(LONGEST_LINE, new PlainLines());
    }

    @Override
    public void read(byte[] bytes, int from, int to, boolean cut, Consumer<AgentEvent> events) {
        String line = CleanText.of(bytes, from, to) + (cut ? "…" : "");
        events.accept(new AgentEvent.Text(line));
        last.addLast(line);
        kept += line.length();
        while (last.size() > KEPT_LINES || (kept > KEPT_CHARACTERS && last.size() > 1)) {
            kept -= last.removeFirst().length();
        }
    }

    /// Whether it went well is for the exit code to say; up to there the answer is what was printed.
    @Override
    public void end(Consumer<AgentEvent> events) {
        events.accept(new AgentEvent.Finished(String.join("\n", last).strip(), true));
    }
}

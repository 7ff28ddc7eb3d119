package dev.fuel.agents.claude;

import dev.fuel.agents.AgentEvent;
import dev.fuel.domain.run.Usage;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the messages of a model have consumed, before the program reports it. A message comes on several lines, one for
/// each block, and each has the counts as they were when it began: what it said itself is not in them, only a token or
/// so. Messages of sub-agents come in between.
final class TurnCounts {
    /// More than can be under way at once.
    private static final int MOST_MESSAGES = 64;

    private final LinkedHashMap<String, TokenCounts> counted = new LinkedHashMap<>();
    private @Nullable String last;
    private TokenCounts unsaid = TokenCounts.NONE;

    /// A line of a message; one of another message ends the turn before it.
    void take(String message, TokenCounts counts, Consumer<AgentEvent> events) {
        if (!message.equals(last)) {
            end(events);
            last = message;
        }
        unsaid = unsaid.plus(counts.minus(counted.getOrDefault(message, TokenCounts.NONE)));
        counted.put(message, counts);
        if (counted.size() > MOST_MESSAGES) {
            counted.pollFirstEntry();
        }
    }

    /// The turn has ended: its tools have answered, or the next one has begun.
    void end(Consumer<AgentEvent> events) {
        if (!unsaid.equals(TokenCounts.NONE)) {
            Usage usage = unsaid.asUsage(null, null);
            forget();
            events.accept(new AgentEvent.TurnEnded(usage));
        }
    }

    /// The program reports what it has consumed so far.
    void forget() {
        unsaid = TokenCounts.NONE;
    }
}

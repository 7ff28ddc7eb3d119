package dev.fuel.cli;

import dev.fuel.domain.Event;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// An event of the audit log as one line, and as JSON.
final class EventWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private EventWords() {}

    /// `f-8a2b3c in_progress → review: work ended well`.
    static String sentence(Event event) {
        var words = new StringBuilder(event.entityId()).append(' ');
        if (event.fromState() != null && event.toState() != null) {
            words.append(event.fromState()).append(" → ").append(event.toState());
        } else {
            words.append(event.what().replace('_', ' '));
        }
        if (event.detail() != null && !event.detail().isBlank()) {
            words.append(": ").append(event.detail());
        }
        return words.toString();
    }

    /// A line for each event that a person watching wants to know of; the audit log has them all.
    static void print(Output output, List<Event> events) {
        for (Event event : events) {
            if (isNews(event)) {
                String time = CLOCK.format(event.at().atZone(ZoneId.systemDefault()));
                output.line(Role.DIM.of(time + "  "), Span.of(sentence(event)));
            }
        }
    }

    private static boolean isNews(Event event) {
        return switch (event.what()) {
            case "task_updated", "run_workspace", "run_added", "review_added", "routed", "agent_health" -> false;
            default -> !event.entityId().startsWith("r-");
        };
    }

    static void describe(Json json, Event event) {
        json.number("seq", event.seq())
                .text("at", event.at())
                .text("actor", event.actor())
                .text("entity_id", event.entityId())
                .text("what", event.what())
                .text("from_state", event.fromState())
                .text("to_state", event.toState())
                .text("detail", event.detail());
    }
}

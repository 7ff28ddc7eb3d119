package dev.fuel.cli;

import dev.fuel.domain.Event;

/// An event of the audit log as one line, and as JSON.
final class EventWords {
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

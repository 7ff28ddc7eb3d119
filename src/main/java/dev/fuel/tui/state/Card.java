package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One card of the board: a task, an idea of the backlog, or an inbox item without a task.
///
/// @param id       of a task, a backlog item or an inbox item
/// @param since    when it came into this state; its age counts from here
/// @param agent    who works on it, did last, or is to
/// @param branch   where its work is, once there is any
/// @param why      why it is where it is (`waits for f-3a9c12`, `agent codex is parked until 14:20`), empty if plain
/// @param notes    further lines (last failure, diff stat), the most telling first
/// @param run      its run under way
/// @param overlaps which other workspaces change the same files: `overlaps f-12ab34: src/App.java`
public record Card(
        Identifier id,
        String title,
        @Nullable Priority priority,
        @Nullable Complexity complexity,
        @Nullable EpicId epic,
        @Nullable AgentName agent,
        @Nullable String branch,
        Instant since,
        String why,
        List<String> notes,
        @Nullable ActiveRun run,
        List<String> overlaps) {
    public Card {
        notes = List.copyOf(notes);
        overlaps = List.copyOf(overlaps);
    }

    /// A card that overlaps nothing.
    public Card(
            Identifier id,
            String title,
            @Nullable Priority priority,
            @Nullable Complexity complexity,
            @Nullable EpicId epic,
            @Nullable AgentName agent,
            @Nullable String branch,
            Instant since,
            String why,
            List<String> notes,
            @Nullable ActiveRun run) {
        this(id, title, priority, complexity, epic, agent, branch, since, why, notes, run, List.of());
    }

    /// Whether every word of the filter stands somewhere on the card.
    boolean matches(List<String> words) {
        String text = "%s %s %s %s %s %s"
                .formatted(id.value(), title, epic, agent, why, priority)
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}

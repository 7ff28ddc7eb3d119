package dev.fuel.tui.state;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that waits for a person.
///
/// @param body the whole question, report or evidence
/// @param read somebody has seen it
public record InboxLine(
        InboxId id,
        InboxType type,
        String title,
        String body,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable RunId run,
        Instant since,
        boolean read) {

    /// Its kind in capitals, `EPIC REVIEW`.
    public String kind() {
        return type.name().replace('_', ' ');
    }

    /// What it is about, by its id; empty if it is about nothing in particular.
    public String about() {
        return task != null ? task.value() : epic != null ? epic.value() : "";
    }
}

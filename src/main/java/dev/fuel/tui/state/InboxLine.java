package dev.fuel.tui.state;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that waits for a person.
///
/// @param body    the whole question, report or evidence
/// @param read    somebody has seen it
/// @param actions what can be done about it; the first is the good answer
public record InboxLine(
        InboxId id,
        InboxType type,
        String title,
        String body,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable RunId run,
        Instant since,
        boolean read,
        List<InboxAction> actions) {
    public InboxLine {
        actions = List.copyOf(actions);
    }

    /// One of which can be done what can be done about all of its kind.
    public InboxLine(
            InboxId id,
            InboxType type,
            String title,
            String body,
            @Nullable TaskId task,
            @Nullable EpicId epic,
            @Nullable RunId run,
            Instant since,
            boolean read) {
        this(id, type, title, body, task, epic, run, since, read, type.actions());
    }

    /// Its kind in capitals, `EPIC REVIEW`.
    public String kind() {
        return type.name().replace('_', ' ');
    }

    /// What it is about, by its id; empty if it is about nothing in particular.
    public String about() {
        return task != null ? task.value() : epic != null ? epic.value() : "";
    }
}

package dev.fuel.domain.inbox;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.TriageKind;
import org.jspecify.annotations.Nullable;

/// An item that is about to be posted; nothing happens if one of the same cause is still open.
///
/// @param proposal what kind of thing the primary proposes in it; null if it proposes nothing
public record NewInboxItem(
        InboxType type,
        String cause,
        String title,
        String body,
        @Nullable EpicId epic,
        @Nullable TaskId task,
        @Nullable RunId run,
        @Nullable TriageKind proposal) {

    /// An item without a proposal.
    public NewInboxItem(
            InboxType type,
            String cause,
            String title,
            String body,
            @Nullable EpicId epic,
            @Nullable TaskId task,
            @Nullable RunId run) {
        this(type, cause, title, body, epic, task, run, null);
    }
}

package dev.fuel.domain.inbox;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/// An item that is about to be posted; nothing happens if one of the same cause is still open.
public record NewInboxItem(
        InboxType type,
        String cause,
        String title,
        String body,
        @Nullable EpicId epic,
        @Nullable TaskId task,
        @Nullable RunId run) {}

package dev.fuel.domain.inbox;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that waits for, or tells, a person. There is at most one open item per cause.
///
/// @param cause what brought it about, a key such as `stuck:f-8a2b3c`
public record InboxItem(
        InboxId id,
        InboxType type,
        String cause,
        String title,
        String body,
        @Nullable EpicId epic,
        @Nullable TaskId task,
        @Nullable RunId run,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant actionedAt,
        @Nullable String action) {}

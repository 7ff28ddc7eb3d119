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
/// @param body   the whole question, report or evidence
/// @param action what answers it, as a command (`fuel inbox:approve e-4f19c2`), empty if there is none yet
public record InboxLine(
        InboxId id,
        InboxType type,
        String title,
        String body,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable RunId run,
        Instant since,
        String action) {}

package dev.fuel.domain.inbox;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that waits for, or tells, a person. There is at most one open item per cause.
///
/// @param cause        what brought it about, a key such as `stuck:f-8a2b3c`
/// @param snoozedUntil a person has put it off until then; null if nobody has
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
        @Nullable String action,
        @Nullable Instant snoozedUntil) {
    private static final Set<InboxAction> OF_EPICS =
            EnumSet.of(InboxAction.APPROVE, InboxAction.RETRY, InboxAction.REQUEST_CHANGES);

    /// Whether a person has put it off, and it has not come back yet.
    public boolean isSnoozed(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    /// Whether it is about an epic as a whole.
    public boolean isOfEpic() {
        return epic != null && task == null && type.isAboutWork();
    }

    /// What can be done about it; the first is the positive one. An epic is no work that somebody could take over.
    public List<InboxAction> actions() {
        return isOfEpic() ? type.actions().stream().filter(OF_EPICS::contains).toList() : type.actions();
    }
}

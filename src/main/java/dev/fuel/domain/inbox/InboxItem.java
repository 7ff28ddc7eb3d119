package dev.fuel.domain.inbox;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.TriageKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that waits for, or tells, a person. There is at most one open item per cause.
///
/// @param cause        what brought it about, a key such as `stuck:f-8a2b3c`
/// @param snoozedUntil a person has put it off until then; null if nobody has
/// @param proposal     what kind of thing the primary proposes in it; null if it proposes nothing
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
        @Nullable Instant snoozedUntil,
        @Nullable TriageKind proposal) {
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
        if (isOfEpic()) {
            return type.actions().stream().filter(OF_EPICS::contains).toList();
        }
        return proposal == null
                ? type.actions()
                : Stream.concat(Stream.of(answerTo(proposal)), type.actions().stream())
                        .distinct()
                        .toList();
    }

    /// A question is answered, all else is accepted.
    private static InboxAction answerTo(TriageKind proposal) {
        return switch (proposal) {
            case RETRY, SPLIT -> InboxAction.ACCEPT;
            case ASK -> InboxAction.ANSWER;
        };
    }
}

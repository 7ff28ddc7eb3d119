package dev.fuel.consume;

import dev.fuel.domain.Word;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.git.Change;
import dev.fuel.git.Repository;
import dev.fuel.git.TargetMerge;
import dev.fuel.store.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes down what has come of an epic as a whole. Each method is part of its caller's transaction.
public final class EpicRecords {
    private static final int LONGEST_SUMMARY = 20_000;
    private static final String RESOLVED = "resolved by ";

    private EpicRecords() {}

    /// The tasks are done: a person is asked.
    ///
    /// @param tests what they say of work that was merged since that person was asked before; null if it was not
    static void asked(
            Session session, EpicId id, @Nullable Change change, @Nullable Check tests, @Nullable String noSummary) {
        if (noSummary != null && session.epics().get(id).summary() != null) {
            // What was said before of other work must not be taken for a summary of this one.
            session.epics().setSummary(id, null);
        }
        EpicReport report = EpicReport.read(session, id);
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.EPIC_REVIEW,
                        "epic_review:" + id,
                        "%s is ready for your approval%s"
                                .formatted(
                                        report.epic().title(),
                                        tests != null && tests.isFailed() ? ", but its tests fail" : ""),
                        EpicAccount.of(report, change, remark(session, id, tests), noSummary),
                        id,
                        null,
                        null));
    }

    /// What resolved the last conflict is the last thing that a person was told of.
    private static String remark(Session session, EpicId id, @Nullable Check tests) {
        List<InboxItem> items = session.inbox().of(id);
        return resolver(items)
                .map(run ->
                        ("You have approved this before, but it did not fit: %s. %s has merged %s into it. Nothing has"
                                        + " landed; look at what has become of it, and approve that.%s")
                                .formatted(
                                        items.getLast().title(),
                                        run,
                                        session.epics().get(id).baseBranch(),
                                        sentence(tests)))
                .orElse("");
    }

    private static String sentence(@Nullable Check tests) {
        if (tests == null) {
            return "";
        }
        return "\n\n"
                + switch (tests.outcome()) {
                    case PASSED -> "The tests were run on it: %s.".formatted(tests.detail());
                    case FAILED ->
                        "The tests fail on it: %s. Request changes to have that mended, or approve it all the same."
                                .formatted(tests.detail());
                    case SKIPPED -> "The tests say nothing of it: %s.".formatted(tests.detail());
                };
    }

    /// The merge run that has ended the last question to a person, if that is how it ended.
    static Optional<String> resolver(List<InboxItem> items) {
        String action = items.isEmpty() ? null : items.getLast().action();
        return action != null && action.startsWith(RESOLVED)
                ? Optional.of(action.substring(RESOLVED.length()))
                : Optional.empty();
    }

    /// It is not done any more.
    static void withdrawn(Session session, EpicId id) {
        endItems(session, id, "not done any more");
        endRequests(session, id, "not done any more");
        session.epics().release(id, Hold.MERGE);
    }

    /// A person has approved it, and its work does not fit onto its base branch: an agent is to resolve that.
    public static void conflicting(Session session, EpicId id, String words) {
        Epic epic = session.epics().get(id);
        if (epic.status() != EpicStatus.REVIEW_PENDING) {
            return;
        }
        endItems(session, id, "approved, but " + words);
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.MERGE_CONFLICT,
                        cause(id),
                        words,
                        ("%s and %s have changed the same. An agent is to bring them together on %s; then you are asked"
                                        + " again. Nothing has landed.")
                                .formatted(Repository.branchOf(id), epic.baseBranch(), Repository.branchOf(id)),
                        id,
                        null,
                        null));
        session.epics().hold(id, Hold.MERGE);
        if (session.requests().open().stream().noneMatch(request -> isMergeOf(request.kind(), request.target(), id))) {
            session.requests().post(RequestKind.MERGE_EPIC.word(), id.value(), words, null);
        }
    }

    /// A person has approved it, and something stands in the way that only a person can move.
    public static void blocked(Session session, EpicId id, String words) {
        if (session.epics().get(id).status() == EpicStatus.REVIEW_PENDING) {
            endItems(session, id, "approved, but " + words);
            session.inbox()
                    .post(new NewInboxItem(
                            InboxType.MERGE_BLOCKED,
                            cause(id),
                            words,
                            "Nothing was changed. Clear the way, then `fuel inbox:approve %s`.".formatted(id),
                            id,
                            null,
                            null));
        }
    }

    /// A person has approved it and its work is where it belongs.
    public static void approved(Session session, EpicId id) {
        session.signOff().approve(id);
        session.epics().get(id).heldBy().forEach(by -> session.epics().release(id, by));
        endItems(session, id, "approved");
        session.inbox().action(BudgetKey.of(id).cause(), "approved");
        endRequests(session, id, "approved");
    }

    static void summarised(Session session, EpicId id, String text) {
        String summary = text.strip();
        session.epics()
                .setSummary(
                        id,
                        summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY) + "…");
    }

    /// What was too dear once is not begun again.
    static void notSummarised(Session session, Run run, EpicId id) {
        session.epics().countSummaryTry(id);
        if (run.stopping() == StopReason.BUDGET) {
            session.epics().countSummaryTry(id);
        }
    }

    /// A merge run has ended.
    ///
    /// @param state how the resolving went; null if nothing can be seen of it
    static void merged(Session session, Run run, EpicId id, TargetMerge.@Nullable State state) {
        if (state != null && state.isResolved()) {
            session.epics().release(id, Hold.MERGE);
            session.inbox().action(cause(id), RESOLVED + run.id());
        } else if (triedNothing(run)) {
            session.requests()
                    .post(RequestKind.MERGE_EPIC.word(), id.value(), "%s came to nothing".formatted(run.id()), null);
        } else {
            handedOver(
                    session,
                    id,
                    "%s has not resolved it: %s"
                            .formatted(run.id(), state == null ? "it came to nothing" : state.leftOpen()));
        }
    }

    /// It was limited, lost before it began, or stopped because Fuel was left.
    private static boolean triedNothing(Run run) {
        return (run.errorType() != null && !run.charged()) || run.stopping() == StopReason.SHUTDOWN;
    }

    /// The merge needs a person. It is tried afresh when that person approves again.
    static void handedOver(Session session, EpicId id, String why) {
        endRequests(session, id, why);
        session.epics().release(id, Hold.MERGE);
        Epic epic = session.epics().get(id);
        session.inbox().findOpen(cause(id)).ifPresent(conflict -> {
            session.inbox().action(conflict.id(), why);
            session.inbox()
                    .post(new NewInboxItem(
                            InboxType.MERGE_CONFLICT,
                            cause(id),
                            conflict.title(),
                            ("%s\n\nNothing has landed; the work is on %s. Merge %s into it by hand and commit, or just try"
                                            + " again: `fuel inbox:approve %s`.")
                                    .formatted(why, Repository.branchOf(id), epic.baseBranch(), id),
                            id,
                            null,
                            null));
        });
    }

    private static void endItems(Session session, EpicId id, String action) {
        session.inbox().of(id).stream()
                .filter(item -> item.actionedAt() == null && item.type().isAboutWork())
                .forEach(item -> session.inbox().action(item.id(), action));
    }

    private static void endRequests(Session session, EpicId id, String result) {
        session.requests().pending().stream()
                .filter(request -> isMergeOf(request.kind(), request.target(), id))
                .forEach(request -> session.requests().done(request.id(), result));
    }

    private static boolean isMergeOf(String kind, String target, EpicId id) {
        return Word.find(RequestKind.class, kind).orElse(null) == RequestKind.MERGE_EPIC && target.equals(id.value());
    }

    private static String cause(EpicId id) {
        return "merge:" + id;
    }
}

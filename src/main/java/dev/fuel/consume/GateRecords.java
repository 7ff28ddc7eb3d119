package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Convergence;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.gate.Examination;
import dev.fuel.gate.Gate;
import dev.fuel.gate.GateResult;
import dev.fuel.store.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes down what the steps of the gate have come to, each in the transaction of its caller.
final class GateRecords {
    private static final int SHORT_COMMIT = 10;

    private GateRecords() {}

    /// What the deterministic checks have found: the beginning of a review, or of its next look after the work was
    /// put elsewhere.
    static void examined(Session session, Task task, Examination examination) {
        Optional<Review> pending = session.reviews().pending(task.id());
        if (pending.isPresent() && Objects.equals(pending.get().head(), task.commit())) {
            session.reviews().goOnWith(pending.get().id(), task.commit(), examination.checks());
        } else {
            @Nullable Run work = session.runs().lastOf(task.id(), RunKind.WORK).orElse(null);
            session.reviews().open(task.id(), work == null ? null : work.id(), task.commit(), examination.checks());
        }
        noteIssues(session, task, examination.issues());
        if (!examination.fuelFiles().isEmpty()
                && !task.isApproved()
                && examination.checks().stream().noneMatch(Check::isFailed)) {
            String title = "%s changes Fuel's own files".formatted(task.id());
            finish(session, task, ReviewStatus.INCONCLUSIVE, title);
            hold(
                    session,
                    task,
                    Hold.MERGE,
                    new NewInboxItem(
                            InboxType.MERGE_BLOCKED,
                            "merge:" + task.id(),
                            title,
                            "Configuration and prompts run commands, so a person must look at them first:\n- "
                                    + String.join("\n- ", examination.fuelFiles()),
                            task.epic(),
                            task.id(),
                            null));
        }
    }

    /// What is worth a follow-up; after a rebase it is found again.
    private static void noteIssues(Session session, Task task, List<Issue> issues) {
        session.reviews().pending(task.id()).ifPresent(review -> {
            List<Issue> fresh = issues.stream()
                    .filter(issue -> !Convergence.isAmong(issue, review.issues()))
                    .toList();
            if (!fresh.isEmpty()) {
                session.reviews().addIssues(review.id(), fresh);
                FollowUps.add(session, task, review.id(), fresh);
            }
        });
    }

    /// What the tests say, and whether a person must look because they say nothing.
    static void tested(Session session, Task task, GateStep.ConcludeTests tests) {
        session.reviews()
                .pending(task.id())
                .ifPresent(review -> session.reviews().setCheck(review.id(), tests.check()));
        if (tests.help() != null) {
            inconclusive(session, task, tests.help());
        }
    }

    /// How the landing went, of a task that is still in review.
    static void landed(Session session, Task task, GateResult result) {
        switch (result) {
            case GateResult.Landed(String commit) -> {
                finish(session, task, ReviewStatus.PASSED, "decided by the checks; no review agent is configured");
                session.tasks().step(task, Move.CLOSE, landedWords(task, commit));
            }
            case GateResult.Rebased(String head, String base) -> {
                merged(session, task, head, base);
                if (task.isApproved()) {
                    session.tasks().change(task.id()).approve(head).done();
                }
            }
            case GateResult.Moved(String head) -> {
                session.tasks().change(task.id()).commit(head).done();
                finish(session, task, ReviewStatus.INCONCLUSIVE, "its branch has moved on");
            }
            case GateResult.Conflict(String target, String onto, List<String> files) ->
                session.reviews()
                        .pending(task.id())
                        .ifPresent(review -> session.reviews()
                                .setCheck(
                                        review.id(),
                                        Check.failed(
                                                Check.MERGE,
                                                "conflict in %s (%s is at %s)"
                                                        .formatted(
                                                                String.join(", ", files), target, shortened(onto)))));
            case GateResult.Blocked(InboxType type, String title, String body) ->
                hold(
                        session,
                        task,
                        Hold.MERGE,
                        new NewInboxItem(type, "merge:" + task.id(), title, body, task.epic(), task.id(), null));
        }
    }

    /// The work now contains its target: the checks begin anew with it, and what the reviewer has said stays.
    static void merged(Session session, Task task, String head, String base) {
        session.tasks().change(task.id()).commit(head).baseCommit(base).done();
        session.reviews()
                .pending(task.id())
                .ifPresent(review -> session.reviews().goOnWith(review.id(), head, List.of()));
    }

    /// Somebody took the task out of review while its work landed.
    static void landedLate(Session session, Task task, GateResult result) {
        if (result instanceof GateResult.Landed(String commit) && commit != null) {
            session.events()
                    .add(
                            task.id().value(),
                            "task_landed_late",
                            "it was %s while its work landed: %s"
                                    .formatted(task.status().word(), landedWords(task, commit)));
        }
    }

    /// The work needs mending: the issues go to its author, or, where rounds lead nowhere, all of them to a person.
    static void sentBack(Session session, Task task, String issues, FuelConfig config) {
        List<Review> before = rounds(session, task);
        finish(session, task, ReviewStatus.FAILED, RunOutcomes.firstLine(issues));
        session.tasks()
                .change(task.id())
                .lastReviewIssues(issues)
                .countReviewRound()
                .done();
        session.tasks().move(task.id(), Move.SEND_BACK, RunOutcomes.firstLine(issues));
        goOnWithAuthor(session, task);
        List<Review> all = rounds(session, session.tasks().get(task.id()));
        int round = task.reviewRounds() + 1;
        boolean again = !before.isEmpty()
                && !all.isEmpty()
                && Convergence.isMissing(
                        all.getLast().blocking(), before.getLast().blocking());
        if (round >= config.limits().maxReviewRounds()) {
            Settlement.stick(session, task, "%d review rounds did not settle it".formatted(round), chain(all, issues));
        } else if (again) {
            Settlement.stick(session, task, "the review finds the same as the round before", chain(all, issues));
        }
    }

    /// Who did the work mends it, in the same session if that can go on.
    private static void goOnWithAuthor(Session session, Task task) {
        session.runs()
                .lastOf(task.id(), RunKind.WORK)
                .filter(run -> run.agent() != null && Resumption.isPossible(session, run, run.agent()))
                .ifPresent(run -> session.tasks()
                        .change(task.id())
                        .goesOnWith(run.agent())
                        .done());
    }

    /// The reviews that have sent the task back since its rounds are counted, oldest first.
    private static List<Review> rounds(Session session, Task task) {
        return session.reviews().of(task.id()).stream()
                .filter(review -> review.status() == ReviewStatus.FAILED)
                .limit(task.reviewRounds())
                .toList()
                .reversed();
    }

    private static String chain(List<Review> rounds, String last) {
        String chain = rounds.stream().map(ReviewPrompts::round).collect(Collectors.joining("\n\n"));
        return chain.contains(last.strip()) ? chain : chain + "\n\n" + last;
    }

    /// Nobody can say what the work is worth: a person must.
    static void inconclusive(Session session, Task task, String why) {
        finish(session, task, ReviewStatus.INCONCLUSIVE, why);
        hold(
                session,
                task,
                Hold.STUCK,
                new NewInboxItem(
                        InboxType.INCONCLUSIVE_REVIEW,
                        "inconclusive_review:" + task.id(),
                        "the review of %s is inconclusive: %s".formatted(task.id(), RunOutcomes.firstLine(why)),
                        "%s\n\n%s\n\nThe work is on %s. Review it again with `fuel review %s`, or `fuel cancel %s`."
                                .formatted(
                                        task.title(),
                                        why,
                                        task.branch() == null ? "the branch checked out" : task.branch(),
                                        task.id(),
                                        task.id()),
                        task.epic(),
                        task.id(),
                        null));
    }

    /// A person is asked to sign the task off.
    static void askedForSignOff(Session session, Task task) {
        Review review = session.reviews().pending(task.id()).orElseThrow();
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.TASK_REVIEW,
                        SignOffPolicy.cause(review),
                        "%s is ready for your approval: %s".formatted(task.id(), task.title()),
                        "%s\nThe work is on %s; see `fuel diff %s` and `fuel review:show %s`."
                                .formatted(review.summary(), task.branch(), task.id(), review.id()),
                        null,
                        task.id(),
                        null));
    }

    /// The merge needs a person. It is tried afresh when that person says so.
    static void handedOver(Session session, Task task, String conflict) {
        session.reviews()
                .pending(task.id())
                .ifPresent(review -> session.reviews()
                        .goOnWith(
                                review.id(),
                                task.commit(),
                                review.checks().stream()
                                        .filter(check -> !check.name().equals(Check.MERGE))
                                        .toList()));
        hold(
                session,
                task,
                Hold.MERGE,
                new NewInboxItem(
                        InboxType.MERGE_CONFLICT,
                        "merge:" + task.id(),
                        "cannot merge %s: %s".formatted(task.id(), conflict),
                        ("Nothing was changed; the work is on %s. Bring %s into it by hand and commit, then"
                                        + " `fuel retry %s`; or `fuel cancel %s`.")
                                .formatted(task.branch(), Gate.target(task), task.id(), task.id()),
                        task.epic(),
                        task.id(),
                        null));
    }

    /// A step that could not be made must not be made for ever.
    static void failed(Session session, Task task, RuntimeException failure) {
        hold(
                session,
                task,
                Hold.MERGE,
                new NewInboxItem(
                        InboxType.MERGE_BLOCKED,
                        "merge:" + task.id(),
                        "cannot check %s: %s".formatted(task.id(), failure.getMessage()),
                        "%s\n\nMend the cause, then `fuel retry %s`.".formatted(failure, task.id()),
                        task.epic(),
                        task.id(),
                        null));
    }

    private static String landedWords(Task task, @Nullable String commit) {
        return commit == null ? "checks passed" : "landed on %s at %s".formatted(Gate.target(task), shortened(commit));
    }

    private static void finish(Session session, Task task, ReviewStatus status, String words) {
        session.reviews()
                .pending(task.id())
                .ifPresent(review -> session.reviews().finish(review.id(), status, words));
    }

    private static void hold(Session session, Task task, Hold hold, NewInboxItem item) {
        session.tasks().change(task.id()).hold(hold, item.title()).done();
        session.inbox().post(item);
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
    }
}

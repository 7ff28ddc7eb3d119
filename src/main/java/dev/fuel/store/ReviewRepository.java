package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.REVIEWS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.review.Verdict;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.ReviewsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reviews of tasks' work. A task has at most one that is pending: how far it has come at the gate.
public final class ReviewRepository {
    private final Session session;

    ReviewRepository(Session session) {
        this.session = session;
    }

    /// Opens a review, pending. One that is pending already makes way for it.
    ///
    /// @param run    the work run that is reviewed
    /// @param head   the commit that the checks are about; null where there is none
    /// @param checks what was found so far
    public Review open(TaskId task, @Nullable RunId run, @Nullable String head, Collection<Check> checks) {
        pending(task).ifPresent(earlier -> finish(earlier.id(), ReviewStatus.INCONCLUSIVE, "begun anew"));
        ReviewId id = new ReviewId(FreshId.of(session, ReviewId.PREFIX, REVIEWS, REVIEWS.ID));
        ReviewsRecord row = new ReviewsRecord();
        row.setId(id.value());
        row.setTaskId(task.value());
        row.setRunId(run == null ? null : run.value());
        row.setHeadCommit(head);
        row.setStatus(ReviewStatus.PENDING.word());
        row.setChecks(Json.ofChecks(checks));
        row.setStartedAt(session.now());
        KeptQueries.insert(session.sql(), "new review", REVIEWS, row);
        session.record(id.value(), "review_added", null, ReviewStatus.PENDING.word(), task.value());
        return get(id);
    }

    /// Keeps what a check has found, in the place of what it found before.
    public void setCheck(ReviewId id, Check check) {
        List<Check> checks = new ArrayList<>(get(id).checks());
        checks.removeIf(before -> before.name().equals(check.name()));
        checks.add(check);
        session.sql()
                .update(REVIEWS)
                .set(REVIEWS.CHECKS, Json.ofChecks(checks))
                .where(isPending(id))
                .execute();
        session.record(
                id.value(),
                "review_checked",
                null,
                check.outcome().word(),
                EventDetail.of(check.name(), check.detail()));
    }

    /// Goes on with another commit of the same work, as after a rebase: the checks are to be made again, what the
    /// reviewer has said stays.
    public void goOnWith(ReviewId id, @Nullable String head, Collection<Check> checks) {
        session.sql()
                .update(REVIEWS)
                .set(REVIEWS.HEAD_COMMIT, head)
                .set(REVIEWS.CHECKS, Json.ofChecks(checks))
                .where(isPending(id))
                .execute();
        session.record(id.value(), "review_moved", null, null, head);
    }

    /// Keeps what a check has found that is worth a follow-up.
    public void addIssues(ReviewId id, Collection<Issue> issues) {
        session.sql()
                .update(REVIEWS)
                .set(REVIEWS.ISSUES, Json.ofIssues(withEarlier(id, issues)))
                .where(isPending(id))
                .execute();
        session.record(id.value(), "review_issues", null, null, Integer.toString(issues.size()));
    }

    private List<Issue> withEarlier(ReviewId id, Collection<Issue> issues) {
        List<Issue> all = new ArrayList<>(get(id).issues());
        all.addAll(issues);
        return all;
    }

    /// Keeps what the reviewer says.
    ///
    /// @return whether the review was still pending
    public boolean judge(ReviewId id, @Nullable AgentName reviewer, Verdict verdict) {
        int judged = session.sql()
                .update(REVIEWS)
                .set(REVIEWS.AGENT, reviewer == null ? null : reviewer.value())
                .set(REVIEWS.VERDICT, verdict.decision().word())
                .set(REVIEWS.SUMMARY, verdict.summary())
                .set(REVIEWS.ISSUES, Json.ofIssues(withEarlier(id, verdict.issues())))
                .where(isPending(id))
                .execute();
        if (judged > 0) {
            session.record(
                    id.value(),
                    "review_judged",
                    null,
                    verdict.decision().word(),
                    EventDetail.of("summary", verdict.summary()));
        }
        return judged > 0;
    }

    /// Keeps which tasks have come of it, beside those that are known.
    public void addFollowUps(ReviewId id, Collection<TaskId> tasks) {
        var ids = new TreeSet<String>();
        get(id).followUps().forEach(task -> ids.add(task.value()));
        tasks.forEach(task -> ids.add(task.value()));
        session.sql()
                .update(REVIEWS)
                .set(REVIEWS.FOLLOWUP_TASK_IDS, WordSet.ofTexts(ids))
                .where(REVIEWS.ID.eq(id.value()))
                .execute();
        session.record(id.value(), "review_follow_ups", null, null, String.join(", ", ids));
    }

    /// Ends a pending review.
    ///
    /// @param words how, where no reviewer has summed it up
    /// @return whether it was pending
    public boolean finish(ReviewId id, ReviewStatus status, String words) {
        int finished = KeptQueries.change(
                session.sql(),
                "end of review",
                () -> session.sql()
                        .update(REVIEWS)
                        .set(REVIEWS.STATUS, status.word())
                        .set(REVIEWS.SUMMARY, DSL.coalesce(DSL.nullif(REVIEWS.SUMMARY, DSL.inline("")), DSL.val(words)))
                        .set(REVIEWS.COMPLETED_AT, session.now())
                        .where(REVIEWS.ID.eq(id.value()), REVIEWS.STATUS.eq(DSL.inline(ReviewStatus.PENDING.word()))),
                status.word(),
                words,
                session.now(),
                id.value());
        if (finished > 0) {
            Review review = get(id);
            session.record(
                    id.value(),
                    "review_ended",
                    ReviewStatus.PENDING.word(),
                    status.word(),
                    EventDetail.of("summary", review.summary()));
            session.scores().of(review.task());
        }
        return finished > 0;
    }

    /// Work did not get through, whoever says so and wherever its review stands: ends the pending one, or one that is
    /// opened for it.
    ///
    /// @param words why; they are put before what a reviewer has said
    public void fail(Task task, @Nullable RunId run, Collection<Check> checks, String words) {
        Review review = pending(task.id()).orElseGet(() -> open(task.id(), run, task.commit(), checks));
        if (!review.summary().isEmpty()) {
            session.sql()
                    .update(REVIEWS)
                    .set(REVIEWS.SUMMARY, words + "\n\n" + review.summary())
                    .where(isPending(review.id()))
                    .execute();
        }
        finish(review.id(), ReviewStatus.FAILED, words);
    }

    public Optional<Review> find(ReviewId id) {
        return KeptQueries.get(
                        session.sql(),
                        "review",
                        () -> session.sql().selectFrom(REVIEWS).where(REVIEWS.ID.eq(id.value())),
                        id.value())
                .fetchFirst(Rows::review);
    }

    /// @throws dev.fuel.domain.Refusal if there is no such review
    public Review get(ReviewId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.REVIEW, id.value()));
    }

    /// Where the task's work stands at the gate; empty if nothing was checked yet.
    public Optional<Review> pending(TaskId task) {
        return KeptQueries.get(
                        session.sql(),
                        "pending review",
                        () -> session.sql()
                                .selectFrom(REVIEWS)
                                .where(
                                        REVIEWS.TASK_ID.eq(task.value()),
                                        DSL.condition("{0} = 'pending'", REVIEWS.STATUS)),
                        task.value())
                .fetchFirst(Rows::review);
    }

    /// The reviews of a task, latest first.
    public List<Review> of(TaskId task) {
        return latest(REVIEWS.TASK_ID.eq(task.value()), Integer.MAX_VALUE);
    }

    public Optional<Review> lastOf(TaskId task) {
        return latest(REVIEWS.TASK_ID.eq(task.value()), 1).stream().findFirst();
    }

    /// All reviews, latest first.
    public List<Review> latest(int limit) {
        return latest(DSL.noCondition(), limit);
    }

    private List<Review> latest(Condition which, int limit) {
        return session.sql()
                .selectFrom(REVIEWS)
                .where(which)
                .orderBy(REVIEWS.STARTED_AT.desc(), DSL.field("rowid").desc())
                .limit(limit)
                .fetch(Rows::review);
    }

    private static Condition isPending(ReviewId id) {
        return REVIEWS.ID.eq(id.value()).and(REVIEWS.STATUS.eq(ReviewStatus.PENDING.word()));
    }
}

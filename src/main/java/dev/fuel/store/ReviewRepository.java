package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.REVIEWS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.ReviewsRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reviews of tasks' work.
public final class ReviewRepository {
    private final Session session;

    ReviewRepository(Session session) {
        this.session = session;
    }

    /// Opens a review, pending.
    ///
    /// @param run   the work run that is reviewed
    /// @param agent the reviewer; null when only the checks decide
    public Review add(TaskId task, @Nullable RunId run, @Nullable AgentName agent) {
        ReviewId id = new ReviewId(FreshId.of(session, ReviewId.PREFIX, REVIEWS, REVIEWS.ID));
        session.sql()
                .insertInto(REVIEWS)
                .set(REVIEWS.ID, id.value())
                .set(REVIEWS.TASK_ID, task.value())
                .set(REVIEWS.RUN_ID, run == null ? null : run.value())
                .set(REVIEWS.AGENT, agent == null ? null : agent.value())
                .set(REVIEWS.STATUS, ReviewStatus.PENDING.word())
                .set(REVIEWS.STARTED_AT, session.now())
                .execute();
        session.record(id.value(), "review_added", null, ReviewStatus.PENDING.word(), task.value());
        return get(id);
    }

    /// Adds a review that the checks alone have decided.
    ///
    /// @param run the work run that was reviewed
    public void addDecided(TaskId task, @Nullable RunId run, ReviewStatus status, List<Check> checks, String summary) {
        ReviewId id = new ReviewId(FreshId.of(session, ReviewId.PREFIX, REVIEWS, REVIEWS.ID));
        ReviewsRecord row = new ReviewsRecord();
        row.setId(id.value());
        row.setTaskId(task.value());
        row.setRunId(run == null ? null : run.value());
        row.setStatus(status.word());
        row.setChecks(Json.ofChecks(checks));
        row.setSummary(summary);
        row.setStartedAt(session.now());
        row.setCompletedAt(session.now());
        KeptQueries.insert(session.sql(), "decided review", REVIEWS, row);
        session.record(id.value(), "review_ended", null, status.word(), task.value());
    }

    /// Keeps what was found so far.
    public void setChecks(ReviewId id, List<Check> checks) {
        session.sql()
                .update(REVIEWS)
                .set(REVIEWS.CHECKS, Json.ofChecks(checks))
                .where(REVIEWS.ID.eq(id.value()))
                .execute();
        session.record(id.value(), "review_checked", null, null, checks.size() + " checks");
    }

    /// Ends a pending review.
    ///
    /// @return whether it was pending
    public boolean finish(ReviewId id, ReviewStatus status, List<Check> checks, String summary) {
        int finished = session.sql()
                .update(REVIEWS)
                .set(REVIEWS.STATUS, status.word())
                .set(REVIEWS.CHECKS, Json.ofChecks(checks))
                .set(REVIEWS.SUMMARY, summary)
                .set(REVIEWS.COMPLETED_AT, session.now())
                .where(REVIEWS.ID.eq(id.value()), REVIEWS.STATUS.eq(ReviewStatus.PENDING.word()))
                .execute();
        if (finished > 0) {
            session.record(
                    id.value(),
                    "review_ended",
                    ReviewStatus.PENDING.word(),
                    status.word(),
                    EventDetail.of("summary", summary));
        }
        return finished > 0;
    }

    public Optional<Review> find(ReviewId id) {
        return session.sql()
                .selectFrom(REVIEWS)
                .where(REVIEWS.ID.eq(id.value()))
                .fetchOptional(Rows::review);
    }

    /// @throws dev.fuel.domain.Refusal if there is no such review
    public Review get(ReviewId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.REVIEW, id.value()));
    }

    /// The reviews of a task, latest first.
    public List<Review> of(TaskId task) {
        return session.sql()
                .selectFrom(REVIEWS)
                .where(REVIEWS.TASK_ID.eq(task.value()))
                .orderBy(REVIEWS.STARTED_AT.desc())
                .fetch(Rows::review);
    }

    public Optional<Review> lastOf(TaskId task) {
        return session.sql()
                .selectFrom(REVIEWS)
                .where(REVIEWS.TASK_ID.eq(task.value()))
                .orderBy(REVIEWS.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(Rows::review);
    }

    /// All reviews, latest first.
    public List<Review> latest(int limit) {
        return session.sql()
                .selectFrom(REVIEWS)
                .orderBy(REVIEWS.STARTED_AT.desc())
                .limit(limit)
                .fetch(Rows::review);
    }
}

package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done about reviews.
public final class ReviewActions {
    private final Store store;
    private final Caller caller;

    public ReviewActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// Latest first.
    ///
    /// @param task only this task's, by the beginning of its id
    /// @throws Refusal if there is no such task
    public List<Review> list(@Nullable String task, int limit) {
        return store.read(session -> task == null
                ? session.reviews().latest(limit)
                : session.reviews().of(session.ids().task(task)).stream()
                        .limit(limit)
                        .toList());
    }

    /// @throws Refusal if there is no such review
    public Review review(String reference) {
        return store.read(session -> session.reviews().get(session.ids().review(reference)));
    }

    /// Sends a task's work through the gate from the beginning, whatever was said of it before.
    ///
    /// @throws Refusal if the task is over, somebody works on it, or there is no work yet
    public Task again(String reference) {
        caller.requirePerson("have work reviewed again");
        return store.writeDurably(caller.actor(), session -> {
            Task task = session.tasks().get(session.ids().task(reference));
            RunQueries.runningOn(session, task.id()).ifPresent(run -> {
                throw new Refusal(
                        "run_at_work",
                        "cannot review %s again: %s works on it; stop that first with `fuel run:kill %s`"
                                .formatted(task.id(), run.id(), run.id()));
            });
            submit(session, task);
            OpenItems.action(session, task.id(), "to be reviewed again");
            return session.tasks()
                    .change(task.id())
                    .approve(null)
                    .release(Hold.STUCK)
                    .release(Hold.MERGE)
                    .release(Hold.PERSON)
                    .freshBudget()
                    .done();
        });
    }

    private static void submit(Session session, Task task) {
        TaskId id = task.id();
        switch (task.status()) {
            case REVIEW ->
                session.reviews()
                        .pending(id)
                        .ifPresent(review -> session.reviews()
                                .finish(review.id(), ReviewStatus.INCONCLUSIVE, "to be reviewed again"));
            case OPEN, NEEDS_WORK -> {
                if (session.runs().lastOf(id, RunKind.WORK).isEmpty()) {
                    throw new Refusal("no_work_yet", "cannot review %s: nobody has worked on it yet".formatted(id));
                }
                session.tasks().move(id, Move.CLAIM, "to be reviewed again");
                session.tasks().move(id, Move.SUBMIT, "to be reviewed again");
            }
            case IN_PROGRESS ->
                throw new Refusal(
                        "illegal_move",
                        "cannot review %s: a person is working on it (`fuel done --gate %s` hands it over)"
                                .formatted(id, id));
            case CLOSED, CANCELLED ->
                throw new Refusal(
                        "illegal_move",
                        "cannot review %s: it is %s (`fuel reopen %s` opens it again)"
                                .formatted(id, task.status().word(), id));
        }
    }
}

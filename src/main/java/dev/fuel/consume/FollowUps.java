package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.review.Convergence;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes tasks of what a reviewer found that need not be mended before the work lands. In the transaction that stores
/// the verdict, so that each is made once.
///
/// They start once the reviewed work has landed, since they are about it. A reviewer that always finds something more
/// must not keep agents at work for ever: what the review of a follow-up leads to waits for a person.
final class FollowUps {
    private static final int MOST = 10;
    private static final int LONGEST_TITLE = 120;

    private FollowUps() {}

    static void add(Session session, Task task, ReviewId review, List<Issue> issues) {
        List<Issue> known = new ArrayList<>();
        for (Review earlier : session.reviews().of(task.id())) {
            if (!earlier.id().equals(review)) {
                known.addAll(earlier.issues());
            }
        }
        List<TaskId> added = new ArrayList<>();
        for (Issue issue : issues) {
            if (!issue.isBlocking() && added.size() < MOST && !Convergence.isAmong(issue, known)) {
                added.add(add(session, task, review, issue));
                known.add(issue);
            }
        }
        if (!added.isEmpty()) {
            session.reviews().addFollowUps(review, added);
        }
    }

    private static TaskId add(Session session, Task task, ReviewId review, Issue issue) {
        @Nullable Epic epic = Claims.epicOf(session, task);
        Task added = session.tasks()
                .add(new NewTask(
                        title(issue),
                        "%s\n\nFound by the review %s of %s (%s)."
                                .formatted(issue.sentence(), review, task.id(), task.title()),
                        Word.find(TaskType.class, issue.type()).orElse(TaskType.CHORE),
                        new Priority(Math.min(task.priority().value() + 1, Priority.LEAST_URGENT)),
                        Complexity.SIMPLE,
                        Collections.emptySortedSet(),
                        List.of(task.id()),
                        task.id(),
                        epic == null || epic.approvedAt() != null ? null : epic.id(),
                        null));
        if (task.createdBy().equals(Actor.CONSUMER.value())) {
            session.tasks()
                    .change(added.id())
                    .hold(
                            Hold.PERSON,
                            "found by the review of a follow-up; `fuel unpause %s` starts it".formatted(added.id()))
                    .done();
        }
        return added.id();
    }

    private static String title(Issue issue) {
        String line = RunOutcomes.firstLine(issue.description().strip());
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}

package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything that the next step of a task in review is decided from.
///
/// @param review   how far it has come; null before the first check
/// @param runs     those that belong to this review, oldest first
/// @param work     the last work run; null if a person did the work
/// @param signOff  the last question to a person about this review; null if none was put
/// @param tested   what the test command has found, if it still has to be judged
/// @param snapshot of the agents and slots; what is ready is not in it
record GateFacts(
        Task task,
        @Nullable Review review,
        List<Run> runs,
        @Nullable Run work,
        @Nullable InboxItem signOff,
        Tested tested,
        Snapshot snapshot,
        FuelConfig config) {
    GateFacts {
        runs = List.copyOf(runs);
    }

    /// The review, if its checks are about the task's present commit.
    @Nullable
    Review current() {
        return review != null && Objects.equals(review.head(), task.commit()) ? review : null;
    }

    /// This review's runs of a kind, oldest first.
    List<Run> runs(RunKind kind) {
        return runs.stream().filter(run -> run.kind() == kind).toList();
    }

    /// The run that is at work on the task; null if none is.
    @Nullable
    Run running() {
        return snapshot.active().stream()
                .filter(run -> task.id().equals(run.task()))
                .findFirst()
                .orElse(null);
    }
}

package dev.fuel.cli;

import dev.fuel.app.TaskStory;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import java.util.Optional;

/// What a person may want to do about a task as it stands; nothing where it goes on by itself.
final class NextStep {
    private NextStep() {}

    static Optional<String> of(TaskStory story) {
        TaskId task = story.task().id();
        Optional<Run> running = story.runs().stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .findFirst();
        if (running.isPresent()) {
            return Optional.of("fuel run:tail %s shows what it does"
                    .formatted(running.get().id()));
        }
        if (!story.task().status().isEnded() && !story.task().heldBy().isEmpty()) {
            return held(story, task);
        }
        return switch (story.task().status()) {
            case IN_PROGRESS -> Optional.of("a person works on it: fuel done %s when it is finished".formatted(task));
            case OPEN, NEEDS_WORK ->
                story.task().needsHuman()
                        ? Optional.of("fuel start %s takes it over; fuel done %s closes it".formatted(task, task))
                        : Optional.empty();
            case REVIEW -> Optional.empty();
            case CLOSED, CANCELLED -> Optional.of("fuel reopen %s opens it again".formatted(task));
        };
    }

    private static Optional<String> held(TaskStory story, TaskId task) {
        var holds = story.task().heldBy();
        if (holds.contains(Hold.STUCK) || holds.contains(Hold.MERGE)) {
            return Optional.of(
                    "fuel retry %s tries again (--agent NAME with another one); fuel start %s takes it over; "
                                    .formatted(task, task)
                            + "fuel cancel %s gives it up".formatted(task));
        }
        if (holds.contains(Hold.PERSON)) {
            return Optional.of("fuel unpause %s lets it start".formatted(task));
        }
        return Optional.empty();
    }
}

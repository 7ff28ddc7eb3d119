package dev.fuel.domain.task;

import static dev.fuel.domain.task.TaskStatus.CANCELLED;
import static dev.fuel.domain.task.TaskStatus.CLOSED;
import static dev.fuel.domain.task.TaskStatus.IN_PROGRESS;
import static dev.fuel.domain.task.TaskStatus.NEEDS_WORK;
import static dev.fuel.domain.task.TaskStatus.OPEN;
import static dev.fuel.domain.task.TaskStatus.REVIEW;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import java.util.EnumSet;
import java.util.Set;

/// The only legal moves of a task. Every change of a status goes through {@link #after}.
public final class TaskLifecycle {
    private TaskLifecycle() {}

    /// A move: where it may begin and where it ends.
    public enum Move implements Word {
        /// Somebody starts to work on it: a run, or a person for themselves.
        CLAIM(IN_PROGRESS, EnumSet.of(OPEN, NEEDS_WORK)),
        /// The work ended well: what it is worth is for the checks and the review to say.
        SUBMIT(REVIEW, EnumSet.of(IN_PROGRESS)),
        /// The work did not end well and may be tried again.
        GIVE_BACK(OPEN, EnumSet.of(IN_PROGRESS)),
        /// The work is there but something in it must be mended; the reasons go into the next prompt.
        SEND_BACK(NEEDS_WORK, EnumSet.of(IN_PROGRESS, REVIEW)),
        /// The checks passed and the work has landed.
        CLOSE(CLOSED, EnumSet.of(REVIEW)),
        CANCEL(CANCELLED, EnumSet.of(OPEN, IN_PROGRESS, REVIEW, NEEDS_WORK)),
        REOPEN(OPEN, EnumSet.of(CLOSED, CANCELLED, NEEDS_WORK));

        private final TaskStatus to;
        private final Set<TaskStatus> from;

        Move(TaskStatus to, Set<TaskStatus> from) {
            this.to = to;
            this.from = from;
        }

        public TaskStatus to() {
            return to;
        }

        public boolean isLegalFrom(TaskStatus status) {
            return from.contains(status);
        }
    }

    /// The status after the move.
    ///
    /// @throws Refusal if the move is not legal from there; the message names the state
    public static TaskStatus after(TaskId task, TaskStatus status, Move move) {
        if (!move.isLegalFrom(status)) {
            throw new Refusal(
                    "illegal_move",
                    "cannot %s %s: it is %s".formatted(move.word().replace('_', ' '), task, status.word()));
        }
        return move.to();
    }
}

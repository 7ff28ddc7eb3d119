package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.difference.LineComment;

/// What a text is for that a person types over a view.
public sealed interface Writing {
    /// Whether it is on its way: a second Enter does not send it again.
    default boolean isSent() {
        return false;
    }

    /// The same, on its way or, after a refusal, not.
    default Writing sent(boolean now) {
        return this;
    }

    /// Whether it may take several lines, so that a person's editor is of use.
    default boolean isLong() {
        return switch (this) {
            case Comment _, Changes _, ToAgent _ -> true;
            case Search _, SnoozeTime _ -> false;
        };
    }

    /// A comment on lines; without words it is dropped.
    record Comment(LineComment on) implements Writing {}

    /// What is looked for.
    record Search() implements Writing {}

    /// Why work is sent back.
    ///
    /// @param about    the task or epic, in words
    /// @param comments how many comments on lines go with it
    record Changes(InboxId item, String about, int comments, boolean isSent) implements Writing {
        @Override
        public Changes sent(boolean now) {
            return new Changes(item, about, comments, now);
        }
    }

    /// What a task's agent is told.
    ///
    /// @param when how soon it reads that, in words
    record ToAgent(TaskId task, String when, boolean isSent) implements Writing {
        @Override
        public ToAgent sent(boolean now) {
            return new ToAgent(task, when, now);
        }
    }

    /// Until when an item is put off.
    record SnoozeTime(InboxId item, boolean isSent) implements Writing {
        @Override
        public SnoozeTime sent(boolean now) {
            return new SnoozeTime(item, now);
        }
    }
}

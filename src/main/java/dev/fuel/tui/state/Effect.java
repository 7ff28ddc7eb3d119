package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;

/// What an update asks the loop to do; the outcome comes back as a {@link Message}.
public sealed interface Effect {
    record SetPaused(boolean paused) implements Effect {}

    record AddTask(NewTask task) implements Effect {}

    record StopRun(RunId run) implements Effect {}

    record Retry(TaskId task) implements Effect {}

    /// Lend the terminal to the agent's own session on this task.
    record Attach(TaskId task) implements Effect {}

    /// The work of an epic or a task is good and lands.
    record Approve(Identifier about) implements Effect {}

    /// The work of an epic or a task goes back.
    record RequestChanges(Identifier about, String reason) implements Effect {}

    /// Read all that a verdict on the epic or task needs.
    record LoadReview(Identifier about) implements Effect {}

    /// Read what there is of a run beside its output.
    record LoadRun(RunId run) implements Effect {}

    /// Look for words in all that the run has put out.
    record SearchOutput(RunId run, String words) implements Effect {}

    record LoadDetail(Identifier id) implements Effect {}

    record SetMouse(boolean on) implements Effect {}

    /// Draw everything again.
    record Redraw() implements Effect {}

    /// Stop this process until somebody continues it.
    record Suspend() implements Effect {}

    record Leave(Leaving leaving) implements Effect {}
}

package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.util.List;
import java.util.function.Consumer;

/// A project that can be read but not changed.
record FailingBackend(TuiBackend readable) implements TuiBackend {
    @Override
    public Board snapshot() {
        return readable.snapshot();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return readable.onChange(listener);
    }

    @Override
    public Subscription follow(RunId run, Consumer<List<OutputLine>> lines) {
        return readable.follow(run, lines);
    }

    @Override
    public TaskDetail detail(Identifier id) {
        return readable.detail(id);
    }

    @Override
    public void setPaused(boolean paused) {
        throw new IllegalStateException("the disk is on fire");
    }

    @Override
    public TaskId add(NewTask task) {
        throw new Refusal("full", "no room for tasks");
    }

    @Override
    public void stop(RunId run) {}

    @Override
    public void retry(TaskId task) {}

    @Override
    public Session attach(TaskId task) {
        throw new IllegalStateException("out of order");
    }

    @Override
    public String approve(Identifier about) {
        throw new Refusal("open_tasks", "tasks are open");
    }

    @Override
    public String requestChanges(Identifier about, String reason) {
        throw new Refusal("over", "it is over");
    }

    @Override
    public ReviewSubject review(Identifier id) {
        return readable.review(id);
    }

    @Override
    public RunDetail run(RunId run) {
        return readable.run(run);
    }

    @Override
    public long count(RunId run, String words) {
        return readable.count(run, words);
    }

    @Override
    public void leave(Leaving leaving) {}
}

package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.util.List;
import java.util.Optional;
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
    public Overview overview() {
        return readable.overview();
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
    public Made make(Change change) {
        throw new Refusal("no", "cannot %s today".formatted(change.words()));
    }

    @Override
    public void markRead(InboxId item) {}

    @Override
    public NewTask draft(TaskId task) {
        return readable.draft(task);
    }

    @Override
    public List<Copyable> copies(Identifier id) {
        return readable.copies(id);
    }

    @Override
    public Session attach(TaskId task) {
        throw new IllegalStateException("out of order");
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
    public Optional<String> outcome(long request) {
        return Optional.empty();
    }

    @Override
    public void leave(Leaving leaving, List<Long> acts) {}
}

package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.Pick;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.nio.file.Path;
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
    public Following follow(OutputSource source, Consumer<OutputBatch> batches) {
        return readable.follow(source, batches);
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
    public Made make(Change change) {
        if (change instanceof Change.SetPaused) {
            throw new IllegalStateException("the disk is on fire");
        }
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
    public Message.EpicLoaded epic(EpicId epic) {
        return new Message.EpicLoaded(epic, "An epic", "It delivers something.");
    }

    @Override
    public List<Choice> ways(Loan.Place place) {
        return List.of(Choice.of("s", "shell in the project's folder", new Pick.Open(new Loan.Shell(Path.of("/")))));
    }

    @Override
    public Trial test(AgentName agent) {
        throw new Refusal("no", "%s cannot be tested today".formatted(agent));
    }

    @Override
    public String browse(String link) {
        return "opened " + link;
    }

    @Override
    public Session open(Loan loan) {
        return readable.open(loan);
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
    public Optional<String> outcome(long request) {
        return Optional.empty();
    }

    @Override
    public void leave(Leaving leaving, List<Long> acts) {}

    @Override
    public void close() {}
}

package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.Pick;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A project that lives in memory and does what it is told.
public final class MemoryBackend implements TuiBackend {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<RunId, MemoryOutput> outputs = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Board board;
    private int added;

    public MemoryBackend(Board board) {
        this.board = board;
    }

    /// What was asked of it, in order.
    public List<String> calls() {
        return calls;
    }

    public void change(UnaryOperator<Board> change) {
        synchronized (this) {
            board = change.apply(board);
        }
        listeners.forEach(Runnable::run);
    }

    /// Changes take until the one returned counts down.
    CountDownLatch holdChanges() {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        return closed;
    }

    public void output(RunId run, List<OutputLine> lines) {
        output(run).add(lines);
    }

    @Override
    public synchronized Board snapshot() {
        return board;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Following follow(OutputSource source, Consumer<OutputBatch> batches) {
        return output(source.run()).follow(batches);
    }

    private MemoryOutput output(RunId run) {
        return outputs.computeIfAbsent(run, _ -> new MemoryOutput());
    }

    @Override
    public TaskDetail detail(Identifier id) {
        Card card = snapshot().card(id).orElseThrow(() -> new Refusal("unknown", "there is no " + id.value()));
        return new TaskDetail(id, card.title(), List.of("Everything about " + id.value(), "", card.title()), null);
    }

    /// Nothing takes anything back but a pause.
    @Override
    public Made make(Change change) {
        if (change instanceof Change.SetPaused(boolean paused)) {
            calls.add("paused " + paused);
            change(now -> Boards.with(now, new Dispatch(Dispatch.Holder.MINE, paused, "", "")));
            return new Made(paused ? "paused" : "work starts", new Change.SetPaused(!paused));
        }
        if (change instanceof Change.AddTask(NewTask task)) {
            return new Made("added " + add(task), null);
        }
        calls.add(change.words());
        awaitGate();
        Change inverse =
                change instanceof Change.Hold(Identifier target, boolean held) ? new Change.Hold(target, !held) : null;
        return new Made("done: " + change.words(), inverse);
    }

    private TaskId add(NewTask task) {
        calls.add("add " + task.title());
        TaskId id;
        synchronized (this) {
            added++;
            id = new TaskId("f-%06x".formatted(0xadd000 + added));
        }
        Card card = new Card(
                id,
                task.title(),
                task.priority(),
                task.complexity(),
                task.epic(),
                task.agent(),
                null,
                Boards.NOW,
                "",
                List.of(),
                null);
        change(now -> {
            List<Card> ready = new ArrayList<>(now.column(ColumnKind.READY).cards());
            ready.add(card);
            return Boards.with(now, Map.of(ColumnKind.READY, ready));
        });
        return id;
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("a change was interrupted", interrupted);
        }
    }

    @Override
    public void markRead(InboxId item) {
        calls.add("read " + item);
    }

    @Override
    public NewTask draft(TaskId task) {
        return NewTask.titled(snapshot().card(task).orElseThrow().title());
    }

    @Override
    public List<Copyable> copies(Identifier id) {
        return List.of(new Copyable("id", id.value()), new Copyable("branch", "fuel/" + id.value()));
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
        calls.add("test " + agent);
        return trial(agent);
    }

    static Trial trial(AgentName agent) {
        return new Trial(
                agent,
                Duration.ofMillis(3210),
                "ready",
                null,
                "claude-opus-4-5",
                new Usage(412L, 5L, null, 0.01, 1),
                new Cost(0.01, CostSource.REPORTED));
    }

    @Override
    public String browse(String link) {
        return "opened " + link;
    }

    @Override
    public Session open(Loan loan) {
        if (loan instanceof Loan.Attach(TaskId task)) {
            calls.add("attach " + task);
            return () -> {
                calls.add("session of " + task);
                return new Message.Said(task + " is released: 2 new commits");
            };
        }
        return () -> new Message.Said(loan.words());
    }

    @Override
    public Overview overview() {
        return Boards.overview();
    }

    @Override
    public ReviewSubject review(Identifier id) {
        return Patches.subject(id);
    }

    @Override
    public RunDetail run(RunId run) {
        return Patches.run(run);
    }

    @Override
    public Optional<String> outcome(long request) {
        return Optional.empty();
    }

    @Override
    public void leave(Leaving leaving, List<Long> acts) {
        calls.add("leave " + leaving + (acts.isEmpty() ? "" : " after " + acts));
    }

    @Override
    public void close() {}
}

package dev.fuel.tui.backend;

import dev.fuel.app.AgentTrials;
import dev.fuel.app.Caller;
import dev.fuel.app.InboxActions;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.TuiBackend;
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
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The screen's view of a real project. Safe for any thread.
public final class ProjectBackend implements TuiBackend {
    /// What it takes at most to draw the first board once it has been read.
    private static final Duration FIRST_FRAME = Duration.ofMillis(100);

    private final Project project;
    private final CurrentConfig current;
    private final @Nullable Path launcher;
    private final Dispatcher dispatcher;
    private final RunOutputs outputs;
    private final BoardReader boards;
    private final ReviewReader reviews;
    private final Acts acts;
    private final AgentTrials trials;
    private final AtomicBoolean opening = new AtomicBoolean(true);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private ProjectBackend(Project project, @Nullable Path launcher, boolean paused) {
        this.project = project;
        this.current = new CurrentConfig(project);
        this.launcher = launcher;
        this.dispatcher = new Dispatcher(project, launcher, paused, this::changed);
        this.outputs = new RunOutputs(project, current, this::changed);
        this.boards = new BoardReader(project, current, dispatcher, outputs);
        this.reviews = new ReviewReader(project, outputs);
        this.acts = new Acts(project);
        this.trials = new AgentTrials(project, launcher, AgentTrials.USUAL_LIMIT);
    }

    /// Takes the consumer's place if nobody has it, or observes who has, when the first board has been shown: a person
    /// waits for that.
    ///
    /// @param launcher the folder of the `fuel` program; null if it is not known
    /// @param paused   whether nothing starts until a person says so
    public static ProjectBackend open(Project project, @Nullable Path launcher, boolean paused) {
        return new ProjectBackend(project, launcher, paused);
    }

    @Override
    public Board snapshot() {
        if (!opening.getAndSet(false)) {
            return boards.read(BoardReader.CARDS_PER_COLUMN);
        }
        try {
            return boards.read(BoardReader.CARDS_AT_FIRST);
        } finally { // also after a board that could not be read: the place must be taken, or said not to be ours
            CompletableFuture.delayedExecutor(FIRST_FRAME.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::goOn);
        }
    }

    /// What nobody waits for while the screen opens: the consumer's work, and the cards that no screen shows at once.
    private void goOn() {
        dispatcher.open();
        changed();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        var store = project.store().onChange(listener);
        return () -> {
            listeners.remove(listener);
            store.close();
        };
    }

    @Override
    public Following follow(OutputSource source, Consumer<OutputBatch> batches) {
        return outputs.follow(source, batches);
    }

    @Override
    public TaskDetail detail(Identifier id) {
        return Details.of(project.store(), id);
    }

    @Override
    public Overview overview() {
        return OverviewReader.read(project);
    }

    @Override
    public ReviewSubject review(Identifier id) {
        return reviews.read(id);
    }

    @Override
    public RunDetail run(RunId run) {
        return reviews.read(run);
    }

    @Override
    public Made make(Change change) {
        return changes().make(change);
    }

    @Override
    public void markRead(InboxId item) {
        var _ = new InboxActions(project.store(), person()).markRead(List.of(item.value()));
    }

    @Override
    public NewTask draft(TaskId task) {
        return changes().draft(task);
    }

    @Override
    public List<Copyable> copies(Identifier id) {
        return Details.copies(project.store(), id);
    }

    @Override
    public Message.EpicLoaded epic(EpicId id) {
        Epic epic = project.store().read(session -> session.epics().get(id));
        return new Message.EpicLoaded(id, epic.title(), epic.description());
    }

    @Override
    public List<Choice> ways(Loan.Place place) {
        return new Loans(project, current, launcher).ways(place);
    }

    @Override
    public Trial test(AgentName agent) {
        return trials.of(agent, person());
    }

    @Override
    public String browse(String link) {
        return new Loans(project, current, launcher).browse(link);
    }

    @Override
    public Session open(Loan loan) {
        return new Loans(project, current, launcher).open(loan, person());
    }

    @Override
    public Optional<String> outcome(long request) {
        return acts.outcome(request);
    }

    @Override
    public void leave(Leaving leaving, List<Long> asked) {
        acts.flush(asked, person());
        dispatcher.leave(leaving);
    }

    @Override
    public void close() {
        trials.stop();
        outputs.close();
        dispatcher.close();
    }

    private PersonsChanges changes() {
        return new PersonsChanges(project, person(), dispatcher);
    }

    private Caller person() {
        return Caller.of(project.environment(), project.store(), Actor.HUMAN);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}

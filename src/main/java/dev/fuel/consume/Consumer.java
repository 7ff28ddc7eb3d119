package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ConsumerOptions.Mode;
import dev.fuel.domain.Event;
import dev.fuel.domain.run.StopReason;
import dev.fuel.gate.Workspaces;
import dev.fuel.process.ProcessManager;
import dev.fuel.process.RunEnd;
import dev.fuel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The one process of a project that may start and settle runs.
///
/// The loop has no memory: it wakes, reads a snapshot, decides, acts, commits and sleeps until an event or the next due
/// time. After a crash the next loop reads the same rows and goes on. All methods of the loop run on the thread that
/// called {@link #run}; the public ones may be called from any.
public final class Consumer {
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private final Ground ground;
    private final Store store;
    private final ConsumerOptions options;
    private final java.util.function.Consumer<List<Event>> listener;
    private final LoopQueue queue;
    private final InFlight inFlight;
    private final ProcessManager processes;
    private final Planner planner;
    private final ActiveRuns activeRuns;
    private final BudgetKeeper budgets;
    private final GateKeeper gateKeeper;
    private final EpicKeeper epicKeeper;
    private final QuestionKeeper questions;
    private final TriageKeeper triage;
    private final Requests requests;
    private final Troubles troubles;
    private final Aftermath aftermath;
    private final Notifications notifications;
    private final Attachments attachments;
    private final OverlapRadar radar;
    private final ProgramKeeper programs;
    private volatile boolean paused;
    private volatile boolean leaving;
    private final AtomicLong turns = new AtomicLong();
    private boolean accepting = true;
    private long lastEvent;

    /// @param listener told of every change that this project's database records while the consumer runs, in order
    public Consumer(Ground ground, ConsumerOptions options, java.util.function.Consumer<List<Event>> listener) {
        this.ground = ground;
        this.store = ground.store();
        this.options = options;
        this.listener = listener;
        this.paused = options.startsPaused();
        Workspaces workspaces = new Workspaces(ground.root(), ground.fuelDirectory(), ground.repository());
        this.troubles = new Troubles(store, ground.clock());
        this.queue = new LoopQueue(ground.clock(), troubles);
        this.inFlight = new InFlight(queue::add);
        this.processes = new ProcessManager(
                ground.environment(), ground.clock(), ground.stopGrace(), end -> queue.addQuietly(() -> ended(end)));
        this.planner = new Planner(store, ground.zone());
        this.budgets = new BudgetKeeper(ground, this::wake);
        this.activeRuns = new ActiveRuns(ground, workspaces, processes, inFlight, budgets);
        this.programs = new ProgramKeeper(ground, inFlight, this::wake);
        this.gateKeeper = new GateKeeper(ground, workspaces, inFlight, activeRuns, programs);
        this.epicKeeper = new EpicKeeper(ground, workspaces.ofChecks(), inFlight, activeRuns, programs);
        this.questions = new QuestionKeeper(ground, activeRuns, programs);
        this.triage = new TriageKeeper(ground, activeRuns, programs);
        this.aftermath = new Aftermath(store, workspaces, inFlight);
        this.notifications = new Notifications(ground, inFlight);
        this.attachments = new Attachments(store, this::wake);
        this.radar = new OverlapRadar(ground, workspaces);
        this.requests = new Requests(ground, activeRuns, inFlight);
    }

    /// Consumes until it is told to leave, or its mode says that it is done. The caller holds the {@link
    /// ConsumerLock}.
    ///
    /// @return what still waits, and for what
    public IdleReport run() {
        queue.begin();
        lastEvent = store.read(session -> session.events().lastSeq());
        try (var _ = store.onChange(this::wake);
                var _ = radar.begin(config())) {
            activeRuns.adopt(config());
            while (true) {
                @Nullable Instant due = guardedTurn();
                tell();
                if (leaving || due == null) {
                    break;
                }
                await(due);
            }
            leave();
            tell();
            return report();
        }
    }

    /// Looks again at once. What the loop itself commits needs no further look: it looks after each event anyway.
    public void wake() {
        queue.wake();
    }

    /// This consumer's own pause, beside the stored one.
    public void pause(boolean pause) {
        paused = pause;
        wake();
    }

    public boolean isPaused() {
        return paused;
    }

    /// Starts nothing more and lets {@link #run} return; agents go on unless the options say otherwise.
    public void leave(boolean stopAgents) {
        queue.add(() -> {
            leaving = true;
            if (stopAgents || options.stopAgents()) {
                activeRuns.stopAll(StopReason.SHUTDOWN);
            }
        });
    }

    /// How many turns the loop has taken: an idle consumer takes none.
    long turns() {
        return turns.get();
    }

    private FuelConfig config() {
        FuelConfig config = ground.config().get();
        Integer most = options.maxConcurrent();
        return most == null ? config : config.withMaxConcurrent(most);
    }

    /// Begins the gathering of what a run has left. That changes nothing yet; its result is an event of its own.
    private void ended(RunEnd end) {
        activeRuns.ended(end.run(), end.exitCode(), config());
    }

    private @Nullable Instant guardedTurn() {
        @Nullable Instant calmUntil = leaving ? null : troubles.calmUntil();
        if (calmUntil != null) {
            return calmUntil;
        }
        try {
            return turn();
        } catch (RuntimeException failure) {
            troubles.note(failure);
            return ground.clock().instant();
        }
    }

    /// One turn of the loop.
    ///
    /// @return when to look again at the latest; null when the mode says that all is done
    private @Nullable Instant turn() {
        turns.incrementAndGet();
        FuelConfig config = config();
        Duties duties = store.read(Duties::read);
        requests.takeUp(duties.requests());
        attachments.lookAfter(duties.attachments());
        @Nullable
        Instant due = Planner.earlier(duties.nextRequest(), activeRuns.enforceLimits(duties.running(), config));
        if (leaving) {
            return ground.clock().instant();
        }
        @Nullable
        Instant budgetsDue = budgets.turn(duties.running(), config, run -> activeRuns.stop(run, StopReason.BUDGET));
        programs.lookAgain(config);
        GateKeeper.Turn gate = gateKeeper.turn(duties.inReview(), paused, config);
        due = Planner.earlier(due, epicKeeper.turn(duties.epics(), paused || !accepting, config));
        questions.lookAfter(paused || !accepting, config);
        triage.lookAfter(paused || !accepting, config);
        Planner.Plan plan = planner.plan(
                config,
                gate.waiting(),
                paused || !accepting,
                requests.startNow(),
                session -> programs.standings(session, config));
        for (Decision decision : plan.decisions()) {
            switch (decision) {
                case Decision.Start start -> {
                    activeRuns.start(start, config);
                    requests.answerStart(start.task().id(), "starting");
                }
                case Decision.Stick stick -> {
                    triage.stick(stick.task().id(), paused || !accepting, config);
                    requests.answerStart(stick.task().id(), "not started: every agent has used up its attempts");
                }
                case Decision.Look look ->
                    programs.lookAt(Objects.requireNonNull(config.agents().get(look.agent())));
                case Decision.Ask _, Decision.Wait _ -> {}
            }
        }
        questions.ask(plan, paused || !accepting, config);
        if (options.mode() == Mode.ONCE && !plan.isUndecided()) {
            accepting = false;
        }
        boolean busy = !inFlight.isEmpty() || !plan.snapshot().active().isEmpty() || !queue.isEmpty();
        if (plan.acted() && !busy) {
            return ground.clock().instant(); // what was decided led to no event that would wake the loop
        }
        due = Planner.earlier(Planner.earlier(due, gate.due()), plan.due());
        if (busy || options.mode() == Mode.FOREVER) {
            due = Planner.earlier(Planner.earlier(due, programs.due()), budgetsDue);
            return due == null ? ground.clock().instant().plus(LONGEST_SLEEP) : due;
        }
        boolean onlyTimeMissing = plan.snapshot().overloaded() || options.mode() == Mode.UNTIL_IDLE_AND_WAIT;
        return onlyTimeMissing && accepting ? due : null;
    }

    private void await(Instant due) {
        if (!queue.await(due, inFlight)) {
            leaving = true;
        }
    }

    /// Lets what is under way come to its end, so that nothing has to be found again by the next consumer. It would
    /// be.
    private void leave() {
        leaving = true;
        Instant limit = ground.clock().instant().plus(LEAVING);
        while ((!inFlight.isEmpty() || activeRuns.isStopping())
                && ground.clock().instant().isBefore(limit)
                && !Thread.currentThread().isInterrupted()) {
            await(limit);
        }
        processes.shutdown(false);
        programs.close();
        budgets.close();
    }

    private void tell() {
        List<Event> events = store.read(session -> session.events().since(lastEvent, 10_000));
        if (!events.isEmpty()) {
            lastEvent = events.getLast().seq();
            queue.carryOut(() -> aftermath.of(events));
            queue.carryOut(() -> radar.of(events));
            queue.carryOut(() -> notifications.of(events, config().notifications()));
            listener.accept(events);
        }
    }

    private IdleReport report() {
        Planner.Plan plan =
                planner.plan(config(), 0, paused, Set.of(), session -> programs.standings(session, config()));
        return store.read(session -> IdleReports.of(session, plan.snapshot(), plan.decisions(), ground.zone())
                .with(gateKeeper.waiting(session, paused, config())));
    }
}

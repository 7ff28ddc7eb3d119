package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EVENTS;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.board.Board;
import dev.fuel.store.jooq.tables.records.EventsRecord;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One open transaction: the repositories bound to it, who acts, and the time it counts as. Not to be kept after the
/// function that it was given to has returned.
public final class Session {
    private final DSLContext sql;
    private final @Nullable Actor actor;
    private final Instant now;
    private final RandomGenerator random;

    Session(DSLContext sql, @Nullable Actor actor, Instant now, RandomGenerator random) {
        this.sql = sql;
        this.actor = actor;
        this.now = now;
        this.random = random;
    }

    /// @throws IllegalStateException in a reading session, where nobody acts
    public Actor actor() {
        if (actor == null) {
            throw new IllegalStateException("a reading session cannot change anything");
        }
        return actor;
    }

    /// The time of the transaction, in whole milliseconds.
    public Instant now() {
        return now;
    }

    /// What SQLite finds damaged when it looks at every page; empty if nothing.
    public List<String> damage() {
        return sql.fetchValues("PRAGMA quick_check").stream()
                .map(String::valueOf)
                .filter(line -> !line.equals("ok"))
                .toList();
    }

    public Ids ids() {
        return new Ids(this);
    }

    public TaskRepository tasks() {
        return new TaskRepository(this);
    }

    public TaskQueue queue() {
        return new TaskQueue(this);
    }

    public DependencyRepository dependencies() {
        return new DependencyRepository(this);
    }

    public EpicRepository epics() {
        return new EpicRepository(this);
    }

    public EpicSignOff signOff() {
        return new EpicSignOff(this);
    }

    public RunTotals runTotals() {
        return new RunTotals(this);
    }

    public RunRepository runs() {
        return new RunRepository(this);
    }

    public RunProgress progress() {
        return new RunProgress(this);
    }

    public RunStatistics statistics() {
        return new RunStatistics(this);
    }

    RunScores scores() {
        return new RunScores(this);
    }

    public ReviewRepository reviews() {
        return new ReviewRepository(this);
    }

    public InboxRepository inbox() {
        return new InboxRepository(this);
    }

    public AgentHealthRepository health() {
        return new AgentHealthRepository(this);
    }

    public AgentProgramRepository programs() {
        return new AgentProgramRepository(this);
    }

    public AttachmentRepository attachments() {
        return new AttachmentRepository(this);
    }

    public EventRepository events() {
        return new EventRepository(this);
    }

    public RequestRepository requests() {
        return new RequestRepository(this);
    }

    public RoutingRepository routing() {
        return new RoutingRepository(this);
    }

    public ProposalRepository proposals() {
        return new ProposalRepository(this);
    }

    /// How the work of agents has fared lately.
    public PassHistory passHistory() {
        return PassQuery.history(sql);
    }

    public TriageRepository triages() {
        return new TriageRepository(this);
    }

    public BaselineRepository baselines() {
        return new BaselineRepository(this);
    }

    public WorkspaceRepository workspaces() {
        return new WorkspaceRepository(this);
    }

    public BudgetRepository budgets() {
        return new BudgetRepository(this);
    }

    public StateRepository state() {
        return new StateRepository(this);
    }

    public ForeignIdRepository foreignIds() {
        return new ForeignIdRepository(this);
    }

    public Exchange exchange() {
        return new Exchange(this);
    }

    /// Every task in its column: all columns with their true counts and at most so many cards each.
    public Board board(int cardsPerColumn) {
        return new BoardQuery(this).board(cardsPerColumn);
    }

    DSLContext sql() {
        return sql;
    }

    RandomGenerator random() {
        return random;
    }

    /// Writes the line of the audit log that belongs to a change; every change in this package calls it.
    void record(
            String entity, String what, @Nullable String fromState, @Nullable String toState, @Nullable String detail) {
        EventsRecord row = new EventsRecord();
        row.setAt(now);
        row.setActor(actor().value());
        row.setEntityId(entity);
        row.setWhat(what);
        row.setFromState(fromState);
        row.setToState(toState);
        row.setDetail(detail);
        KeptQueries.insert(sql, "new event", EVENTS, row);
    }
}

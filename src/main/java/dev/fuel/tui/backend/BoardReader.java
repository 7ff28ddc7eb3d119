package dev.fuel.tui.backend;

import dev.fuel.app.Project;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.HostLoad;
import dev.fuel.consume.ProgramStanding;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.board.Place;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Run;
import dev.fuel.store.RunFilter;
import dev.fuel.store.RunTotals;
import dev.fuel.store.Session;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Column;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.EpicLine;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.state.InboxLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one consistent picture of the project for the screen, in a fixed number of queries.
final class BoardReader {
    static final int CARDS_PER_COLUMN = 200;

    /// More than any screen shows at once, and a third of the time when nothing is warm.
    static final int CARDS_AT_FIRST = 24;

    private static final int MOST_RUNS = 100;
    private static final int MOST_EVENTS = 100;
    private static final Duration ONE_DAY = Duration.ofHours(24);

    private final Project project;
    private final CurrentConfig current;
    private final Dispatcher dispatcher;
    private final CardReader cards;
    private final Silences silences = new Silences();
    private final BacklogReader backlog;

    BoardReader(Project project, CurrentConfig current, Dispatcher dispatcher, RunOutputs outputs) {
        this.project = project;
        this.current = current;
        this.dispatcher = dispatcher;
        this.backlog = new BacklogReader(project);
        this.cards = new CardReader(outputs, silences, ZoneId.systemDefault());
    }

    /// @param most how many cards of each column
    Board read(int most) {
        FuelConfig config = current.get();
        Column ideas = backlog.column();
        var dispatch = dispatcher.state();
        return project.store().read(session -> read(session, config, ideas, dispatch, most));
    }

    private Board read(Session session, FuelConfig config, Column ideas, Dispatch dispatch, int most) {
        var board = session.board(most);
        var later = LaterReader.read(session);
        List<Run> running = session.runs().running();
        silences.keep(running.stream().map(Run::id).toList());
        Map<AgentName, Cost> costs = session.runTotals().costsSince(startOfDay(session.now()));
        return new Board(
                String.valueOf(project.root().getFileName()),
                columns(session, board, ideas),
                agents(session, config, running, costs),
                later.waiting().stream().map(BoardReader::item).toList(),
                session.runs().list(RunFilter.latest(MOST_RUNS)).stream()
                        .map(cards::run)
                        .toList(),
                epics(session),
                events(session),
                told(dispatch, board, running, config),
                running.size(),
                config.maxConcurrent(),
                costs.values().stream().reduce(Cost::sum).orElse(null),
                later.later());
    }

    /// Work that is ready and has room says why it does not start.
    private static Dispatch told(
            Dispatch dispatch, dev.fuel.domain.board.Board board, List<Run> running, FuelConfig config) {
        double load = HostLoad.perCore();
        boolean held = !dispatch.paused()
                && board.column(Place.READY).count() > 0
                && running.size() < config.maxConcurrent()
                && load > config.limits().maxLoad();
        return held && dispatch.reason().isEmpty()
                ? new Dispatch(
                        dispatch.holder(),
                        dispatch.paused(),
                        dispatch.holderName(),
                        String.format(Locale.ROOT, "waits: load %.1f per core is above max_load", load))
                : dispatch;
    }

    private List<Column> columns(Session session, dev.fuel.domain.board.Board board, Column ideas) {
        List<Column> columns = new ArrayList<>();
        for (ColumnKind kind : ColumnKind.values()) {
            columns.add(
                    switch (kind) {
                        case BACKLOG -> ideas;
                        case BLOCKED -> column(session, kind, board.column(Place.BLOCKED));
                        case READY -> column(session, kind, board.column(Place.READY));
                        case RUNNING -> column(session, kind, board.column(Place.RUNNING));
                        case REVIEW -> column(session, kind, board.column(Place.REVIEW));
                        case NEEDS_YOU -> withItems(column(session, kind, board.column(Place.NEEDS_YOU)), session);
                        case DONE -> column(session, kind, board.column(Place.DONE));
                    });
        }
        return columns;
    }

    /// What waits for a person and belongs to no task has a card of its own.
    private static Column withItems(Column tasks, Session session) {
        List<Card> cards = new ArrayList<>(tasks.cards());
        session.inbox().open().stream()
                .filter(item -> item.task() == null)
                .map(CardReader::card)
                .forEach(cards::add);
        return new Column(
                tasks.kind(), tasks.total() + cards.size() - tasks.cards().size(), cards);
    }

    private Column column(Session session, ColumnKind kind, dev.fuel.domain.board.Board.Column column) {
        return new Column(
                kind,
                column.count(),
                column.cards().stream()
                        .map(card -> cards.card(kind, card, session.now()))
                        .toList());
    }

    private List<AgentLine> agents(Session session, FuelConfig config, List<Run> running, Map<AgentName, Cost> costs) {
        Map<AgentName, Integer> busy = new HashMap<>();
        running.forEach(run -> {
            if (run.agent() != null) {
                busy.merge(run.agent(), 1, Integer::sum);
            }
        });
        Map<AgentName, AgentHealth> health = session.health().all();
        Map<AgentName, RunTotals.Ended> ended =
                session.runTotals().endedSince(session.now().minus(ONE_DAY));
        Map<AgentName, ProgramStanding> programs = project.programs().standings(session, config);
        return config.agents().values().stream()
                .map(agent -> agent(
                        agent,
                        health.getOrDefault(agent.name(), AgentHealth.unknown(agent.name())),
                        programs.getOrDefault(agent.name(), new ProgramStanding.Unknown()),
                        busy.getOrDefault(agent.name(), 0),
                        ended.getOrDefault(agent.name(), RunTotals.Ended.NONE),
                        costs.get(agent.name()),
                        session.now()))
                .toList();
    }

    private static AgentLine agent(
            AgentConfig agent,
            AgentHealth health,
            ProgramStanding program,
            int running,
            RunTotals.Ended ended,
            @Nullable Cost cost,
            Instant now) {
        return new AgentLine(
                agent.name(),
                agent.driver(),
                AgentCondition.of(health, program.objection(), now),
                ZoneId.systemDefault(),
                running,
                agent.maxConcurrent(),
                ended.runs(),
                ended.well(),
                cost);
    }

    private static InboxLine item(InboxItem item) {
        return new InboxLine(
                item.id(),
                item.type(),
                item.title(),
                item.body(),
                item.task(),
                item.epic(),
                item.run(),
                item.createdAt(),
                item.readAt() != null,
                item.actions());
    }

    private static List<EpicLine> epics(Session session) {
        return session.epics().list().stream().map(BoardReader::epic).toList();
    }

    private static EpicLine epic(Epic epic) {
        return new EpicLine(epic.id(), epic.title(), epic.status(), epic.tasksClosed(), epic.tasks());
    }

    private static List<EventLine> events(Session session) {
        return session.events().latest(MOST_EVENTS).stream()
                .filter(CardReader::isNews)
                .map(event -> new EventLine(event.at(), CardReader.words(event)))
                .toList();
    }

    private static Instant startOfDay(Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}

package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.difference.LineComment;
import dev.fuel.tui.difference.PatchFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a key would act on.
public final class Targets {
    private Targets() {}

    /// The selected card of the focused column.
    public static Optional<Card> card(AppState state) {
        ColumnKind column = state.focus().column();
        List<Card> cards = state.cards(column);
        int index = state.focus().row(column).index();
        return index < cards.size() ? Optional.of(cards.get(index)) : Optional.empty();
    }

    /// The selected line of a list.
    public static <T> Optional<T> line(AppState state, ViewKind kind, List<T> lines) {
        int index = state.list(kind).index();
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /// The keys of a list's rows, by which they are found again.
    public static List<String> keys(AppState state, ViewKind kind) {
        return switch (kind) {
            case AGENTS ->
                state.board().agents().stream().map(line -> line.name().value()).toList();
            case INBOX ->
                state.board().inbox().stream().map(line -> line.id().value()).toList();
            case RUNS -> state.runs().stream().map(line -> line.id().value()).toList();
            case REVIEW ->
                ReviewLine.of(state.board()).stream()
                        .map(line -> line.id().value())
                        .toList();
            case EVENTS ->
                state.board().events().stream()
                        .map(event -> event.at() + event.text())
                        .toList();
            case EPICS ->
                state.board().epics().stream().map(epic -> epic.id().value()).toList();
            case STATISTICS ->
                state.pages().overview().statistics().stream()
                        .map(StatisticLine::id)
                        .toList();
            case SETTINGS ->
                state.pages().overview().settings().stream()
                        .map(SettingLine::path)
                        .toList();
            case BOARD, DETAIL, OUTPUT, REVIEWING -> List.of();
        };
    }

    /// The task, idea or item behind the selection.
    static Optional<Identifier> subject(AppState state) {
        Board board = state.board();
        return switch (state.view()) {
            case BOARD ->
                switch (state.focus().pane()) {
                    case CARDS, OUTPUT -> card(state).map(Card::id);
                    case AGENTS, EVENTS -> Optional.empty();
                };
            case REVIEW -> line(state, ViewKind.REVIEW, ReviewLine.of(board)).map(ReviewLine::id);
            case REVIEWING ->
                Optional.ofNullable(state.pages().review().subject()).map(ReviewSubject::id);
            case INBOX -> line(state, ViewKind.INBOX, board.inbox()).map(InboxLine::id);
            case RUNS -> line(state, ViewKind.RUNS, state.runs()).flatMap(run -> Optional.ofNullable(run.task()));
            case DETAIL -> Optional.ofNullable(state.reading().detail()).map(TaskDetail::id);
            case OUTPUT -> taskOf(board, state.reading());
            case EPICS -> line(state, ViewKind.EPICS, board.epics()).map(EpicLine::id);
            case AGENTS, EVENTS, STATISTICS, SETTINGS -> Optional.empty();
        };
    }

    private static Optional<Identifier> taskOf(Board board, Reading reading) {
        return board.runs().stream()
                .filter(run -> run.id().equals(reading.run()))
                .flatMap(run -> Stream.<Identifier>ofNullable(run.task()))
                .findFirst();
    }

    /// The selected epic, as long as it has not been approved.
    static Optional<EpicId> openEpic(AppState state) {
        return state.board().epics().stream()
                .filter(epic -> epic.status() != EpicStatus.APPROVED)
                .map(EpicLine::id)
                .filter(epic -> subject(state).filter(epic::equals).isPresent())
                .findFirst();
    }

    /// The task or epic behind the selection, whose work can be read.
    static Optional<Identifier> work(AppState state) {
        return subject(state).flatMap(id -> switch (id) {
            case TaskId _, EpicId _ -> Optional.of(id);
            default ->
                state.board().inbox().stream()
                        .filter(line -> line.id().equals(id))
                        .flatMap(line -> Stream.<Identifier>ofNullable(line.task() != null ? line.task() : line.epic()))
                        .findFirst();
        });
    }

    /// The task behind the selection, if it is one.
    static Optional<TaskId> task(AppState state) {
        Optional<Identifier> subject = subject(state);
        if (subject.isEmpty() && state.view() == ViewKind.AGENTS) {
            return Optional.empty();
        }
        return subject.flatMap(id -> id instanceof TaskId task
                ? Optional.of(task)
                : state.board().inbox().stream()
                        .filter(line -> line.id().equals(id))
                        .flatMap(line -> Stream.ofNullable(line.task()))
                        .findFirst());
    }

    /// The oldest item that waits for a person where the selection is: the item itself, or one about its task.
    public static Optional<InboxLine> item(AppState state) {
        List<InboxLine> inbox = state.board().inbox();
        if (state.view() == ViewKind.INBOX) {
            return line(state, ViewKind.INBOX, inbox);
        }
        return subject(state)
                .flatMap(id -> inbox.stream()
                        .filter(line ->
                                line.id().equals(id) || id.equals(line.task() != null ? line.task() : line.epic()))
                        .findFirst());
    }

    /// The item where the selection is, if it takes an answer in words.
    static Optional<InboxLine> wordsTo(AppState state) {
        return item(state).filter(item -> Answers.inWords(item).isPresent());
    }

    /// The epic behind the selection, if it is one.
    static Optional<EpicId> epic(AppState state) {
        return subject(state).flatMap(id -> id instanceof EpicId epic ? Optional.of(epic) : Optional.empty());
    }

    /// Whether what would be edited is the configuration: among the settings, and in the first steps.
    static boolean configures(AppState state) {
        return state.view() == ViewKind.SETTINGS || state.isWelcoming();
    }

    /// The line of the selected setting in the configuration's file; 0 where it has none.
    static int settingLine(AppState state) {
        return state.view() != ViewKind.SETTINGS
                ? 0
                : line(state, ViewKind.SETTINGS, state.pages().overview().settings())
                        .map(SettingLine::line)
                        .orElse(0);
    }

    /// What can be opened elsewhere.
    static Loan.Place place(AppState state) {
        Optional<RunId> run = state.view() == ViewKind.RUNS
                ? line(state, ViewKind.RUNS, state.runs()).map(RunLine::id)
                : state.view() == ViewKind.OUTPUT
                        ? Optional.ofNullable(state.reading().run())
                        : Optional.empty();
        Optional<LineComment> line = Panes.difference(state).flatMap(DifferencePane::commentHere);
        return new Loan.Place(
                work(state).or(() -> task(state)).orElse(null),
                run.orElse(null),
                Panes.difference(state)
                        .flatMap(pane -> Optional.ofNullable(pane.current()))
                        .map(PatchFile::path)
                        .orElse(""),
                line.filter(here -> !here.removed()).map(LineComment::to).orElse(0));
    }

    /// The card of the selected task.
    static Optional<Card> taskCard(AppState state) {
        return task(state).flatMap(state.board()::card);
    }

    /// The selected agent.
    static Optional<AgentLine> agent(AppState state) {
        boolean pane = state.view() == ViewKind.BOARD && state.focus().pane() == BoardPane.AGENTS;
        return state.view() == ViewKind.AGENTS || pane
                ? line(state, ViewKind.AGENTS, state.board().agents())
                : Optional.empty();
    }

    /// The run under way that the selection stands for.
    static Optional<RunId> activeRun(AppState state) {
        return switch (state.view()) {
            case RUNS ->
                line(state, ViewKind.RUNS, state.runs())
                        .filter(run -> run.status() == RunStatus.RUNNING)
                        .map(RunLine::id);
            case OUTPUT -> Optional.ofNullable(state.reading().run()).filter(run -> isActive(state.board(), run));
            case INBOX ->
                taskCard(state).flatMap(card -> Optional.ofNullable(card.run())).map(ActiveRun::id);
            case BOARD, REVIEW, DETAIL, REVIEWING ->
                subject(state)
                        .flatMap(id -> state.board().card(id))
                        .flatMap(card -> Optional.ofNullable(card.run()))
                        .map(ActiveRun::id);
            case AGENTS, EVENTS, EPICS, STATISTICS, SETTINGS -> Optional.empty();
        };
    }

    static boolean isActive(Board board, RunId run) {
        return Stream.concat(
                        board.runs().stream()
                                .filter(line -> line.status() == RunStatus.RUNNING)
                                .map(RunLine::id),
                        board.columns().stream()
                                .flatMap(column -> column.cards().stream())
                                .flatMap(card -> Stream.ofNullable(card.run()))
                                .map(ActiveRun::id))
                .anyMatch(run::equals);
    }

    /// The card's run under way, else its last one.
    static Optional<RunId> runOf(Board board, Card card) {
        ActiveRun active = card.run();
        if (active != null) {
            return Optional.of(active.id());
        }
        return board.runs().stream()
                .filter(run -> card.id().equals(run.task()))
                .findFirst()
                .map(RunLine::id);
    }
}

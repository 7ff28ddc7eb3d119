package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Says why a key does nothing at the moment, so that no key is ever silent.
public final class Availability {
    private Availability() {}

    /// The reason, or empty if the action is possible.
    public static Optional<String> missing(AppState state, Action action) {
        return switch (action) {
            case STOP_RUN -> Targets.activeRun(state).isPresent() ? fine() : why("no run is under way here");
            case RETRY -> retry(state);
            case ATTACH -> attach(state);
            case PLAN -> Targets.openEpic(state).isPresent() ? fine() : why("no open epic is selected (7 shows them)");
            case REVIEW, COMMENT, VIEWED, SIDE_BY_SIDE, WRAP -> ReadingAvailability.missing(state, action);
            case NEXT_PART, PREVIOUS_PART, NEXT_SIBLING, PREVIOUS_SIBLING, SEARCH, NEXT_MATCH, PREVIOUS_MATCH ->
                ReadingAvailability.missing(state, action);
            case APPROVE -> approve(state);
            case REJECT -> reject(state);
            case REPLY -> Targets.wordsTo(state).isPresent() ? fine() : message(state);
            case SNOOZE -> Snoozing.missing(state);
            case MARK_RANGE -> Marks.rows(state).isEmpty() ? ReadingAvailability.missing(state, action) : fine();
            case MARK -> Marks.selected(state).isEmpty() ? why("nothing here can be marked") : fine();
            case OPEN_IN ->
                Targets.work(state).isPresent() || (!state.runs().isEmpty() && state.view() == ViewKind.RUNS)
                        ? fine()
                        : why("no task, epic or run is selected");
            case LOG_IN ->
                Targets.agent(state)
                        .map(agent -> agent.login()
                                ? fine()
                                : why("a %s agent has no login of its own".formatted(agent.driver())))
                        .orElseGet(() -> why("no agent is selected (2 shows them)"));
            case MENU ->
                item(state)
                                || Targets.task(state).isPresent()
                                || Targets.epic(state).isPresent()
                        ? fine()
                        : why("nothing is selected");
            case EDIT -> Targets.configures(state) || Targets.epic(state).isPresent() ? fine() : open(state);
            case RAISE -> priority(state, Priority.MOST_URGENT, "it is the most urgent already");
            case LOWER -> priority(state, Priority.LEAST_URGENT, "it is the least urgent already");
            case PAUSE_ONE -> Targets.epic(state).isPresent() || isMarked(state) ? fine() : open(state);
            case CANCEL -> isMarked(state) ? fine() : open(state);
            case START_NOW -> startNow(state);
            case RESET_AGENT ->
                Targets.agent(state)
                        .map(agent -> agent.state() == AgentLine.State.OK ? why("it can work") : fine())
                        .orElseGet(() -> why("no agent is selected (2 shows them)"));
            case TEST_AGENT ->
                Targets.agent(state)
                        .map(agent ->
                                state.doing().underway().isAbout(agent.name().value())
                                        ? why("%s is being tested".formatted(agent.name()))
                                        : fine())
                        .orElseGet(() -> why("no agent is selected (2 shows them)"));
            case PAUSE_AGENT -> Targets.agent(state).isPresent() ? fine() : why("no agent is selected (2 shows them)");
            case COPY -> Targets.subject(state).isPresent() ? fine() : why("nothing is selected");
            case UNDO ->
                state.doing().history().latest().isPresent() ? fine() : why("nothing was done here that can be undone");
            case REDO -> state.doing().history().latestUndone().isPresent() ? fine() : why("nothing was undone");
            case OPEN ->
                canOpen(state)
                        ? fine()
                        : why(state.view() == ViewKind.OUTPUT ? "there is no call to open" : "nothing is selected");
            case FILTER -> state.view() == ViewKind.BOARD ? fine() : why("only the board has a filter");
            case FOLLOW -> follow(state);
            case NEXT_NEED -> state.board().inbox().isEmpty() ? why("nothing needs you") : fine();
            case OUTPUTS -> hasOutputs(state) ? fine() : why("the board shows outputs from 120x35 on");
            case ZOOM ->
                state.view() == ViewKind.BOARD || state.view() == ViewKind.REVIEWING
                        ? fine()
                        : why("there is nothing to zoom here");
            case NEXT_PANE, PREVIOUS_PANE -> panes(state);
            case UP,
                    DOWN,
                    LEFT,
                    RIGHT,
                    FIRST,
                    LAST,
                    HALF_PAGE_UP,
                    HALF_PAGE_DOWN,
                    PAGE_UP,
                    PAGE_DOWN,
                    NEW_TASK,
                    NEW_EPIC,
                    VIEW_BOARD,
                    VIEW_AGENTS,
                    VIEW_INBOX,
                    VIEW_RUNS,
                    VIEW_REVIEW,
                    VIEW_EVENTS,
                    VIEW_EPICS,
                    VIEW_STATS,
                    VIEW_SETTINGS,
                    PAUSE,
                    PALETTE,
                    HELP,
                    MOUSE,
                    REDRAW,
                    SUSPEND,
                    BACK,
                    QUIT,
                    LEAVE -> fine();
        };
    }

    private static Optional<String> approve(AppState state) {
        if (state.view() == ViewKind.REVIEWING) {
            return ReadingAvailability.missing(state, Action.APPROVE);
        }
        return item(state) || (isMarked(state) && !Marks.items(state).isEmpty()) ? fine() : why("nothing waits here");
    }

    private static Optional<String> reject(AppState state) {
        return state.view() == ViewKind.REVIEWING
                ? ReadingAvailability.missing(state, Action.REJECT)
                : answer(state, Answers::negative, "has nothing to refuse: m shows what can be done");
    }

    private static Optional<String> message(AppState state) {
        Optional<TaskId> task = Targets.task(state);
        if (task.isEmpty()) {
            return item(state)
                    ? why("there is no agent behind this: m shows what can be done")
                    : why("no task is selected");
        }
        boolean review = state.board().column(ColumnKind.REVIEW).cards().stream()
                .anyMatch(card -> card.id().equals(task.get()));
        return review ? why("it is in review: its agent has ended, the checks decide") : open(state);
    }

    private static Optional<String> follow(AppState state) {
        RunId run = state.output().run();
        boolean inView =
                state.view() == ViewKind.OUTPUT ? state.pages().run().tab().isOutput() : hasOutputs(state);
        if (run == null || !inView) {
            return why("no output is in view");
        }
        return Targets.isActive(state.board(), run) ? fine() : why("the run has ended: nothing new comes");
    }

    private static boolean item(AppState state) {
        return Targets.item(state).isPresent();
    }

    private static Optional<String> answer(
            AppState state, Function<InboxLine, Optional<InboxAction>> answer, String without) {
        return Targets.item(state)
                .map(item -> answer.apply(item).isPresent()
                        ? fine()
                        : why("%s %s".formatted(item.kind().toLowerCase(Locale.ROOT), without)))
                .orElseGet(() -> why("nothing waits here"));
    }

    private static Optional<String> open(AppState state) {
        return Targets.task(state)
                .map(task -> Menus.isDone(state, task) ? why("it is over: m opens it again") : fine())
                .orElseGet(() -> why("no task is selected"));
    }

    private static boolean isMarked(AppState state) {
        return !state.doing().marks().keys().isEmpty();
    }

    private static Optional<String> priority(AppState state, int end, String atEnd) {
        if (isMarked(state)) {
            return fine();
        }
        return Targets.taskCard(state)
                .flatMap(card -> Optional.ofNullable(card.priority()))
                .map(priority -> priority.value() == end ? why(atEnd) : open(state))
                .orElseGet(() -> why("no task is selected"));
    }

    private static Optional<String> startNow(AppState state) {
        if (Targets.activeRun(state).isPresent()) {
            return why("its run is under way already");
        }
        return state.board().dispatch().holder() == Dispatch.Holder.NONE
                ? why("nobody starts work: P takes over")
                : open(state);
    }

    private static Optional<String> panes(AppState state) {
        if (state.view() == ViewKind.OUTPUT || state.view() == ViewKind.REVIEWING) {
            return fine();
        }
        return hasOutputs(state) ? fine() : why("only one pane here; more from 120x35 on");
    }

    private static boolean hasOutputs(AppState state) {
        return state.view() == ViewKind.BOARD && !state.wholeLayout().output().isEmpty();
    }

    private static boolean canOpen(AppState state) {
        return switch (state.view()) {
            case DETAIL -> detailRun(state).isPresent();
            case OUTPUT ->
                !state.pages().run().tab().isOutput() || state.output().lastCall() != OutputMarks.NO_CALL;
            case REVIEWING -> true;
            case BOARD ->
                state.focus().output()
                        || Targets.subject(state).isPresent()
                        || Targets.agent(state).isPresent();
            case INBOX, REVIEW, EPICS -> Targets.subject(state).isPresent();
            case RUNS -> !state.runs().isEmpty();
            case AGENTS -> Targets.agent(state).isPresent();
            case EVENTS, STATISTICS, SETTINGS -> false;
        };
    }

    private static Optional<RunId> detailRun(AppState state) {
        return Optional.ofNullable(state.reading().run());
    }

    private static Optional<String> retry(AppState state) {
        if (isMarked(state)) {
            return fine();
        }
        if (Targets.task(state).isEmpty()) {
            return why("no task is selected");
        }
        return Targets.activeRun(state).isPresent() ? why("its run is still under way") : open(state);
    }

    private static Optional<String> attach(AppState state) {
        if (Targets.task(state).isEmpty()) {
            return why("no task is selected");
        }
        return Targets.activeRun(state).isPresent() ? why("its run is still under way: S stops it") : fine();
    }

    private static Optional<String> fine() {
        return Optional.empty();
    }

    private static Optional<String> why(String reason) {
        return Optional.of(reason);
    }
}

package dev.fuel.tui.state;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.Action;
import java.util.Optional;

/// What it means to drop the selected card on a column: the move that brings it there, or why there is none.
public final class Dropping {
    private Dropping() {}

    /// The card that is being dragged.
    public static Optional<Card> card(AppState state) {
        Drag drag = state.options().drag();
        boolean dragging = state.view() == ViewKind.BOARD
                && state.focus().pane() == BoardPane.CARDS
                && drag.held()
                && Mice.columnAt(state.layout(), drag.fromColumn(), drag.fromRow()) >= 0
                && drag.hasMoved();
        return dragging ? Targets.card(state).filter(card -> card.id() instanceof TaskId) : Optional.empty();
    }

    /// Why the card cannot come there by hand; empty if it can, or is there.
    public static Optional<String> missing(AppState state, ColumnKind target) {
        Optional<TaskId> task = Targets.task(state);
        if (task.isEmpty() || target == state.focus().column()) {
            return Optional.empty();
        }
        return change(state, task.get(), target).isPresent() ? Optional.empty() : Optional.of(reason(state, target));
    }

    /// The move that brings the task there.
    static Optional<Change> change(AppState state, TaskId task, ColumnKind target) {
        ColumnKind from = state.focus().column();
        boolean runs = Targets.activeRun(state).isPresent();
        boolean over = from == ColumnKind.DONE;
        return switch (target) {
            case RUNNING ->
                Availability.missing(state, Action.START_NOW).isEmpty()
                        ? Optional.of(new Change.StartNow(task))
                        : Optional.empty();
            case READY ->
                over
                        ? Optional.of(new Change.Reopen(task))
                        : runs
                                ? Optional.empty()
                                : Optional.of(
                                        from == ColumnKind.BLOCKED
                                                ? new Change.Hold(task, false)
                                                : new Change.Retry(task, null));
            case BLOCKED -> over ? Optional.empty() : Optional.of(new Change.Hold(task, true));
            case DONE -> runs || over ? Optional.empty() : Optional.of(new Change.Finish(task));
            case NEEDS_YOU -> runs || over ? Optional.empty() : Optional.of(new Change.TakeOver(task));
            case BACKLOG -> runs || over ? Optional.empty() : Optional.of(new Change.Defer(task));
            case REVIEW -> Optional.empty();
        };
    }

    private static String reason(AppState state, ColumnKind target) {
        if (target == ColumnKind.REVIEW) {
            return "work comes here when it ends";
        }
        if (target == ColumnKind.RUNNING) {
            return Availability.missing(state, Action.START_NOW).orElse("");
        }
        return state.focus().column() == ColumnKind.DONE ? "it is over: Ready opens it" : "stop its run first (S)";
    }
}

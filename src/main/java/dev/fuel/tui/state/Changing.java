package dev.fuel.tui.state;

import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import java.util.Objects;

/// Keys that change something about the selected task, and those that take it back.
final class Changing {
    private Changing() {}

    static Step prioritise(AppState state, int distance) {
        Card card = Targets.taskCard(state).orElseThrow();
        int value = Objects.requireNonNull(card.priority()).value() + distance;
        return make(state, new Change.Prioritise((TaskId) card.id(), new Priority(value)));
    }

    /// Asked for only while a run is lost by it.
    static Step cancel(AppState state) {
        TaskId task = Targets.task(state).orElseThrow();
        Card card = state.board().card(task).orElse(null);
        ActiveRun run = card == null ? null : card.run();
        return card == null || run == null
                ? make(state, new Change.Cancel(task))
                : Step.to(state.with(Questions.cancel(state, card, run)));
    }

    static Step pauseAgent(AppState state) {
        AgentLine agent = Targets.agent(state).orElseThrow();
        return make(state, new Change.PauseAgent(agent.name(), agent.state() != AgentLine.State.PAUSED));
    }

    static Step undo(AppState state) {
        return takeBack(state, state.doing().history().latest().orElseThrow(), History.Cause.UNDO);
    }

    static Step redo(AppState state) {
        return takeBack(state, state.doing().history().latestUndone().orElseThrow(), History.Cause.REDO);
    }

    private static Step takeBack(AppState state, Change change, History.Cause cause) {
        History history = state.doing().history().taking(cause);
        return Step.to(state.with(state.doing().with(history)), new Effect.Make(change, cause));
    }

    static Step make(AppState state, Change change) {
        return Step.to(state, Effect.Make.asked(change));
    }
}

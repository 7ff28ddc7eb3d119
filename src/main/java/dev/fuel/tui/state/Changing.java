package dev.fuel.tui.state;

import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keys that change something about the selected task, and those that take it back.
final class Changing {
    private Changing() {}

    /// On each marked card at its own priority; what is at the end already stays.
    static Step prioritise(AppState state, int distance) {
        return makeAll(
                state,
                Marks.tasks(state).stream()
                        .flatMap(task -> state.board().card(task).stream())
                        .flatMap(card -> prioritised(card, distance).stream())
                        .toList());
    }

    private static Optional<Change> prioritised(Card card, int distance) {
        Priority now = card.priority();
        if (now == null || !(card.id() instanceof TaskId task)) {
            return Optional.empty();
        }
        int value = Math.clamp((long) now.value() + distance, Priority.MOST_URGENT, Priority.LEAST_URGENT);
        return value == now.value() ? Optional.empty() : Optional.of(new Change.Prioritise(task, new Priority(value)));
    }

    /// Asked for only while a run is lost by it.
    static Step cancel(AppState state) {
        List<TaskId> tasks = Marks.tasks(state);
        Card card = tasks.size() == 1 ? state.board().card(tasks.getFirst()).orElse(null) : null;
        ActiveRun run = card == null ? null : card.run();
        if (card != null && run != null) {
            return Step.to(state.with(Questions.cancel(state, card, run)));
        }
        List<TaskId> running = tasks.stream()
                .filter(task -> state.board().card(task).map(Card::run).isPresent())
                .toList();
        Step all = each(state, Change.Cancel::new);
        return running.isEmpty() ? all : Step.to(state.with(Questions.cancelAll(tasks, running)));
    }

    /// The same change of every marked task, or of the selected one.
    static Step each(AppState state, Function<TaskId, Change> change) {
        return makeAll(state, Marks.tasks(state).stream().map(change).toList());
    }

    /// Several changes as one; the marks have done their duty then.
    static Step makeAll(AppState state, List<Change> changes) {
        AppState unmarked = state.with(state.doing().with(Marks.NONE));
        return switch (changes.size()) {
            case 0 -> Step.to(state.warn("nothing to change"));
            case 1 -> make(unmarked, changes.getFirst());
            default -> make(unmarked, new Change.Together(changes));
        };
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

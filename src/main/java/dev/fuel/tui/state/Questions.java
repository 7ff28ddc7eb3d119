package dev.fuel.tui.state;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The questions that are asked before something that cannot be undone, with what is at stake in numbers.
final class Questions {
    private Questions() {}

    static Overlay stop(AppState state) {
        RunId run = Targets.activeRun(state).orElseThrow();
        List<String> lines = new ArrayList<>();
        for (Card card : state.board().runningCards()) {
            ActiveRun active = card.run();
            if (active != null && active.id().equals(run)) {
                lines.add("%s %s".formatted(card.id().value(), card.title()));
                lines.add(describe(state, active));
            }
        }
        lines.add("Kept: the worktree with everything in it");
        lines.add("Lost: what the agent is doing at this moment");
        lines.add("The task is then held until you retry it.");
        return new Overlay.Question(
                "Stop %s?".formatted(run), lines, "y stop    n keep running", new Change.StopRun(run));
    }

    /// Cancelling stops the run.
    static Overlay cancel(AppState state, Card card, ActiveRun run) {
        return new Overlay.Question(
                "Cancel %s?".formatted(card.id().value()),
                List.of(card.title(), describe(state, run), "Lost: its run is stopped. The worktree stays."),
                "y cancel    n keep it",
                new Change.Cancel((TaskId) card.id()));
    }

    /// Cancelling several stops their runs.
    static Overlay cancelAll(List<TaskId> tasks, List<TaskId> running) {
        String runs = running.stream().map(TaskId::value).collect(Collectors.joining(", "));
        return new Overlay.Question(
                "Cancel %d tasks?".formatted(tasks.size()),
                List.of("Lost: the runs of %s are stopped. The worktrees stay.".formatted(runs)),
                "y cancel    n keep them",
                new Change.Together(
                        tasks.stream().<Change>map(Change.Cancel::new).toList()));
    }

    /// Whether it asks about a run that has ended in the meantime.
    static boolean isVain(Overlay overlay, Board board) {
        return switch (overlay) {
            case Overlay.Question question ->
                switch (question.change()) {
                    case Change.StopRun(RunId run) -> !Targets.isActive(board, run);
                    case Change.Cancel(TaskId task) ->
                        board.card(task).map(Card::run).isEmpty();
                    default -> false;
                };
            default -> false;
        };
    }

    private static String describe(AppState state, ActiveRun run) {
        String age = Ages.running(Duration.between(run.startedAt(), state.now()));
        String agent = run.agent() == null ? run.kind().word() : run.agent().value();
        String cost = run.cost() == null ? "" : ", " + Cost.words(run.cost());
        return "%s, %s%s, %d tool calls".formatted(agent, age, cost, run.toolCalls());
    }

    /// What would be left alone if this screen closed; empty if another process looks after the runs.
    static List<String> runsThatDependOnUs(AppState state) {
        Board board = state.board();
        if (board.dispatch().holder() != Dispatch.Holder.MINE) {
            return List.of();
        }
        return board.columns().stream()
                .flatMap(column -> column.cards().stream())
                .flatMap(card -> Stream.ofNullable(card.run())
                        .map(run -> "%s  %s  %s".formatted(card.id().value(), describe(state, run), card.title())))
                .toList();
    }
}

package dev.fuel.cli;

import dev.fuel.app.PauseActions.Paused;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import java.util.List;
import java.util.stream.Collectors;

/// What became of tasks and epics that were paused or let go on.
final class PausedLines {
    private PausedLines() {}

    static void print(Output output, List<Paused> paused) {
        if (output.isJson()) {
            output.json(json -> json.objects("items", paused, PausedLines::describe));
            return;
        }
        for (Paused each : paused) {
            switch (each) {
                case Paused.OfTask(Task task) -> Sentences.print(output, task, state(task));
                case Paused.OfEpic(Epic epic) ->
                    output.line(Role.LINK.of(epic.id().value()), Span.of(state(epic)), Role.DIM.of(epic.title()));
            }
        }
    }

    /// Pauses an agent, or lets it work again, and says so.
    static void setPaused(Invocation invocation, String name, boolean paused) {
        AgentName agent = new AgentName(name);
        UseCases.of(invocation).health().setPaused(agent, paused);
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.text("agent", agent.value()).flag("paused", paused));
        } else {
            output.line(paused ? agent + " starts nothing new; what it works on goes on" : agent + " may work again");
        }
    }

    private static String state(Epic epic) {
        if (epic.heldBy().contains(Hold.PERSON)) {
            return "  held with all its tasks  ";
        }
        return epic.held() ? "  may start when its merge is settled  " : "  may start  ";
    }

    private static String state(Task task) {
        if (task.heldBy().isEmpty()) {
            return "is not held";
        }
        if (task.heldBy().contains(Hold.PERSON)) {
            return "held";
        }
        String others = task.heldBy().stream().sorted().map(Word::word).collect(Collectors.joining(", "));
        return "still held by %s (fuel retry %s)".formatted(others, task.id());
    }

    private static void describe(Json json, Paused paused) {
        switch (paused) {
            case Paused.OfTask(Task task) ->
                json.text("id", task.id())
                        .texts(
                                "held_by",
                                task.heldBy().stream().sorted().map(Word::word).toList());
            case Paused.OfEpic(Epic epic) ->
                json.text("id", epic.id())
                        .texts(
                                "held_by",
                                epic.heldBy().stream().sorted().map(Word::word).toList());
        }
    }
}

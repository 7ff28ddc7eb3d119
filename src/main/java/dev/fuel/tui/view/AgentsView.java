package dev.fuel.tui.view;

import dev.fuel.domain.TimeWords;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AgentStory;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The agents in a table, and why the selected one works or does not.
final class AgentsView {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String ROW = "%-17s %-9s %-5s %-10s %-14s %s";
    private static final String EMPTY = "No agent is configured: fuel init finds them.";

    private AgentsView() {}

    static void draw(Canvas canvas, AppState state) {
        List<AgentLine> agents = state.board().agents();
        List<ListView.Row> rows = agents.stream()
                .map(agent ->
                        new ListView.Row(row(agent, state.now()), agent.state().role()))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.AGENTS, agents)
                .map(agent -> detail(state, agent))
                .orElse(List.of());
        String heading = ROW.formatted("AGENT", "STATE", "RUN", "OK 24 h", "NEXT", "TODAY");
        new ListView(ViewKind.AGENTS, "Agents", heading, rows, detail, EMPTY).draw(canvas, state);
    }

    private static String row(AgentLine agent, Instant now) {
        return ROW.formatted(
                agent.name(),
                agent.state().word(),
                "%d/%d".formatted(agent.running(), agent.slots()),
                wellEnded(agent),
                next(agent, now),
                Cost.words(agent.cost()));
    }

    /// How many of its runs ended well.
    static String wellEnded(AgentLine agent) {
        return agent.runs() == 0
                ? Cost.UNKNOWN
                : "%d/%d %d%%".formatted(agent.successes(), agent.runs(), agent.successes() * 100 / agent.runs());
    }

    /// When it works again, or the key that brings it back; `–` where nothing stands against it.
    static String next(AgentLine agent, Instant now) {
        Instant until = agent.condition().until();
        if (until != null) {
            return "%s %s"
                    .formatted(
                            CLOCK.format(until.atZone(agent.zone())), TimeWords.length(Duration.between(now, until)));
        }
        return switch (agent.condition()) {
            case AgentCondition.Stopped _ -> "R resets it";
            case AgentCondition.Paused _ -> "p resumes it";
            case AgentCondition.Unusable _ -> "see below";
            case AgentCondition.Probing _ -> "one run";
            case AgentCondition.Free _, AgentCondition.Resting _, AgentCondition.Limited _ -> Cost.UNKNOWN;
        };
    }

    private static List<String> detail(AppState state, AgentLine agent) {
        AgentStory story = AgentStory.of(state.board(), agent.name());
        String words = agent.words(state.now());
        List<String> lines = new ArrayList<>();
        lines.add("%s  %s, driver %s".formatted(agent.name(), agent.condition().word(), agent.driver()));
        lines.add("");
        lines.add("Reason    " + (words.isEmpty() ? "nothing stands against it" : words));
        lines.add("Last %d    %s"
                .formatted(
                        AgentStory.SHOWN,
                        story.last().isEmpty()
                                ? "no run has ended yet"
                                : story.last().stream().map(AgentsView::result).collect(Collectors.joining(", "))));
        story.median().ifPresent(median -> lines.add("Median    " + Ages.running(median)));
        lines.add("Waiting   " + waiting(story.waiting()));
        Trial trial = state.doing().trials().get(agent.name());
        if (trial != null) {
            lines.add("Test      %s".formatted(trial.sentence()));
            lines.add("          %s%s".formatted(trial.consumption(), afterTest(trial, agent)));
        }
        lines.add("");
        lines.add("Enter shows its runs, t sends a test prompt.");
        return lines;
    }

    private static String afterTest(Trial trial, AgentLine agent) {
        return trial.works() && agent.condition().until() != null ? "   R lets it work at once" : "";
    }

    private static String result(RunLine run) {
        return switch (run.status()) {
            case COMPLETED -> "ok";
            case RUNNING -> "running";
            case FAILED, KILLED -> inAWord(run);
        };
    }

    /// `crash` of `crash: exit 3: no such model, score 0`.
    private static String inAWord(RunLine run) {
        String word = run.outcome().split("[:,]", 2)[0].strip();
        return word.isEmpty() ? run.status().word() : word;
    }

    private static String waiting(List<Card> cards) {
        return switch (cards.size()) {
            case 0 -> "no ready task waits for it alone";
            case 1 -> "1 task: " + cards.getFirst().id().value();
            default ->
                "%d tasks: %s"
                        .formatted(
                                cards.size(),
                                cards.stream()
                                        .limit(8)
                                        .map(card -> card.id().value())
                                        .collect(Collectors.joining(" ")));
        };
    }
}

package dev.fuel.tui.view;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Column;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The views 2 to 5: a list of rows, and what there is to know of the selected one.
final class ListViews {
    private ListViews() {}

    static void agents(Canvas canvas, AppState state) {
        List<AgentLine> agents = state.board().agents();
        List<ListView.Row> rows = agents.stream()
                .map(agent -> new ListView.Row(
                        "%-18s %-9s %d/%d   %-12s %s"
                                .formatted(
                                        agent.name(),
                                        agent.state().word(),
                                        agent.running(),
                                        agent.slots(),
                                        AgentsPane.wellEnded(agent),
                                        Cost.words(agent.cost())),
                        agent.state().role()))
                .toList();
        String heading = "%-18s %-9s %-5s %-12s %s".formatted("AGENT", "STATE", "RUN", "ENDED WELL", "COST TODAY");
        List<String> detail = Targets.line(state, ViewKind.AGENTS, agents)
                .map(agent -> List.of(
                        "driver  " + agent.driver(),
                        agent.words(state.now()).isEmpty() ? "It can work." : agent.words(state.now())))
                .orElse(List.of());
        new ListView(ViewKind.AGENTS, "Agents", heading, rows, detail, "No agent is configured: fuel init finds them.")
                .draw(canvas, state);
    }

    static void inbox(Canvas canvas, AppState state) {
        List<InboxLine> items = state.board().inbox();
        List<ListView.Row> rows = items.stream()
                .map(item -> new ListView.Row(
                        "%s %5s  %-14s %-9s %s"
                                .formatted(
                                        canvas.glyph(Glyph.NEEDS),
                                        Ages.of(item.since(), state.now()),
                                        item.type().name().replace('_', ' '),
                                        Objects.toString(item.task() == null ? item.epic() : item.task(), ""),
                                        item.title()),
                        Role.NEEDS))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.INBOX, items)
                .map(ListViews::detail)
                .orElse(List.of());
        new ListView(ViewKind.INBOX, "Inbox: waiting for you", "", rows, detail, "Nothing waits for you.")
                .draw(canvas, state);
    }

    private static List<String> detail(InboxLine item) {
        Stream<String> body = ForeignText.lines(item.body()).stream();
        Stream<String> answer = item.action().isEmpty() ? Stream.of() : Stream.of("", "Answer:  " + item.action());
        Stream<String> key = item.type() == InboxType.EPIC_REVIEW
                ? Stream.of("", "a approves it: its work lands on the base branch.")
                : Stream.of();
        return Stream.of(Stream.of(item.title(), ""), body, key, answer)
                .flatMap(part -> part)
                .toList();
    }

    static void runs(Canvas canvas, AppState state) {
        List<RunLine> runs = state.board().runs();
        List<ListView.Row> rows = runs.stream()
                .map(run -> new ListView.Row(
                        "%s %-10s %-8s %-14s %7s  %s"
                                .formatted(
                                        canvas.glyph(glyph(run)),
                                        run.id(),
                                        run.kind().word(),
                                        Objects.toString(run.agent(), "-"),
                                        Ages.running(duration(run, state)),
                                        state.board().subject(run)),
                        role(run)))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.RUNS, runs)
                .map(run -> List.of(
                        Objects.toString(run.task(), "no task") + "  "
                                + state.board().subject(run),
                        "%s, %s ago, %s"
                                .formatted(
                                        run.status().word(),
                                        Ages.of(run.startedAt(), state.now()),
                                        Cost.words(run.cost())),
                        run.outcome(),
                        "Enter opens its output."))
                .orElse(List.of());
        new ListView(ViewKind.RUNS, "Runs", "", rows, detail, "Nothing has run yet. P starts work.")
                .draw(canvas, state);
    }

    private static Duration duration(RunLine run, AppState state) {
        Duration known = run.duration();
        return known == null ? Duration.between(run.startedAt(), state.now()) : known;
    }

    private static Glyph glyph(RunLine run) {
        return switch (run.status()) {
            case RUNNING -> Glyph.RUNNING;
            case COMPLETED -> Glyph.DONE;
            case FAILED, KILLED -> Glyph.FAILED;
        };
    }

    private static Role role(RunLine run) {
        return switch (run.status()) {
            case RUNNING -> Role.RUNNING;
            case COMPLETED -> Role.OK;
            case FAILED, KILLED -> Role.BAD;
        };
    }

    static void review(Canvas canvas, AppState state) {
        Column column = state.board().column(ColumnKind.REVIEW);
        List<ListView.Row> rows = column.cards().stream()
                .map(card -> new ListView.Row(
                        "%s %s %-3s %5s  %s"
                                .formatted(
                                        canvas.glyph(Glyph.REVIEW),
                                        card.id().value(),
                                        Objects.toString(card.priority(), ""),
                                        Ages.of(card.since(), state.now()),
                                        card.title()),
                        Role.REVIEW))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.REVIEW, column.cards())
                .map(ListViews::detail)
                .orElse(List.of());
        new ListView(ViewKind.REVIEW, "Review", "", rows, detail, "Nothing to review. Finished runs appear here.")
                .draw(canvas, state);
    }

    private static List<String> detail(Card card) {
        String facts = "%s  %s"
                .formatted(
                        Objects.toString(card.agent(), ""),
                        card.complexity() == null
                                ? ""
                                : card.complexity().name().toLowerCase(Locale.ROOT));
        return Stream.concat(Stream.of(card.title(), facts, card.why()), card.notes().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }
}

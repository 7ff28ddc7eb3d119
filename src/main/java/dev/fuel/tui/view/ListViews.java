package dev.fuel.tui.view;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.ReviewLine;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Runs and reviews: a list of rows, and what there is to know of the selected one.
final class ListViews {
    private static final String RUN = "%s %-10s %-11s %-14.14s %7s %5s %7s  %s";
    /// Where ABOUT would have no room, the details tell the cost.
    private static final String NARROW_RUN = "%s %-10s %-11s %-14.14s %7s %5s  %8$s";

    private static final int NARROW = 100;
    private static final String REVIEW = "%s %-8s %-20s %5s  %s";

    private ListViews() {}

    static void runs(Canvas canvas, AppState state) {
        List<RunLine> runs = state.runs();
        String format = state.listLayout(ViewKind.RUNS).list().columns() < NARROW ? NARROW_RUN : RUN;
        List<ListView.Row> rows = runs.stream()
                .map(run -> new ListView.Row(
                        format.formatted(
                                canvas.glyph(glyph(run)),
                                run.id(),
                                kind(run),
                                Objects.toString(run.agent(), "-"),
                                Ages.running(run.time(state.now())),
                                silence(run, state),
                                Cost.words(run.cost()),
                                state.board().subject(run)),
                        role(run)))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.RUNS, runs)
                .map(run -> detail(state, run))
                .orElse(List.of());
        new ListView(
                        ViewKind.RUNS,
                        runsTitle(state),
                        format.formatted(" ", "RUN", "KIND", "AGENT", "TIME", "QUIET", "COST", "ABOUT"),
                        rows,
                        detail,
                        "Nothing has run yet. P starts work.")
                .draw(canvas, state);
    }

    private static List<String> detail(AppState state, RunLine run) {
        boolean running = run.status() == RunStatus.RUNNING;
        String time = Ages.running(run.time(state.now()));
        String ago = Ages.of(run.startedAt(), state.now());
        List<String> lines = new ArrayList<>();
        lines.add(id(run) + "  " + state.board().subject(run));
        lines.add("%s by %s, %s".formatted(kind(run), Objects.toString(run.agent(), "Fuel itself"), run.id()));
        lines.add(
                running
                        ? "at work for " + time
                        : "%s after %s, started %s ago".formatted(run.status().word(), time, ago));
        lines.add("cost " + (run.cost() == null ? "not known" : Cost.words(run.cost())));
        if (!run.outcome().isBlank() && !run.outcome().equals(run.status().word())) {
            lines.add(run.outcome());
        }
        lines.addAll(List.of("", running ? "Enter follows its output, S stops it." : "Enter opens its output."));
        return lines;
    }

    private static String kind(RunLine run) {
        return run.kind().word().replace('_', ' ');
    }

    private static String runsTitle(AppState state) {
        AgentName agent = state.options().runsOf();
        return agent == null ? "Runs" : "Runs of %s (4 shows all)".formatted(agent);
    }

    /// How long ago a live run last put something out; `?` where nobody knows.
    private static String silence(RunLine run, AppState state) {
        if (run.status() != RunStatus.RUNNING) {
            return "";
        }
        return state.board()
                .active(run.id())
                .map(active -> Duration.between(active.lastOutputAt(), state.now()))
                .map(age -> age.toMinutes() > 0 ? Ages.of(state.now().minus(age), state.now()) : Ages.running(age))
                .orElse("?");
    }

    private static String id(RunLine run) {
        return run.task() == null ? run.subject() : run.task().value();
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
        List<ReviewLine> lines = ReviewLine.of(state.board());
        List<ListView.Row> rows = lines.stream()
                .map(line -> new ListView.Row(
                        REVIEW.formatted(
                                canvas.glyph(line.role() == Role.NEEDS ? Glyph.NEEDS : Glyph.REVIEW),
                                line.id().value(),
                                line.stage(),
                                line.since() == null ? "" : Ages.of(line.since(), state.now()),
                                line.title()),
                        line.role()))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.REVIEW, lines)
                .map(line -> detail(state, line))
                .orElse(List.of());
        new ListView(
                        ViewKind.REVIEW,
                        "Review",
                        REVIEW.formatted(" ", "ABOUT", "STAGE", "SINCE", "TITLE"),
                        rows,
                        detail,
                        "Nothing to review. Finished runs appear here.")
                .draw(canvas, state);
    }

    private static List<String> detail(AppState state, ReviewLine line) {
        Stream<String> card = state.board().card(line.id()).stream()
                .flatMap(found -> Stream.concat(Stream.of(found.why()), found.notes().stream()));
        Stream<String> items = state.board().inbox().stream()
                .filter(item -> line.id().equals(item.task() == null ? item.epic() : item.task()))
                .flatMap(item -> Stream.concat(Stream.of("", item.title()), ForeignText.lines(item.body()).stream()));
        return Stream.of(Stream.of(line.title()), card, items, Stream.of("", "Enter reads what it changes."))
                .flatMap(part -> part)
                .toList();
    }
}

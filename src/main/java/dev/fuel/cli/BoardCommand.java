package dev.fuel.cli;

import dev.fuel.domain.board.Board;
import dev.fuel.domain.board.Card;
import dev.fuel.domain.board.Place;
import dev.fuel.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `fuel board`: the columns of the board, one below the other.
final class BoardCommand implements Subcommand {
    private static final int DEFAULT_CARDS = 10;
    /// What runs first, then what a person must do, then the rest.
    private static final List<Place> ORDER =
            List.of(Place.RUNNING, Place.NEEDS_YOU, Place.REVIEW, Place.READY, Place.BLOCKED, Place.DONE);

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .value("-n", "--limit", "COUNT", "at most so many tasks in a column (default " + DEFAULT_CARDS + ")")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        print(invocation, invocation.arguments().count("--limit").orElse(DEFAULT_CARDS));
        return ExitCode.DONE;
    }

    /// The board as of now.
    static void print(Invocation invocation) {
        print(invocation, DEFAULT_CARDS);
    }

    private static void print(Invocation invocation, int cards) {
        UseCases use = UseCases.of(invocation);
        Board board = use.queries().board(cards);
        Optional<Instant> paused = use.pauses().pausedAt();
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.text("at", board.at())
                    .text("paused_at", paused.orElse(null))
                    .objects("columns", board.columns(), BoardCommand::describe));
            return;
        }
        if (board.columns().stream().allMatch(column -> column.count() == 0)) {
            invocation.note("no tasks yet (fuel add TITLE makes one)");
        }
        boolean first = true;
        for (Place place : ORDER) {
            Board.Column column = board.column(place);
            if (column.count() > 0) {
                if (!first) {
                    output.line("");
                }
                print(output, column, board.at());
                first = false;
            }
        }
        paused.ifPresent(since -> {
            output.line("");
            output.line(Role.WARN.of("paused %s: fuel unpause lets work start".formatted(Ages.of(since, board.at()))));
        });
    }

    private static void print(Output output, Board.Column column, Instant now) {
        output.line(heading(column.place()), Role.DIM.of("  " + column.count()));
        for (Card card : column.cards()) {
            Task task = card.task();
            output.line(
                    Span.of("  "),
                    Role.LINK.of(task.id().value()),
                    Span.of("  %s  %s".formatted(task.priority(), task.title())),
                    Role.DIM.of(detail(column.place(), card, now)));
            card.overlaps().forEach(overlap -> output.line(Role.WARN.of("    " + output.warning() + overlap.words())));
        }
        int more = column.count() - column.cards().size();
        if (more > 0) {
            output.line(Role.DIM.of("  … and %,d more".formatted(more)));
        }
    }

    private static Span heading(Place place) {
        return switch (place) {
            case RUNNING -> Role.RUNNING.of("Running");
            case NEEDS_YOU -> Role.NEEDS.of("Needs you");
            case REVIEW -> Role.REVIEW.of("Review");
            case READY -> Role.LINK.of("Ready");
            case BLOCKED -> Role.BOLD.of("Blocked");
            case DONE -> Role.OK.of("Done");
        };
    }

    private static String detail(Place place, Card card, Instant now) {
        String detail = switch (place) {
            case RUNNING -> running(card, now);
            case NEEDS_YOU ->
                card.item() == null
                        ? States.why(card.waiting(), now)
                        : card.item().title();
            case BLOCKED, READY -> States.why(card.waiting(), now);
            case REVIEW -> "";
            case DONE -> card.task().status().word() + " " + Ages.of(card.task().closedAt(), now);
        };
        return detail.isEmpty() ? "" : "  · " + detail;
    }

    private static String running(Card card, Instant now) {
        if (card.run() == null) {
            return "a person";
        }
        String agent = card.run().agent() == null
                ? card.run().kind().word()
                : card.run().agent().value();
        String budgets = card.budgets().stream().map(mark -> ", " + mark.fact()).collect(Collectors.joining());
        return "%s, %s%s".formatted(agent, RunLine.length(card.run(), now), budgets);
    }

    private static void describe(Json json, Board.Column column) {
        json.text("place", column.place().word())
                .number("count", column.count())
                .objects("cards", column.cards(), BoardCommand::describe);
    }

    private static void describe(Json json, Card card) {
        json.object("task", fields -> JsonFields.task(fields, card.task()))
                .text("run_id", card.run() == null ? null : card.run().id())
                .text("epic_title", card.epicTitle())
                .texts("blocks", card.blocks())
                .text("inbox_id", card.item() == null ? null : card.item().id())
                .objects("overlaps", card.overlaps(), JsonFields::overlap);
    }
}

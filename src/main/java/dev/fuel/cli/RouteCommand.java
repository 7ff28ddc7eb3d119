package dev.fuel.cli;

import dev.fuel.app.DispatchQueries;
import dev.fuel.consume.Forecast.Prospect;
import dev.fuel.consume.Route;
import dev.fuel.domain.agent.RoutingDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// `fuel route TASK`: which agent would get it, and why.
final class RouteCommand implements Subcommand {
    private static final int MOST_SHOWN = 3;

    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var queries =
                new DispatchQueries(invocation.project(), invocation.project().config(), ZoneId.systemDefault());
        Prospect prospect = queries.route(invocation.arguments().word(0));
        List<RoutingDecision> before = queries.decisions(prospect.task().id());
        if (invocation.output().isJson()) {
            invocation.output().json(json -> {
                describe(json, prospect);
                json.objects("decisions", before, RouteCommand::describe);
            });
            return ExitCode.DONE;
        }
        Output output = invocation.output();
        Route route = prospect.route();
        output.line("%s  %s".formatted(prospect.task().id(), prospect.task().title()));
        output.line(route.agent()
                .map(agent -> "goes to %s: %s".formatted(agent, route.reasoning()))
                .orElseGet(() -> "goes to nobody now: " + route.reasoning()));
        if (!prospect.starts() && !prospect.reason().isBlank()) {
            output.line("does not start now: " + prospect.reason());
        }
        if (!route.everybody().isEmpty()) {
            var table = new Table("AGENT", "ANSWER", "WHY");
            for (Route.Candidate candidate : route.everybody()) {
                table.row(Span.of(candidate.agent().value()), answer(candidate), Span.of(candidate.reason()));
            }
            output.table(table);
        }
        if (!before.isEmpty()) {
            output.line("");
            output.line("before, latest first:");
            before.stream()
                    .limit(MOST_SHOWN)
                    .forEach(decision ->
                            print(output, decision, invocation.clock().instant()));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, RoutingDecision decision, Instant now) {
        output.line("%s, %s".formatted(Ages.of(decision.at(), now), decision.sentence()));
        for (RoutingDecision.Candidate candidate : decision.candidates()) {
            output.line("  " + candidate.sentence());
        }
    }

    private static void describe(Json json, RoutingDecision decision) {
        json.text("at", decision.at())
                .text("run", decision.run())
                .text("agent", decision.chosen())
                .text("strategy", decision.strategy())
                .text("reasoning", decision.reasoning())
                .text("fallback_of", decision.fallbackOf())
                .objects(
                        "candidates",
                        decision.candidates(),
                        (item, candidate) -> item.text("agent", candidate.agent())
                                .flag("in", candidate.in())
                                .text("reason", candidate.reason()));
    }

    /// The fields of one task's prospect, the same in `consume --dry-run`.
    static void describe(Json json, Prospect prospect) {
        Route route = prospect.route();
        json.text("task", prospect.task().id())
                .text("title", prospect.task().title())
                .flag("starts", prospect.starts())
                .text("agent", route.chosen())
                .text("strategy", route.strategy())
                .text("reasoning", route.reasoning())
                .text("fallback_of", route.fallbackOf())
                .text("reason", prospect.reason())
                .objects(
                        "candidates",
                        route.everybody(),
                        (item, candidate) -> item.text("agent", candidate.agent())
                                .text("verdict", word(candidate))
                                .text("reason", candidate.reason()));
    }

    private static String word(Route.Candidate candidate) {
        return candidate.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Span answer(Route.Candidate candidate) {
        String word = word(candidate).replace('_', ' ');
        return switch (candidate.verdict()) {
            case FREE -> Role.OK.of(word);
            case BUSY, RESTING, UNKNOWN -> Role.WARN.of(word);
            case STOPPED, USED_UP -> Role.BAD.of(word);
        };
    }
}

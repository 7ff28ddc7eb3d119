package dev.fuel.cli;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Run;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// `fuel runs [TASK]`: what was executed, latest first.
final class RunsCommand implements Subcommand {
    private static final int DEFAULT_LIMIT = 20;
    private static final int DAYS = 7;

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .optional("TASK")
                .value("-n", "--limit", "COUNT", "at most so many (default " + DEFAULT_LIMIT + ")")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Arguments arguments = invocation.arguments();
        List<Run> runs = use.runQueries()
                .list(
                        arguments.optionalWord(0).orElse(null),
                        arguments.count("--limit").orElse(DEFAULT_LIMIT));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> {
                json.objects("runs", runs, JsonFields::run);
                json.objects("days", use.runQueries().days(DAYS, use.now(), ZoneId.systemDefault()), JsonFields::day);
            });
        } else if (runs.isEmpty()) {
            invocation.note("no runs yet");
        } else {
            invocation.output().table(table(runs, use.now()));
            if (arguments.optionalWord(0).isEmpty()) {
                SpendingLines.ofDays(use.runQueries().days(DAYS, use.now(), ZoneId.systemDefault()))
                        .ifPresent(invocation.output()::line);
            }
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Run> runs, Instant now) {
        var table = new Table("ID", "TASK", "KIND", "AGENT", "STATE", "LENGTH", "COST", "SCORE", "STARTED", "");
        for (Run run : runs) {
            table.row(
                    Role.LINK.of(run.id().value()),
                    Span.of(
                            run.task() == null
                                    ? Objects.toString(run.epic(), "–")
                                    : run.task().value()),
                    Span.of(run.kind().word()),
                    Span.of(run.agent() == null ? "–" : run.agent().value()),
                    States.of(run.status()),
                    Span.of(RunLine.length(run, now)),
                    Span.of(run.agent() == null ? "" : Cost.words(run.cost())),
                    Span.of(run.score() == null ? "" : run.score().toString()),
                    Role.DIM.of(Ages.of(run.startedAt(), now)),
                    Role.BAD.of(RunLine.failure(run).strip()));
        }
        return table;
    }
}

package dev.fuel.cli;

import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Spending;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `fuel health`: which agents can work, and why others rest.
final class HealthCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<AgentHealth> health =
                use.health().list(use.project().config().agents().keySet());
        Map<AgentName, Spending> spending = use.runQueries().byAgent();
        if (invocation.output().isJson()) {
            invocation
                    .output()
                    .json(json -> json.objects("agents", health, (fields, each) -> {
                        JsonFields.health(fields, each, use.now());
                        JsonFields.spending(fields, spending.getOrDefault(each.agent(), Spending.NOTHING));
                    }));
        } else if (health.isEmpty()) {
            invocation.note("no agents: name one under agents: in .fuel/config.yaml");
        } else {
            var table = new Table("AGENT", "STATE", "RUNS", "SUCCEEDED", "COST", "LAST SUCCESS", "WHY");
            for (AgentHealth each : health) {
                table.row(
                        Span.of(each.agent().value()),
                        state(each, use.now()),
                        Span.of(Long.toString(each.totalRuns())),
                        Span.of(Long.toString(each.totalSuccesses())),
                        Span.of(Cost.words(spending.getOrDefault(each.agent(), Spending.NOTHING)
                                .cost())),
                        Role.DIM.of(Ages.of(each.lastSuccessAt(), use.now())),
                        Span.of(why(each, use.now())));
            }
            invocation.output().table(table);
        }
        return ExitCode.DONE;
    }

    private static Span state(AgentHealth health, Instant now) {
        if (health.stoppedReason() != null) {
            return Role.BAD.of("stopped");
        }
        if (!health.isAvailable(now)) {
            return Role.WARN.of("rests");
        }
        return health.isProbing() ? Role.WARN.of("on probation") : Role.OK.of("available");
    }

    private static String why(AgentHealth health, Instant now) {
        if (health.stoppedReason() != null) {
            return "%s: mend it, then fuel health:reset %s".formatted(health.stoppedReason(), health.agent());
        }
        if (!health.isAvailable(now)) {
            return "%s, works again %s"
                    .formatted(
                            String.valueOf(health.backoffReason()).replace('_', ' '),
                            Ages.of(health.backoffUntil(), now));
        }
        return health.isProbing()
                ? "%d failures in a row: one run at a time until one succeeds".formatted(health.consecutiveFailures())
                : "";
    }
}

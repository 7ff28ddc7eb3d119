package dev.fuel.cli;

import dev.fuel.app.BudgetQueries.Budgets;
import dev.fuel.app.HealthActions.AgentReport;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Spending;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// `fuel health`: which agents can work, and why others do not; how far budgets are used up.
final class HealthCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<AgentReport> reports = use.health().reports(use.project().config(), ZoneId.systemDefault());
        Map<AgentName, Spending> spending = use.runQueries().byAgent();
        Budgets budgets = use.budgets().all(use.project().config(), ZoneId.systemDefault());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> BudgetLines.describe(
                    json.objects("agents", reports, (fields, each) -> {
                        JsonFields.health(fields, each, use.now());
                        JsonFields.spending(fields, spending.getOrDefault(each.agent(), Spending.NOTHING));
                    }),
                    budgets));
        } else if (reports.isEmpty()) {
            invocation.note("no agents: name one under agents: in .fuel/config.yaml");
        } else {
            var table = new Table("AGENT", "STATE", "RUNS", "SUCCEEDED", "COST", "LAST SUCCESS");
            for (AgentReport each : reports) {
                AgentHealth health = each.health();
                table.row(
                        Span.of(each.agent().value()),
                        state(each.condition()),
                        Span.of(Long.toString(health.totalRuns())),
                        Span.of(Long.toString(health.totalSuccesses())),
                        Span.of(Cost.words(spending.getOrDefault(each.agent(), Spending.NOTHING)
                                .cost())),
                        Role.DIM.of(Ages.of(health.lastSuccessAt(), use.now())));
            }
            output.table(table);
            reports.forEach(each -> explain(output, each, each.words(use.now(), ZoneId.systemDefault())));
            BudgetLines.print(output, budgets);
        }
        return ExitCode.DONE;
    }

    private static void explain(Output output, AgentReport report, String words) {
        if (!words.isEmpty()) {
            output.line(Span.of("%s: %s".formatted(report.agent(), words)));
        }
    }

    private static Span state(AgentCondition condition) {
        return (switch (condition) {
                    case AgentCondition.Free _ -> Role.OK;
                    case AgentCondition.Probing _,
                            AgentCondition.Resting _,
                            AgentCondition.Limited _,
                            AgentCondition.Paused _ -> Role.WARN;
                    case AgentCondition.Stopped _, AgentCondition.Unusable _ -> Role.BAD;
                })
                .of(condition.word());
    }
}

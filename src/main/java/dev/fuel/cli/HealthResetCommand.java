package dev.fuel.cli;

import dev.fuel.app.HealthActions;
import dev.fuel.app.HealthActions.AgentReport;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import java.time.ZoneId;
import java.util.List;

/// `fuel health:reset [AGENT]`: forgets failures and rests, of one agent or of all.
final class HealthResetCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.optional("AGENT").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        HealthActions health = use.health();
        FuelConfig config = use.project().config();
        List<AgentName> known = health.reports(config, ZoneId.systemDefault()).stream()
                .map(AgentReport::agent)
                .toList();
        List<AgentName> chosen = invocation
                .arguments()
                .optionalWord(0)
                .map(name -> List.of(Choices.agent(name, known)))
                .orElse(known);
        health.reset(chosen);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.texts("agents", chosen));
            return ExitCode.DONE;
        }
        for (AgentReport report : health.reports(config, ZoneId.systemDefault())) {
            if (chosen.contains(report.agent())) {
                String words = report.words(use.now(), ZoneId.systemDefault());
                invocation
                        .output()
                        .line("%s: %s".formatted(report.agent(), words.isEmpty() ? "available again" : words));
            }
        }
        return ExitCode.DONE;
    }
}

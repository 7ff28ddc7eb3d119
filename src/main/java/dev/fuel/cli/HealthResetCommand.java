package dev.fuel.cli;

import dev.fuel.app.HealthActions;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import java.util.List;
import java.util.stream.Collectors;

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
        List<AgentName> known = health.list(use.project().config().agents().keySet()).stream()
                .map(AgentHealth::agent)
                .toList();
        List<AgentName> chosen = invocation
                .arguments()
                .optionalWord(0)
                .map(name -> List.of(Choices.agent(name, known)))
                .orElse(known);
        health.reset(chosen);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.texts("agents", chosen));
        } else if (!chosen.isEmpty()) {
            invocation
                    .output()
                    .line("available again: "
                            + chosen.stream().map(AgentName::value).collect(Collectors.joining(", ")));
        }
        return ExitCode.DONE;
    }
}

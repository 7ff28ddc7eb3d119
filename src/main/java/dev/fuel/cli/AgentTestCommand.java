package dev.fuel.cli;

import dev.fuel.app.AgentTrials;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.run.Cost;
import dev.fuel.process.Signals;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// `fuel agent:test AGENT`: one short prompt; exit 0 if it is answered.
final class AgentTestCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("AGENT").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<AgentName> known = List.copyOf(use.project().config().agents().keySet());
        AgentName agent = Choices.agent(invocation.arguments().word(0), known);
        AgentTrials trials = use.trials();
        if (invocation.surroundings().isInteractive()) {
            invocation.note("%s is asked for one word; Ctrl-C stops it".formatted(agent));
        }
        var interrupted = new AtomicBoolean();
        Trial trial;
        try (var _ = Signals.onSignal("INT", () -> {
            interrupted.set(true);
            trials.stop();
        })) {
            trial = trials.of(agent, use.caller());
        }
        if (interrupted.get()) {
            return ExitCode.INTERRUPTED;
        }
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> describe(json, trial));
        } else {
            output.line(
                    Role.LINK.of(trial.agent().value()),
                    Span.of(" "),
                    (trial.works() ? Role.OK : Role.BAD).of(trial.sentence()),
                    Role.DIM.of("  " + trial.consumption()));
        }
        return trial.works() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static void describe(Json json, Trial trial) {
        Cost cost = trial.cost();
        json.text("agent", trial.agent())
                .flag("works", trial.works())
                .text("answer", trial.answer())
                .text("failure", trial.failure())
                .text("model", trial.model())
                .number("duration_ms", trial.duration().toMillis())
                .number("tokens_in", trial.usage().tokensIn())
                .number("tokens_out", trial.usage().tokensOut())
                .number("tokens_cached", trial.usage().tokensCached())
                .number("cost_usd", cost == null ? null : cost.usd())
                .text("cost_source", cost == null ? null : cost.source().word());
    }
}

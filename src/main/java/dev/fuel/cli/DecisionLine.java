package dev.fuel.cli;

import dev.fuel.app.InboxDecisions.Decided;

/// What a decision has led to, for a person or a script.
final class DecisionLine {
    private DecisionLine() {}

    static ExitCode print(Output output, Decided decided) {
        if (output.isJson()) {
            output.json(json -> json.object(
                    "decided",
                    fields -> fields.text("id", decided.about().value()).text("outcome", decided.outcome())));
        } else {
            output.line(decided.outcome());
        }
        return ExitCode.DONE;
    }
}

package dev.fuel.cli;

import dev.fuel.app.Difference;
import dev.fuel.app.EpicEvidence;

/// `fuel epic:review EPIC`: everything that a person decides about an epic from.
final class EpicReviewCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("EPIC")
                .flag("--diff", "the whole difference too")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        EpicEvidence evidence =
                use.differences().evidence(invocation.arguments().word(0));
        boolean withDiff = invocation.arguments().has("--diff") && evidence.change() != null;
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.object("epic", fields -> {
                JsonFields.evidence(fields, evidence);
                if (withDiff) {
                    fields.text("diff", difference(use, evidence, false).text());
                }
            }));
            return ExitCode.DONE;
        }
        new EpicReviewPage(output, use.now()).print(evidence);
        if (evidence.change() != null) {
            output.line("");
            DiffCommand.print(output, difference(use, evidence, !withDiff).text());
        }
        return ExitCode.DONE;
    }

    private static Difference difference(UseCases use, EpicEvidence evidence, boolean stat) {
        return use.differences().of(evidence.report().epic().id().value(), stat);
    }
}

package dev.fuel.cli;

import dev.fuel.app.Doctor;
import dev.fuel.app.Finding;
import java.util.List;

/// `fuel doctor`: exit 0 if everything works.
final class DoctorCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<Finding> findings = new Doctor(invocation.project()).examine();
        boolean works = findings.stream().noneMatch(finding -> finding.state() == Finding.State.WRONG);
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.flag("works", works)
                    .objects(
                            "findings",
                            findings,
                            (one, finding) -> one.text("name", finding.name())
                                    .text("state", finding.state().word())
                                    .text("detail", finding.detail())
                                    .text("remedy", finding.remedy())));
        } else {
            findings.forEach(finding -> print(output, finding));
        }
        return works ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static void print(Output output, Finding finding) {
        output.line(mark(finding.state()), Span.of(" " + finding.name() + ": " + finding.detail()));
        if (finding.remedy() != null) {
            output.line(Span.of("        "), Role.DIM.of("to mend it: " + finding.remedy()));
        }
    }

    private static Span mark(Finding.State state) {
        return switch (state) {
            case OK -> Role.OK.of("ok     ");
            case WARNING -> Role.WARN.of("warning");
            case WRONG -> Role.BAD.of("wrong  ");
        };
    }
}

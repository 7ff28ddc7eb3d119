package dev.fuel.cli;

import dev.fuel.app.Initialization;
import dev.fuel.config.KnownDriver;
import java.util.List;

/// `fuel init`.
final class InitCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Initialization.Outcome outcome = new Initialization(
                        invocation.environment(),
                        invocation.directory(),
                        invocation.clock(),
                        invocation.surroundings().random())
                .run(invocation.arguments().value("--project"));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.text("root", outcome.location().root())
                    .texts("made", outcome.made())
                    .texts("programs", outcome.programs())
                    .texts(
                            "drivers",
                            outcome.drivers().stream().map(KnownDriver::word).toList())
                    .flag("git", outcome.git())
                    .text("base", outcome.base()));
        } else {
            tell(output, outcome);
        }
        return ExitCode.DONE;
    }

    private static void tell(Output output, Initialization.Outcome outcome) {
        if (outcome.made().isEmpty()) {
            output.line("already initialised, nothing changed: "
                    + outcome.location().folder());
            return;
        }
        output.line("initialised " + outcome.location().folder() + ": " + String.join(", ", outcome.made()));
        if (!outcome.git()) {
            output.line(
                    "not a git repository: agents work in the folder itself, one at a time (workspace.mode: shared)");
        } else if (outcome.base() == null) {
            output.line(Role.WARN.of("no branch is checked out: set workspace.base in .fuel/config.yaml"));
        } else {
            output.line("work starts from and lands on " + outcome.base());
        }
        if (outcome.made().contains(".fuel/config.yaml")) {
            agents(output, outcome);
        }
    }

    private static void agents(Output output, Initialization.Outcome outcome) {
        List<String> used = outcome.drivers().stream().map(KnownDriver::program).toList();
        List<String> others =
                outcome.programs().stream().filter(name -> !used.contains(name)).toList();
        if (!others.isEmpty()) {
            output.line("found, but only usable through the driver command: " + String.join(", ", others));
        }
        if (used.isEmpty()) {
            output.line("no agent program that Fuel drives was found on PATH: name one under agents: in");
            output.line(".fuel/config.yaml, or see it all work with a scripted one: fuel demo");
            return;
        }
        output.line("agents of the new configuration use " + String.join(", ", used));
        outcome.starts().forEach(start -> output.line("  %s: %s".formatted(start.agent(), start)));
        output.line("autonomy: full, they run commands without asking; edit or ask in .fuel/config.yaml narrow that");
        output.line("next: fuel add TITLE, then fuel consume");
    }
}

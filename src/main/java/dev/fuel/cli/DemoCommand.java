package dev.fuel.cli;

import dev.fuel.app.Caller;
import dev.fuel.app.Consumption;
import dev.fuel.app.DemoOutcome;
import dev.fuel.app.DemoProject;
import dev.fuel.app.EpicApproval;
import dev.fuel.app.Project;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.domain.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/// `fuel demo`: a real epic from its tasks to its merge, in a throw-away repository, with a scripted agent.
final class DemoCommand implements Subcommand {
    private static final Duration WATCHABLE = Duration.ofMillis(1_500);
    private static final Duration BRISK = Duration.ofMillis(150);

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .flag("--headless", "run it to the end without the screen, and print what happened")
                .flag("--keep", "with --headless: keep the folder");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        boolean headless = invocation.arguments().has("--headless")
                || !invocation.surroundings().isInteractive();
        Path folder = temporaryFolder();
        DemoProject demo = DemoProject.make(
                folder,
                headless ? BRISK : WATCHABLE,
                invocation.environment(),
                invocation.clock(),
                invocation.surroundings().random());
        try (var project = DemoProject.open(
                demo.root(),
                invocation.environment(),
                invocation.clock(),
                invocation.surroundings().random())) {
            return headless ? runThrough(invocation, folder, demo, project) : show(invocation, demo, project);
        }
    }

    private static ExitCode runThrough(Invocation invocation, Path folder, DemoProject demo, Project project) {
        Output output = invocation.output();
        output.line(
                Role.BOLD.of("A throw-away repository: "), Span.of(demo.root().toString()));
        var options = new ConsumerOptions("fuel demo", ConsumerOptions.Mode.UNTIL_IDLE_AND_WAIT, false, null, true);
        try (var consumption = Consumption.open(
                project, options, ConsumeCommand.launcher(), events -> EventWords.print(output, events))) {
            consumption.run();
        }
        new EpicApproval(project, Caller.of(project.environment(), project.store(), Actor.HUMAN))
                .approve(demo.epic().value());
        output.line("The epic waited for approval; the demo approved it.");
        DemoOutcome outcome = DemoOutcome.of(project, demo.epic());
        output.line("");
        for (DemoOutcome.Fact fact : outcome.facts()) {
            output.line(fact.holds() ? Role.OK.of("✓ ") : Role.BAD.of("✗ "), Span.of(fact.words()));
        }
        output.line("");
        output.block(outcome.log());
        if (outcome.isAllTrue() && !invocation.arguments().has("--keep")) {
            project.close();
            delete(folder);
        } else {
            output.line("It stays in %s".formatted(demo.root()));
        }
        return outcome.isAllTrue() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static ExitCode show(Invocation invocation, DemoProject demo, Project project) {
        invocation.screen().open(project, true);
        invocation.note("the demo's repository stays in %s; delete it when you like".formatted(demo.root()));
        return ExitCode.DONE;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fuel-demo-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for the demo: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the demo's folder " + folder, e);
        }
    }
}

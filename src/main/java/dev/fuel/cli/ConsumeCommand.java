package dev.fuel.cli;

import dev.fuel.app.Consumption;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.consume.ConsumerOptions.Mode;
import dev.fuel.consume.IdleReport;
import dev.fuel.domain.Event;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `fuel consume --headless`: the scheduler alone, with a line for each thing that happens.
final class ConsumeCommand implements Subcommand {
    private static final long SECONDS_TO_LEAVE = 40;

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .flag("--headless", "without the screen")
                .flag("--until-idle", "end when nothing runs and nothing can start now")
                .flag("--wait", "with --until-idle: sit out backoffs and limits too")
                .flag("--once", "start what can start now, and end when that has ended")
                .flag("--dry-run", "say what would start now and why the rest would not, and start nothing")
                .value("--max-concurrent", "N", "most runs at a time, instead of the configured number")
                .flag("--stop-agents", "end the agents on leaving")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        if (arguments.has("--dry-run")) {
            FuelConfig config = invocation.project().config();
            DryRun.print(
                    invocation,
                    arguments
                            .count("--max-concurrent")
                            .map(config::withMaxConcurrent)
                            .orElse(config));
            return ExitCode.DONE;
        }
        if (isForTheScreen(invocation)) {
            invocation.screen().open(invocation.project(), false);
            return ExitCode.DONE;
        }
        boolean stopAgents = arguments.has("--stop-agents");
        var options = new ConsumerOptions(
                "fuel consume",
                mode(arguments),
                false,
                arguments.count("--max-concurrent").orElse(null),
                stopAgents);
        try (var consumption =
                Consumption.open(invocation.project(), options, launcher(), events -> print(invocation, events))) {
            Thread leaving = new Thread(() -> consumption.leave(stopAgents, SECONDS_TO_LEAVE), "leave");
            Runtime.getRuntime().addShutdownHook(leaving);
            IdleReport report = consumption.run();
            print(invocation, report);
        }
        return ExitCode.DONE;
    }

    /// Where the launcher is, so that agents find `fuel`.
    static @Nullable Path launcher() {
        String path = System.getProperty("fuel.launcher");
        return path == null ? null : Path.of(path).getParent();
    }

    /// On a terminal the screen shows it, unless the words ask for something that a screen does not do.
    private static boolean isForTheScreen(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return invocation.surroundings().isInteractive()
                && !arguments.has("--headless")
                && !arguments.has("--until-idle")
                && !arguments.has("--once")
                && !invocation.output().isJson();
    }

    private static Mode mode(Arguments arguments) {
        if (arguments.has("--once")) {
            return Mode.ONCE;
        }
        if (arguments.has("--until-idle")) {
            return arguments.has("--wait") ? Mode.UNTIL_IDLE_AND_WAIT : Mode.UNTIL_IDLE;
        }
        return Mode.FOREVER;
    }

    private static void print(Invocation invocation, List<Event> events) {
        Output output = invocation.output();
        if (output.isJson()) {
            events.forEach(event -> output.json(json -> EventWords.describe(json, event)));
        } else {
            EventWords.print(output, events);
        }
    }

    private static void print(Invocation invocation, IdleReport report) {
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects(
                    "waiting",
                    report.waiting(),
                    (item, waiting) -> item.text("task", waiting.task())
                            .text("title", waiting.title())
                            .text("reason", waiting.reason())
                            .text("until", waiting.until())));
        } else if (report.waiting().isEmpty()) {
            output.line("Nothing waits.");
        } else {
            output.line("Idle. What waits:");
            var table = new Table("TASK", "TITLE", "WAITS");
            report.waiting()
                    .forEach(waiting -> table.row(
                            Span.of(waiting.task().value()), Span.of(waiting.title()), Span.of(waiting.reason())));
            output.table(table);
        }
    }
}

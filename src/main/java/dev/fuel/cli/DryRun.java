package dev.fuel.cli;

import dev.fuel.app.DispatchQueries;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Forecast.Prospect;
import java.time.ZoneId;

/// `fuel consume --dry-run`: what would start now, and why the rest would not.
final class DryRun {
    private DryRun() {}

    static void print(Invocation invocation, FuelConfig config) {
        var outlook = new DispatchQueries(invocation.project(), config, ZoneId.systemDefault()).outlook();
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("ready", outlook.ready(), RouteCommand::describe)
                    .objects(
                            "waiting",
                            outlook.waiting(),
                            (item, waiting) -> item.text("task", waiting.task())
                                    .text("title", waiting.title())
                                    .text("reason", waiting.reason())
                                    .text("until", waiting.until())));
            return;
        }
        if (outlook.ready().isEmpty() && outlook.waiting().isEmpty()) {
            output.line("Nothing would start: there is nothing to do.");
            return;
        }
        var table = new Table("TASK", "TITLE", "AGENT", "WHY");
        outlook.ready().forEach(prospect -> row(table, prospect));
        outlook.waiting()
                .forEach(waiting -> table.row(
                        Span.of(waiting.task().value()),
                        Span.of(waiting.title()),
                        Role.DIM.of("–"),
                        Span.of(waiting.reason())));
        output.table(table);
    }

    private static void row(Table table, Prospect prospect) {
        Span agent =
                prospect.starts() ? Role.OK.of(String.valueOf(prospect.route().chosen())) : Role.DIM.of("–");
        table.row(
                Span.of(prospect.task().id().value()),
                Span.of(prospect.task().title()),
                agent,
                Span.of(prospect.starts() ? "starts: " + prospect.reason() : prospect.reason()));
    }
}

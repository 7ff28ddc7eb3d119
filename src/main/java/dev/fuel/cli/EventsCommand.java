package dev.fuel.cli;

import dev.fuel.app.EventQueries;
import dev.fuel.domain.Event;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// `fuel events`: who changed what, oldest first.
final class EventsCommand implements Subcommand {
    private static final int DEFAULT_LIMIT = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .optional("ID")
                .value("-n", "--limit", "COUNT", "the latest so many (default " + DEFAULT_LIMIT + ")")
                .flag("-f", "--follow", "then each one as it happens, until interrupted; with --json one object a line")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Arguments arguments = invocation.arguments();
        Output output = invocation.output();
        String entity = arguments
                .optionalWord(0)
                .map(reference -> use.lookup().resolve(reference).value())
                .orElse(null);
        EventQueries events = use.events();
        List<Event> latest = events.latest(entity, arguments.count("--limit").orElse(DEFAULT_LIMIT));
        if (!arguments.has("--follow")) {
            print(output, latest);
            return ExitCode.DONE;
        }
        latest.forEach(event -> printOne(output, event));
        long seen = latest.isEmpty() ? events.lastSeq() : latest.getLast().seq();
        events.follow(seen, event -> {
            if (entity == null || entity.equals(event.entityId())) {
                printOne(output, event);
            }
        });
        return ExitCode.INTERRUPTED;
    }

    private static void print(Output output, List<Event> events) {
        if (output.isJson()) {
            output.json(json -> json.objects("events", events, EventWords::describe));
            return;
        }
        var table = new Table("TIME", "WHO", "WHAT", "ABOUT", "CHANGE");
        for (Event event : events) {
            table.row(
                    Role.DIM.of(time(event)),
                    Span.of(event.actor().value()),
                    Span.of(words(event)),
                    Role.LINK.of(event.entityId()),
                    Span.of(change(event)));
        }
        output.table(table);
    }

    private static void printOne(Output output, Event event) {
        if (output.isJson()) {
            output.json(json -> EventWords.describe(json, event));
        } else {
            output.line(
                    Role.DIM.of(time(event)),
                    Span.of("  %s  %s  ".formatted(event.actor(), words(event))),
                    Role.LINK.of(event.entityId()),
                    Span.of("  " + change(event)));
        }
        output.flush();
    }

    private static String time(Event event) {
        return TIME.format(event.at().atZone(ZoneId.systemDefault()));
    }

    private static String words(Event event) {
        return event.what().replace('_', ' ');
    }

    private static String change(Event event) {
        String states = event.fromState() == null || event.toState() == null
                ? ""
                : "%s → %s".formatted(event.fromState(), event.toState());
        if (event.detail() == null) {
            return states;
        }
        return states.isEmpty() ? event.detail() : states + "  " + event.detail();
    }
}

package dev.fuel.consume;

import dev.fuel.config.NotifySettings;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.process.Command;
import dev.fuel.process.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells people outside of Fuel that something waits for them: on their desktop, and by a command of theirs. At most
/// once for each item, and never in the way of the work.
final class Notifications {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Ground ground;
    private final InFlight inFlight;

    Notifications(Ground ground, InFlight inFlight) {
        this.ground = ground;
        this.inFlight = inFlight;
    }

    void of(List<Event> events, NotifySettings settings) {
        if (!settings.desktop() && settings.command().isEmpty()) {
            return;
        }
        events.stream()
                .filter(event -> event.what().equals("inbox_posted"))
                .map(event -> new InboxId(event.entityId()))
                .forEach(id ->
                        tell(ground.store().read(session -> session.inbox().get(id)), settings));
    }

    private void tell(InboxItem item, NotifySettings settings) {
        List<List<String>> programs = new ArrayList<>();
        if (settings.desktop()) {
            programs.add(desktop(item));
        }
        if (!settings.command().isEmpty()) {
            programs.add(List.of("sh", "-c", settings.command()));
        }
        for (List<String> words : programs) {
            inFlight.start(
                    "notify %s %s".formatted(item.id(), words.getFirst()),
                    () -> run(words, item),
                    problem -> note(item, problem),
                    failure -> note(item, failure.getMessage()));
        }
    }

    /// @return what went wrong; null if nothing did
    private @Nullable String run(List<String> words, InboxItem item) {
        Command.Result result = new Command(words, ground.root(), environment(item), LIMIT, null).run();
        return result.isSuccess()
                ? null
                : "%s ended with %d: %s"
                        .formatted(
                                words.getLast(),
                                result.exitCode(),
                                result.stderr().strip());
    }

    private void note(InboxItem item, @Nullable String problem) {
        if (problem != null) {
            ground.store()
                    .change(
                            Actor.CONSUMER,
                            session -> session.events().add(item.id().value(), "notification_failed", problem));
        }
    }

    /// `notify-send` where there is one (freedesktop.org), else macOS's own.
    private List<String> desktop(InboxItem item) {
        String title = "Fuel: " + item.type().word().replace('_', ' ');
        return Program.find("notify-send", ground.root(), ground.environment()) instanceof Program.Found
                ? List.of("notify-send", "--app-name=fuel", title, item.title())
                : List.of(
                        "osascript",
                        "-e",
                        "display notification (system attribute \"FUEL_ITEM_TITLE\") with title \"Fuel\"");
    }

    private Map<String, String> environment(InboxItem item) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FUEL_PROJECT", ground.root().toString());
        environment.put("FUEL_ITEM_ID", item.id().value());
        environment.put("FUEL_ITEM_TYPE", item.type().word());
        environment.put("FUEL_ITEM_TITLE", item.title());
        if (item.task() != null) {
            environment.put("FUEL_TASK_ID", item.task().value());
        }
        if (item.epic() != null) {
            environment.put("FUEL_EPIC_ID", item.epic().value());
        }
        return environment;
    }
}

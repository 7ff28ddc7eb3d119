package dev.fuel.tui.state;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Putting items of the inbox off, and taking them up again.
final class Snoozing {
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private Snoozing() {}

    static Optional<String> missing(AppState state) {
        return Targets.item(state).isPresent()
                        || !state.board().later().snoozed().isEmpty()
                ? Optional.empty()
                : Optional.of("nothing waits here, and nothing is snoozed");
    }

    /// Until when the selected item is put off; and what was put off, to be taken up again.
    static Overlay menu(AppState state) {
        List<Choice> choices = new ArrayList<>();
        Targets.item(state).ifPresent(item -> {
            choices.add(until("1", "for an hour", item, "1h"));
            choices.add(until("3", "for three hours", item, "3h"));
            choices.add(until("e", "until %s (18:00)".formatted(evening(state)), item, "evening"));
            choices.add(until("t", "until tomorrow (9:00)", item, "tomorrow"));
            choices.add(until("w", "for a week", item, "7d"));
            var other = new Overlay.Write(new Writing.SnoozeTime(item.id(), false), TextField.EMPTY);
            choices.add(Choice.of("o", "until another time ...", new Pick.Ask(other)));
        });
        for (SnoozedLine line : state.board().later().snoozed()) {
            Pick pick = new Pick.Make(new Change.Snooze(line.id(), Change.Snooze.NOW));
            choices.add(new Choice(
                    "",
                    "take up now: %s  %s".formatted(line.kind(), line.title()),
                    "until " + line.untilText(),
                    "",
                    pick));
        }
        String title = Targets.item(state)
                .map(item ->
                        "Snooze %s  %s".formatted(item.kind(), item.about()).strip())
                .orElse("Snoozed");
        return new Overlay.Menu(title, choices, 0);
    }

    private static String evening(AppState state) {
        LocalTime now = state.now().atZone(ZoneId.systemDefault()).toLocalTime();
        return now.isBefore(EVENING) ? "the evening" : "tomorrow evening";
    }

    private static Choice until(String key, String words, InboxLine item, String when) {
        return Choice.of(key, words, new Pick.Make(new Change.Snooze(item.id(), when)));
    }
}

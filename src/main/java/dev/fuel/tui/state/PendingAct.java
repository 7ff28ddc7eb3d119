package dev.fuel.tui.state;

import java.time.Duration;
import java.time.Instant;

/// What a person has asked for and can still take back.
///
/// @param request its number
/// @param words   what it will do, as it goes on with a time: `f-44d1aa is approved and lands`
/// @param due     when it is carried out
public record PendingAct(long request, String words, Instant due) {
    /// `f-44d1aa is approved and lands in 4s`.
    public String countdown(Instant now) {
        long millis = Duration.between(now, due).toMillis();
        return millis > 0 ? "%s in %ds".formatted(words, (millis + 999) / 1000) : words + " now ...";
    }
}

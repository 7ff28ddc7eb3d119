package dev.fuel.app;

import dev.fuel.config.DurationText;
import dev.fuel.domain.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A time to come as people say it: after a while (`2h`), at a time of the day (`15:00`, `evening`), or of another one
/// (`tomorrow`, `2026-12-01`, `2026-12-01T15:00`).
public final class ComingTime {
    /// What a right one looks like.
    public static final String EXAMPLES = "2h, 15:00, evening, tomorrow, 2026-12-01 or 2026-12-01T15:00";

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private ComingTime() {}

    /// @throws Refusal if the text says no time
    public static Instant parse(String text, Instant now, ZoneId zone) {
        return DurationText.parse(text)
                .map(now::plus)
                .orElseGet(() -> parse(text, now.atZone(zone)).toInstant());
    }

    private static ZonedDateTime parse(String text, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return switch (text) {
            case "evening" -> next(EVENING, now);
            case "tomorrow" -> today.plusDays(1).atTime(MORNING).atZone(now.getZone());
            default -> {
                try {
                    yield written(text, now);
                } catch (DateTimeException e) {
                    throw new Refusal("no_time", "%s is no time: say %s".formatted(text, EXAMPLES));
                }
            }
        };
    }

    private static ZonedDateTime written(String text, ZonedDateTime now) {
        if (text.indexOf('T') >= 0) {
            return LocalDateTime.parse(text).atZone(now.getZone());
        }
        return text.indexOf('-') >= 0
                ? LocalDate.parse(text).atTime(MORNING).atZone(now.getZone())
                : next(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text), now);
    }

    /// Today, or tomorrow if that is over.
    private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
        return today.isAfter(now)
                ? today
                : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone());
    }
}

package dev.fuel.agents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a limit is lifted, read from the words of an error. They come in many forms, as the recorded runs and the
/// field show: `1795372555`, `2026-11-25T01:58:00Z`, `try again at 6:34 PM`, `at Nov 25th, 2026 1:58 AM`,
/// `resets Nov 25, 1:58am (UTC)`, `in 2 days 17 hours 14 minutes`, `retry in 20.0s`, `retry-after: 20`.
public final class ResetTime {
    /// The zone in which an agent program words a time that names none; see the variable TZ in the profiles.
    public static final ZoneId AGENT_ZONE = ZoneOffset.UTC;

    /// No plan's limit lasts longer than a month; what lies farther away is no such time.
    private static final Duration LONGEST = Duration.ofDays(60);

    /// A time that is told in whole minutes may have passed while it was told.
    private static final Duration SLACK = Duration.ofMinutes(2);

    private static final Pattern ISO =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    /// Seconds or milliseconds since 1970.
    private static final Pattern EPOCH = Pattern.compile("(?<![\\w.])(\\d{10})(\\d{3})?(?![\\w.]\\w)");

    private static final String AMOUNT =
            "\\d{1,9}(?:\\.\\d{1,9})?\\s?(?:d|h|ms|m|s|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|milliseconds?)"
                    + "(?![a-z])";
    private static final Pattern SPAN = Pattern.compile(
            "(?:\\b(?:again|retry|resets?|renews?|available)\\s(?:in|after)|\\bwait(?:\\sfor)?)\\s(?:about\\s)?" + "("
                    + AMOUNT + "(?:(?:,\\s|\\s|\\sand\\s)?" + AMOUNT + "){0,5})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_AMOUNT =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?([a-z]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETRY_AFTER = Pattern.compile(
            "\\bretry.after\\W{1,4}(\\d{1,9}(?:\\.\\d{1,9})?)(?![\\w:.]*\\w)", Pattern.CASE_INSENSITIVE);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:at|resets?|until|after)\\s(?:on\\s)?"
                    + "(?:(?<month>[a-z]{3})[a-z]{0,6}\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?"
                    + "(?:\\s(?<year>\\d{4}),?)?\\s(?:at\\s)?)?"
                    + "(?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?"
                    + "(?-i:\\s?\\(?(?<zone>UTC|GMT|[A-Z][A-Za-z_]+/[A-Z][A-Za-z_/+-]+)\\)?)?",
            Pattern.CASE_INSENSITIVE);

    private ResetTime() {}

    /// The time that the words name.
    ///
    /// @param now  when the words were written
    /// @param zone of times that name none
    public static Optional<Instant> in(String words, Instant now, ZoneId zone) {
        try {
            return iso(words)
                    .or(() -> epoch(words))
                    .or(() -> span(words, now))
                    .or(() -> clock(words, now, zone))
                    .filter(time -> time.isAfter(now.minus(LONGEST)) && time.isBefore(now.plus(LONGEST)));
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.empty(); // 13 PM, February 30th
        }
    }

    private static Optional<Instant> iso(String words) {
        Matcher time = ISO.matcher(words);
        return time.find() ? Optional.of(OffsetDateTime.parse(time.group()).toInstant()) : Optional.empty();
    }

    private static Optional<Instant> epoch(String words) {
        Matcher time = EPOCH.matcher(words);
        return time.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(time.group(1)))) : Optional.empty();
    }

    private static Optional<Instant> span(String words, Instant now) {
        Matcher seconds = RETRY_AFTER.matcher(words);
        if (seconds.find()) {
            return Optional.of(now.plus(duration(seconds.group(1), "s")));
        }
        Matcher span = SPAN.matcher(words);
        if (!span.find()) {
            return Optional.empty();
        }
        return Optional.of(ONE_AMOUNT
                .matcher(span.group(1))
                .results()
                .map(amount -> duration(amount.group(1), amount.group(2)))
                .reduce(now, Instant::plus, (_, later) -> later));
    }

    private static Duration duration(String number, String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        double seconds = Double.parseDouble(number);
        if (word.startsWith("d")) {
            seconds *= 86_400;
        } else if (word.startsWith("h")) {
            seconds *= 3_600;
        } else if (word.equals("ms") || word.startsWith("milli")) {
            seconds /= 1_000;
        } else if (word.startsWith("m")) {
            seconds *= 60;
        }
        return Duration.ofMillis((long) Math.ceil(seconds * 1_000));
    }

    private static Optional<Instant> clock(String words, Instant now, ZoneId zone) {
        Matcher clock = CLOCK.matcher(words);
        while (clock.find()) {
            // "at 5 of 10" is no time of day.
            if (clock.group("minute") != null || clock.group("half") != null) {
                ZoneId named = clock.group("zone") == null ? zone : ZoneId.of(clock.group("zone"));
                return Optional.of(at(clock, now.atZone(named)).toInstant());
            }
        }
        return Optional.empty();
    }

    private static ZonedDateTime at(Matcher clock, ZonedDateTime now) {
        LocalTime time = timeOfDay(clock);
        ZonedDateTime earliest = now.minus(SLACK);
        if (clock.group("month") == null) {
            ZonedDateTime today = now.with(time);
            return today.isBefore(earliest)
                    ? now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone())
                    : today;
        }
        int month = 1 + MONTHS.indexOf(clock.group("month").toLowerCase(Locale.ROOT));
        int day = Integer.parseInt(clock.group("day"));
        if (clock.group("year") != null) {
            return LocalDate.of(Integer.parseInt(clock.group("year")), month, day)
                    .atTime(time)
                    .atZone(now.getZone());
        }
        ZonedDateTime thisYear =
                LocalDate.of(now.getYear(), month, day).atTime(time).atZone(now.getZone());
        return thisYear.isBefore(earliest) ? thisYear.plusYears(1) : thisYear;
    }

    private static LocalTime timeOfDay(Matcher clock) {
        int hour = Integer.parseInt(clock.group("hour"));
        int minute = clock.group("minute") == null ? 0 : Integer.parseInt(clock.group("minute"));
        String half = clock.group("half");
        if (half == null) {
            return LocalTime.of(hour, minute);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of a half day: " + hour);
        }
        return LocalTime.of(hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0), minute);
    }
}

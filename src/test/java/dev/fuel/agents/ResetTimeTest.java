package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetTimeTest {
    /// A Sunday.
    private static final Instant NOW = Instant.parse("2026-11-22T17:34:30Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You’ve hit your usage limit. … visit https://x.y/z to purchase more credits or try again at 6:34 PM. | 2026-11-22T18:34:00Z
            try again at 5:34 PM.                                            | 2026-11-22T17:34:00Z
            try again at 5:31 PM.                                            | 2026-11-23T17:31:00Z
            try again at 12:00 AM                                            | 2026-11-23T00:00:00Z
            try again at 12:15 PM                                            | 2026-11-23T12:15:00Z
            try again at Nov 25th, 2026 1:58 AM.                             | 2026-11-25T01:58:00Z
            try again at Dec 1st, 2026 7:10 AM                               | 2026-12-01T07:10:00Z
            try again in 2 days 17 hours 14 minutes.                         | 2026-11-25T10:48:30Z
            try again in 1 day and 2 hours                                   | 2026-11-23T19:34:30Z
            Please retry in 20.0s.                                           | 2026-11-22T17:34:50Z
            Please retry in 37.512345s                                       | 2026-11-22T17:35:07.513Z
            Please try again in 6m0s.                                        | 2026-11-22T17:40:30Z
            Please try again in 1h2m3s.                                      | 2026-11-22T18:36:33Z
            Please try again in 120ms                                        | 2026-11-22T17:34:30.120Z
            wait for 5 minutes                                               | 2026-11-22T17:39:30Z
            You've hit your 5-hour limit · resets 6:55pm (UTC)               | 2026-11-22T18:55:00Z
            You've hit your 5-hour limit · resets 9pm (UTC)                  | 2026-11-22T21:00:00Z
            You've hit your 5-hour limit · resets 7:55pm (Europe/Berlin)     | 2026-11-22T18:55:00Z
            You've hit your weekly limit · resets Nov 25, 1:58am (UTC)       | 2026-11-25T01:58:00Z
            resets Jan 3 at 2am (UTC)                                        | 2027-01-03T02:00:00Z
            resets at 18:40                                                  | 2026-11-22T18:40:00Z
            resets at 2026-11-25T01:58:00Z                                   | 2026-11-25T01:58:00Z
            resets at 2026-11-25T02:58:00+01:00                              | 2026-11-25T01:58:00Z
            {"type":"usage_limit_reached","resets_at":1795372555,"resets_in_seconds":3600} | 2026-11-22T18:35:55Z
            'usage limit reached|1795372555'                                 | 2026-11-22T18:35:55Z
            resetsAt: 1795372555123                                          | 2026-11-22T18:35:55Z
            retry-after: 20                                                  | 2026-11-22T17:34:50Z
            {"retry_after":1.5}                                              | 2026-11-22T17:34:31.500Z
            """)
    void timeIsReadFromTheWords(String line, Instant expected) {
        assertThat(ResetTime.in(line, NOW, ZoneOffset.UTC)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exceeded retry limit, last status: 429 Too Many Requests, request id: req_2bbd6f1c8c144f05b10865ce",
                "stream disconnected: timed out after 300s",
                "try again at 13:00 PM",
                "try again at 25:10",
                "resets Feb 30, 1am (UTC)",
                "resets Foo 3, 1am (UTC)",
                "try again in 400 days",
                "request 17953725551234567 failed at attempt 3",
                "https://platform.openai.com/account/rate-limits to learn more. Try again later.",
                "at 5 of 10",
                ""
            })
    void whatNamesNoTimeGivesNone(String words) {
        assertThat(ResetTime.in(words, NOW, ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z"})
    void clocksThatAreSetForwardOrBackAreNoTrap(Instant now, Instant latest) {
        assertThat(ResetTime.in("try again at 2:30 AM", now, BERLIN))
                .hasValueSatisfying(time -> assertThat(time).isBetween(now, latest));
    }

    @Property
    void everyMinuteOfTheNextDayIsReadBackInEitherClock(@ForAll @IntRange(min = 1, max = 1430) int minutes) {
        Instant reset = NOW.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes));
        LocalDateTime there = reset.atZone(BERLIN).toLocalDateTime();
        assertThat(ResetTime.in("try again at " + there.format(format("h:mm a")), NOW, BERLIN))
                .contains(reset);
        assertThat(ResetTime.in("until " + there.format(format("HH:mm")), NOW, BERLIN))
                .contains(reset);
    }

    @Property
    void everyDayOfTheNextWeeksIsReadBack(@ForAll @IntRange(min = 1, max = 50 * 24 * 60) int minutes) {
        Instant reset = NOW.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes));
        LocalDateTime there = reset.atZone(ZoneOffset.UTC).toLocalDateTime();
        assertThat(ResetTime.in("try again at " + there.format(format("MMM d, yyyy h:mm a")), NOW, ZoneOffset.UTC))
                .contains(reset);
        assertThat(ResetTime.in("resets " + there.format(format("MMM d, h:mma")) + " (UTC)", NOW, BERLIN))
                .contains(reset);
        assertThat(ResetTime.in("reset: " + reset.getEpochSecond(), NOW, BERLIN))
                .contains(reset);
    }

    @Property
    void everySpanIsReadBack(@ForAll @LongRange(min = 1, max = 4_000_000) long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        String words = "%d days %d hours %d minutes %d seconds"
                .formatted(span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        assertThat(ResetTime.in("try again in " + words, NOW, ZoneOffset.UTC)).contains(NOW.plus(span));
        assertThat(ResetTime.in("retry in " + seconds + "s", NOW, ZoneOffset.UTC))
                .contains(NOW.plus(span));
    }

    @Property
    void noTextIsTooOdd(
            @ForAll String text, @ForAll @IntRange(max = 99) int hour, @ForAll @IntRange(max = 99) int day) {
        ResetTime.in(text, NOW, ZoneOffset.UTC);
        ResetTime.in("resets at " + text, NOW, ZoneOffset.UTC);
        ResetTime.in("resets Sep %d, %d:30 pm (%s)".formatted(day, hour, text), NOW, ZoneOffset.UTC);
        ResetTime.in("try again in %s%d d %s".formatted(text, day, text), NOW, ZoneOffset.UTC);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}

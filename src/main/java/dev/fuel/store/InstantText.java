package dev.fuel.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/// Instants as the database keeps them: ISO-8601 in UTC with exactly three digits of milliseconds, so that texts
/// compare as instants do. Public only because the generated classes name it.
public final class InstantText implements Converter<String, Instant> {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int NANOS_PER_MILLISECOND = 1_000_000;
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    @Override
    public @Nullable Instant from(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return hasOurForm(text) ? parse(text) : Instant.parse(text);
    }

    /// What {@link #of} writes can be taken apart without a general parser, which costs more than the rest of a
    /// row.
    private static boolean hasOurForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int index = 0; index < FORM.length(); index++) {
            char expected = FORM.charAt(index);
            char found = text.charAt(index);
            boolean fits = expected == '0' ? found >= '0' && found <= '9' : found == expected;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant parse(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * NANOS_PER_MILLISECOND)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    @Override
    public @Nullable String to(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    @Override
    public Class<String> fromType() {
        return String.class;
    }

    @Override
    public Class<Instant> toType() {
        return Instant.class;
    }
}

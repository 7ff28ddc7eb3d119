package dev.fuel.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/// Instants as the database keeps them: ISO-8601 in UTC with exactly three digits of milliseconds, so that texts
/// compare as instants do. Public only because the generated classes name it.
public final class InstantText implements Converter<String, Instant> {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    @Override
    public @Nullable Instant from(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
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

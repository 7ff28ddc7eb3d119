package dev.fuel.store;

import org.jspecify.annotations.Nullable;

/// What an event says of a changed field: its name and new value, shortened, since the audit log is not a second copy.
final class EventDetail {
    private static final int LONGEST_VALUE = 200;

    private EventDetail() {}

    static String of(String field, @Nullable Object value) {
        if (value == null) {
            return field + ": -";
        }
        String text = value.toString();
        return text.length() <= LONGEST_VALUE
                ? "%s: %s".formatted(field, text)
                : "%s: %s… (%,d characters)".formatted(field, text.substring(0, LONGEST_VALUE), text.length());
    }
}

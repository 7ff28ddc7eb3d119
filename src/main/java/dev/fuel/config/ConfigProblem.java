package dev.fuel.config;

import org.jspecify.annotations.Nullable;

/// Why a configuration cannot be used.
///
/// @param file       as the person knows it, `.fuel/config.yaml`
/// @param message    object and cause, without a place
/// @param suggestion the nearest right name; null if none is near
public record ConfigProblem(
        String file, Position at, String message, @Nullable String suggestion) {
    /// `.fuel/config.yaml:7:3: unknown key "max_concurent": did you mean "max_concurrent"?`
    @Override
    public String toString() {
        String hint = suggestion == null ? "" : ": did you mean \"%s\"?".formatted(suggestion);
        return "%s:%s: %s%s".formatted(file, at, message, hint);
    }
}

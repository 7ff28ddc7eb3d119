package dev.fuel.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What another process asks of the consumer.
///
/// @param kind      what to do, a stable snake_case word
/// @param target    what to do it to: an id, or empty
/// @param text      what goes with it
/// @param notBefore until then it may be taken back
/// @param result    what became of it, in words
public record Request(
        long id,
        String kind,
        String target,
        @Nullable String text,
        Actor by,
        Instant at,
        @Nullable Instant notBefore,
        @Nullable Instant doneAt,
        @Nullable String result) {}

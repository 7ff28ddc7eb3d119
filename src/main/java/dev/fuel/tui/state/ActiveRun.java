package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run that is under way, as its card shows it.
///
/// @param cost         what it has cost; null while that is not known
/// @param now          what it does at this moment (`Bash ./gradlew test`), if known
/// @param lastOutputAt its last sign of life
/// @param usualSilence how long its agent may be silent before that is worth wondering about
/// @param attempt      1 for the first
public record ActiveRun(
        RunId id,
        RunKind kind,
        @Nullable AgentName agent,
        int attempt,
        Instant startedAt,
        Instant lastOutputAt,
        Duration usualSilence,
        int toolCalls,
        @Nullable Cost cost,
        @Nullable String now) {}

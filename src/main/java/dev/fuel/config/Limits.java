package dev.fuel.config;

import java.time.Duration;

/// The bounds of every run and loop.
///
/// @param timeout         wall clock of one run
/// @param stall           longest silence of a run
/// @param backoff         an agent's rest after its first failure, doubled by each further one
/// @param maxPark         a limited run waits at most so long for its own session
/// @param maxReviewRounds failed reviews until a task is stuck
/// @param reviewWip       most tasks that wait for a machine's review before new work waits
/// @param maxLoad         load per core above which nothing starts
public record Limits(
        Duration timeout,
        Duration stall,
        Duration backoff,
        Duration maxPark,
        int maxReviewRounds,
        int reviewWip,
        double maxLoad) {
    public Limits {
        Require.positive("limits.timeout", timeout);
        Require.positive("limits.stall", stall);
        Require.positive("limits.backoff", backoff);
        Require.positive("limits.max_park", maxPark);
        Require.positive("limits.max_review_rounds", maxReviewRounds);
        Require.positive("limits.review_wip", reviewWip);
        Require.positive("limits.max_load", maxLoad);
    }

    /// The same for a run that may take so long, and be silent all the while.
    public Limits within(Duration time) {
        return new Limits(time, time, backoff, maxPark, maxReviewRounds, reviewWip, maxLoad);
    }
}

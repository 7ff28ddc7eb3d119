package dev.fuel.config;

import java.time.Duration;

/// What the records of this package check in common. The reader has said so with line and column before.
final class Require {
    private Require() {}

    static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, not " + value);
        }
    }

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + value);
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be more than 0, not " + value);
        }
    }
}

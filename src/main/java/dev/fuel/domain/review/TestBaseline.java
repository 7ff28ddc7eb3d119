package dev.fuel.domain.review;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the test command finds at a commit before anybody has worked on it.
///
/// @param outcome  `passed`, `failed` or `unavailable`
/// @param failures the names of the failing tests
public record TestBaseline(String commit, String command, String outcome, SortedSet<String> failures, Instant at) {
    public TestBaseline {
        failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
    }
}

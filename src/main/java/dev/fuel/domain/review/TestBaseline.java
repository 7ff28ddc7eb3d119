package dev.fuel.domain.review;

import java.time.Instant;

/// What the test command last found at a commit.
public record TestBaseline(String commit, String command, TestFindings findings, Instant at) {}

package dev.fuel.gate;

import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import java.util.ArrayList;
import java.util.List;

/// What the deterministic checks say of a task's work.
///
/// @param fuelFiles changed files of Fuel's own configuration: such work lands by a person's hand only
/// @param issues    what is worth a follow-up; never blocking
public record Examination(List<Check> checks, List<String> fuelFiles, List<Issue> issues) {
    public Examination {
        checks = List.copyOf(checks);
        fuelFiles = List.copyOf(fuelFiles);
        issues = List.copyOf(issues);
    }

    /// With nothing for a follow-up.
    public Examination(List<Check> checks, List<String> fuelFiles) {
        this(checks, fuelFiles, List.of());
    }

    static Examination of(List<Check> checks) {
        return new Examination(checks, List.of());
    }

    /// Whether the work is to be mended.
    public boolean hasFailed() {
        return checks.stream().anyMatch(Check::isFailed);
    }

    /// The same and one more check.
    public Examination with(Check check) {
        return with(check, List.of());
    }

    /// The same and one more check, with what it found.
    public Examination with(Check check, List<Issue> found) {
        List<Check> allChecks = new ArrayList<>(checks);
        allChecks.add(check);
        List<Issue> allIssues = new ArrayList<>(issues);
        allIssues.addAll(found);
        return new Examination(allChecks, fuelFiles, allIssues);
    }
}

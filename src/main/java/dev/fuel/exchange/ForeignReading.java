package dev.fuel.exchange;

import java.util.List;

/// What another tracker's file says.
///
/// @param problems one sentence for each thing that could not be read, with its place
public record ForeignReading(List<ForeignIssue> issues, List<String> problems) {
    public ForeignReading {
        issues = List.copyOf(issues);
        problems = List.copyOf(problems);
    }
}

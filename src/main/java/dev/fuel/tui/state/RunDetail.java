package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.difference.Patch;
import java.util.List;

/// What there is to know of a run beside its output.
///
/// @param prompt  what the agent was told
/// @param checks  what was found out about its work
/// @param without why there is no difference; empty if there is one
public record RunDetail(RunId run, List<Paragraph> prompt, List<Paragraph> checks, Patch patch, String without) {
    public RunDetail {
        prompt = List.copyOf(prompt);
        checks = List.copyOf(checks);
    }
}

package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.tui.difference.Patch;
import java.util.List;

/// A task or an epic with everything that a person needs for a verdict on it.
///
/// @param facts   who worked on it, where, how much it changes: short pieces, the most telling first
/// @param brief   the last review and the checks, a line each
/// @param story   summary, review rounds with their issues, checks, commits, runs, dependencies
/// @param without why there is no difference; empty if there is one
public record ReviewSubject(
        Identifier id,
        String title,
        List<String> facts,
        List<Paragraph> brief,
        List<Paragraph> story,
        Patch patch,
        String without) {
    public ReviewSubject {
        facts = List.copyOf(facts);
        brief = List.copyOf(brief);
        story = List.copyOf(story);
    }
}

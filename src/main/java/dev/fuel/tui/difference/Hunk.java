package dev.fuel.tui.difference;

import java.util.List;

/// Lines that stand together.
///
/// @param heading git's `@@` line
public record Hunk(String heading, List<PatchLine> lines) {
    public Hunk {
        lines = List.copyOf(lines);
    }
}

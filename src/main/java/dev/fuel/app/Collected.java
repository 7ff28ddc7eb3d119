package dev.fuel.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a collection removed, or would.
///
/// @param kept        worktrees of ended work that stay, and why
/// @param vacuumLeftOut why the database was not made smaller; null if it was, or need not be
public record Collected(
        List<Waste> waste, List<String> kept, @Nullable String vacuumLeftOut) {
    public Collected {
        waste = List.copyOf(waste);
        kept = List.copyOf(kept);
    }

    public long bytes() {
        return waste.stream().mapToLong(Waste::bytes).sum();
    }
}

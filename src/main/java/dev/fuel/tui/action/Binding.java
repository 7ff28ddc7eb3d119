package dev.fuel.tui.action;

import dev.fuel.tui.input.Key;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the key map.
///
/// @param rank its place among the hints, 1 the most useful; 0 is never a hint
public record Binding(KeyContext context, Action action, List<Key> keys, int rank) {
    public Binding {
        keys = List.copyOf(keys);
    }

    Binding withKeys(List<Key> others) {
        return new Binding(context, action, others, rank);
    }

    /// The keys as help shows them.
    public String keyNames() {
        return keys.stream().map(KeyNames::name).collect(Collectors.joining(" "));
    }

    /// The key as a hint shows it; empty if the configuration has taken all away.
    public String firstKey() {
        return keys.isEmpty() ? "" : KeyNames.name(keys.getFirst());
    }
}

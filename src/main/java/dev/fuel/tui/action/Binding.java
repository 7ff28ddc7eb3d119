package dev.fuel.tui.action;

import dev.fuel.tui.input.Key;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the key map.
///
/// @param rank     its place among the hints, 1 the most useful; 0 is never a hint
/// @param label    what the hint line says
/// @param sentence what help says
public record Binding(KeyContext context, Action action, List<Key> keys, int rank, String label, String sentence) {
    public Binding {
        keys = List.copyOf(keys);
    }

    /// The keys as help shows them.
    public String keyNames() {
        return keys.stream().map(KeyNames::name).collect(Collectors.joining(" "));
    }

    /// The key as a hint shows it.
    public String firstKey() {
        return KeyNames.name(keys.getFirst());
    }
}

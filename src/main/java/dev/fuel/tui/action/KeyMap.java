package dev.fuel.tui.action;

import dev.fuel.tui.input.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The table of all keys.
public final class KeyMap {
    /// The keys that Fuel comes with.
    public static final KeyMap DEFAULT = new KeyMap(DefaultKeys.BINDINGS);

    private final List<Binding> bindings;
    private final Map<KeyContext, Map<Key, Binding>> byKey = new EnumMap<>(KeyContext.class);
    /// What holds in each context, once it was asked for: that is at each frame, and for each line of the palette.
    private final Map<KeyContext, List<Binding>> inForce = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException if a key has two meanings in one context
    public KeyMap(List<Binding> bindings) {
        this.bindings = List.copyOf(bindings);
        for (Binding binding : bindings) {
            Map<Key, Binding> inContext = byKey.computeIfAbsent(binding.context(), context -> new HashMap<>());
            for (Key key : binding.keys()) {
                Binding other = inContext.put(key, binding);
                if (other != null) {
                    throw new IllegalArgumentException("%s is bound to %s and to %s (%s)"
                            .formatted(
                                    KeyNames.name(key),
                                    other.action().id(),
                                    binding.action().id(),
                                    binding.context().title()));
                }
            }
        }
    }

    /// A key map as somebody wants it.
    ///
    /// @param problems what is wrong with the wishes, by the action's id as it was written; those actions keep
    ///     their keys
    public record Wished(KeyMap keyMap, Map<String, String> problems) {}

    /// The default keys with others for some actions.
    ///
    /// @param wishes action id to the names of its keys, in place of its own
    public static Wished of(Map<String, List<String>> wishes) {
        KeyMap map = DEFAULT;
        Map<String, String> problems = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> wish : wishes.entrySet()) {
            Optional<Action> action = Action.find(wish.getKey());
            if (action.isEmpty()) {
                problems.put(wish.getKey(), "no action is called \"%s\"".formatted(wish.getKey()));
                continue;
            }
            try {
                map = map.with(action.get(), wish.getValue());
            } catch (IllegalArgumentException wrong) {
                problems.put(wish.getKey(), String.valueOf(wrong.getMessage()));
            }
        }
        return new Wished(map, problems);
    }

    private KeyMap with(Action action, List<String> keys) {
        List<Key> parsed = keys.stream().map(KeyNames::parse).toList();
        List<Binding> changed = new ArrayList<>();
        for (Binding binding : bindings) {
            changed.add(binding.action() == action ? binding.withKeys(parsed) : binding);
        }
        return new KeyMap(changed);
    }

    public List<Binding> bindings() {
        return bindings;
    }

    /// What the key means where the context has the focus.
    public Optional<Action> action(KeyContext context, Key key) {
        return context.chain().stream()
                .flatMap(place ->
                        Stream.ofNullable(byKey.getOrDefault(place, Map.of()).get(key)))
                .map(Binding::action)
                .findFirst();
    }

    /// What holds in the context, the special before the general. A key that means something else in a more special
    /// context is not listed again, nor is an action.
    public List<Binding> bindings(KeyContext context) {
        return inForce.computeIfAbsent(context, this::inForceIn);
    }

    private List<Binding> inForceIn(KeyContext context) {
        Set<Action> listed = EnumSet.noneOf(Action.class);
        return context.chain().stream()
                .flatMap(place -> bindings.stream().filter(binding -> binding.context() == place))
                .filter(binding -> binding.keys().isEmpty()
                        || binding.keys().stream()
                                .anyMatch(key -> action(context, key).equals(Optional.of(binding.action()))))
                .filter(binding -> listed.add(binding.action()))
                .toList();
    }

    /// The hints of the context, the most useful first.
    public List<Binding> hints(KeyContext context) {
        return bindings(context).stream()
                .filter(binding -> binding.rank() > 0 && !binding.keys().isEmpty())
                .sorted(Comparator.comparingInt(Binding::rank))
                .toList();
    }

    /// The name of the first key of the action, wherever it holds.
    public Optional<String> keyOf(Action action) {
        return bindings.stream()
                .filter(binding -> binding.action() == action && !binding.keys().isEmpty())
                .map(Binding::firstKey)
                .findFirst();
    }
}

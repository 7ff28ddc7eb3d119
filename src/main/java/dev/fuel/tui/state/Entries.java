package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.action.Binding;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the palette and help list: actions from the one table, and what the board knows.
public final class Entries {
    private Entries() {}

    /// A heading and what stands below it.
    public record Part(String title, List<Choice> choices) {}

    /// The keys that hold here, by where they hold.
    public static List<Part> help(AppState state, KeyMap keyMap, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT).strip();
        List<Part> parts = new ArrayList<>();
        for (KeyContext context : state.keyContext().chain()) {
            List<Choice> choices = keyMap.bindings(state.keyContext()).stream()
                    .filter(binding -> binding.context() == context)
                    .sorted(Comparator.comparing(Binding::rank, Entries::hintsFirst))
                    .map(binding -> choice(state, binding.action(), binding.keyNames()))
                    .filter(choice -> (choice.key() + " " + choice.words())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .toList();
            if (!choices.isEmpty()) {
                parts.add(new Part(context.title(), choices));
            }
        }
        return parts;
    }

    private static int hintsFirst(int rank, int other) {
        return Integer.compare(rank == 0 ? Integer.MAX_VALUE : rank, other == 0 ? Integer.MAX_VALUE : other);
    }

    /// What fits the query: `>` finds actions only, `#` tasks, `@` agents.
    public static List<Choice> palette(AppState state, KeyMap keyMap, String query) {
        String words = query.strip();
        if (words.startsWith(">")) {
            return Search.best(actions(state, keyMap), words.substring(1));
        }
        if (words.startsWith("#")) {
            return Search.best(tasks(state.board()), words.substring(1));
        }
        if (words.startsWith("@")) {
            return Search.best(agents(state.board()), words.substring(1));
        }
        List<Choice> all = new ArrayList<>(actions(state, keyMap));
        all.addAll(tasks(state.board()));
        all.addAll(agents(state.board()));
        all.addAll(others(state.board()));
        return Search.best(all, words);
    }

    private static List<Choice> actions(AppState state, KeyMap keyMap) {
        return Arrays.stream(Action.values())
                .filter(action -> !action.isMovement())
                .map(action -> choice(state, action, keys(keyMap, state.keyContext(), action)))
                .toList();
    }

    private static String keys(KeyMap keyMap, KeyContext context, Action action) {
        return Stream.concat(keyMap.bindings(context).stream(), keyMap.bindings().stream())
                .filter(binding -> binding.action() == action)
                .map(Binding::firstKey)
                .findFirst()
                .orElse("");
    }

    private static Choice choice(AppState state, Action action, String keys) {
        Choice choice = new Choice(keys, action.sentence(), "", "", new Pick.Run(action));
        return Availability.missing(state, action).map(choice::offBecause).orElse(choice);
    }

    private static List<Choice> tasks(Board board) {
        return board.columns().stream()
                .flatMap(column -> column.cards().stream()
                        .map(card -> new Choice(
                                "",
                                "%s  %s".formatted(card.id().value(), card.title()),
                                column.kind().title(),
                                "",
                                new Pick.Show(card.id()))))
                .toList();
    }

    private static List<Choice> agents(Board board) {
        return board.agents().stream()
                .map(agent -> new Choice(
                        "",
                        "agent " + agent.name().value(),
                        agent.state().word(),
                        "",
                        new Pick.Select(ViewKind.AGENTS, agent.name().value())))
                .toList();
    }

    private static List<Choice> others(Board board) {
        Stream<Choice> items = board.inbox().stream()
                .map(item -> new Choice(
                        "",
                        "%s  %s".formatted(item.kind(), item.title()),
                        Stream.of(item.about(), "Inbox")
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        "",
                        new Pick.Select(ViewKind.INBOX, item.id().value())));
        Stream<Choice> runs = board.runs().stream()
                .map(run -> new Choice(
                        "",
                        "%s  %s".formatted(run.id().value(), board.subject(run)),
                        Optional.ofNullable(run.agent())
                                .map(agent -> agent.value())
                                .orElse(run.kind().word()),
                        "",
                        new Pick.Watch(run.id())));
        return Stream.concat(items, runs).toList();
    }
}

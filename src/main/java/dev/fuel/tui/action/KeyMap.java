package dev.fuel.tui.action;

import static dev.fuel.tui.action.KeyContext.BOARD;
import static dev.fuel.tui.action.KeyContext.DIFFERENCE;
import static dev.fuel.tui.action.KeyContext.EVERYWHERE;
import static dev.fuel.tui.action.KeyContext.LIST;
import static dev.fuel.tui.action.KeyContext.TEXT;

import dev.fuel.tui.input.Key;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of all keys.
public final class KeyMap {
    /// The keys that Fuel comes with.
    public static final KeyMap DEFAULT = new KeyMap(List.of(
            bind(BOARD, Action.OPEN, 1, "open", "open the task; a running one: its output", "Enter"),
            bind(BOARD, Action.APPROVE, 2, "approve", "approve the epic: its work lands (asks)", "a"),
            bind(BOARD, Action.NEW_TASK, 3, "new", "new task", "n"),
            bind(BOARD, Action.STOP_RUN, 4, "stop", "stop the run (asks)", "S"),
            bind(BOARD, Action.RETRY, 6, "retry", "retry the task with a fresh budget", "R"),
            bind(BOARD, Action.ATTACH, 0, "", "attach: go on with the agent's session yourself", "A"),
            bind(BOARD, Action.FILTER, 5, "filter", "show only cards with these words", "/"),
            bind(BOARD, Action.LEFT, 0, "", "column to the left", "h", "Left"),
            bind(BOARD, Action.RIGHT, 0, "", "column to the right", "l", "Right"),
            bind(BOARD, Action.DOWN, 0, "", "next card", "j", "Down"),
            bind(BOARD, Action.UP, 0, "", "card above", "k", "Up"),
            bind(BOARD, Action.FIRST, 0, "", "first card", "g", "Home"),
            bind(BOARD, Action.LAST, 0, "", "last card", "G", "End"),
            bind(BOARD, Action.HALF_PAGE_DOWN, 0, "", "half a page down", "^d"),
            bind(BOARD, Action.HALF_PAGE_UP, 0, "", "half a page up", "^u"),
            bind(BOARD, Action.PAGE_DOWN, 0, "", "a page down", "PgDn"),
            bind(BOARD, Action.PAGE_UP, 0, "", "a page up", "PgUp"),
            bind(LIST, Action.OPEN, 1, "open", "open the task or run behind it", "Enter"),
            bind(LIST, Action.APPROVE, 2, "approve", "approve the epic: its work lands (asks)", "a"),
            bind(LIST, Action.NEW_TASK, 3, "new", "new task", "n"),
            bind(LIST, Action.STOP_RUN, 4, "stop", "stop the run (asks)", "S"),
            bind(LIST, Action.RETRY, 5, "retry", "retry the task with a fresh budget", "R"),
            bind(LIST, Action.ATTACH, 0, "", "attach: go on with the agent's session yourself", "A"),
            bind(LIST, Action.DOWN, 0, "", "next row", "j", "Down"),
            bind(LIST, Action.UP, 0, "", "row above", "k", "Up"),
            bind(LIST, Action.FIRST, 0, "", "first row", "g", "Home"),
            bind(LIST, Action.LAST, 0, "", "last row", "G", "End"),
            bind(LIST, Action.HALF_PAGE_DOWN, 0, "", "half a page down", "^d"),
            bind(LIST, Action.HALF_PAGE_UP, 0, "", "half a page up", "^u"),
            bind(LIST, Action.PAGE_DOWN, 0, "", "a page down", "PgDn"),
            bind(LIST, Action.PAGE_UP, 0, "", "a page up", "PgUp"),
            bind(TEXT, Action.FOLLOW, 1, "follow", "follow new output on or off", "f"),
            bind(TEXT, Action.OPEN, 2, "open", "full screen; in a task: its run", "Enter"),
            bind(TEXT, Action.STOP_RUN, 4, "stop", "stop the run (asks)", "S"),
            bind(TEXT, Action.RETRY, 5, "retry", "retry the task with a fresh budget", "R"),
            bind(TEXT, Action.ATTACH, 0, "", "attach: go on with the agent's session yourself", "A"),
            bind(TEXT, Action.DOWN, 0, "", "line down", "j", "Down", "^e"),
            bind(TEXT, Action.UP, 0, "", "line up; following stops", "k", "Up", "^y"),
            bind(TEXT, Action.FIRST, 0, "", "top", "g", "Home"),
            bind(TEXT, Action.LAST, 3, "end", "end, and follow", "G", "End"),
            bind(TEXT, Action.HALF_PAGE_DOWN, 0, "", "half a page down", "^d"),
            bind(TEXT, Action.HALF_PAGE_UP, 0, "", "half a page up", "^u"),
            bind(TEXT, Action.PAGE_DOWN, 0, "", "a page down", "PgDn", "Space"),
            bind(TEXT, Action.PAGE_UP, 0, "", "a page up", "PgUp", "b"),
            bind(BOARD, Action.REVIEW, 0, "", "read what the task or epic changes", "D"),
            bind(LIST, Action.REVIEW, 0, "", "read what the task or epic changes", "D"),
            bind(TEXT, Action.REVIEW, 3, "diff", "read what the task or epic changes", "D"),
            bind(TEXT, Action.NEXT_PART, 0, "", "next call", "]"),
            bind(TEXT, Action.PREVIOUS_PART, 3, "call", "call before", "["),
            bind(TEXT, Action.NEXT_SIBLING, 2, "tab", "next side of the run: output, diff, prompt, checks", "}"),
            bind(TEXT, Action.PREVIOUS_SIBLING, 0, "", "side of the run before", "{"),
            bind(TEXT, Action.SEARCH, 4, "search", "search all of the output", "/"),
            bind(TEXT, Action.NEXT_MATCH, 0, "", "next match", "n"),
            bind(TEXT, Action.PREVIOUS_MATCH, 0, "", "match before", "N"),
            bind(DIFFERENCE, Action.NEXT_PART, 1, "hunk", "next hunk", "]"),
            bind(DIFFERENCE, Action.PREVIOUS_PART, 0, "", "hunk before", "["),
            bind(DIFFERENCE, Action.NEXT_SIBLING, 1, "file", "next file", "}"),
            bind(DIFFERENCE, Action.PREVIOUS_SIBLING, 0, "", "file before", "{"),
            bind(DIFFERENCE, Action.VIEWED, 3, "viewed", "note that you are through with the file, and go on", "Space"),
            bind(DIFFERENCE, Action.COMMENT, 2, "comment", "comment on the line, or on the marked lines", "c"),
            bind(DIFFERENCE, Action.MARK_RANGE, 0, "", "mark lines for a comment, from here on", "v"),
            bind(DIFFERENCE, Action.APPROVE, 4, "approve", "approve: the work lands (asks)", "a"),
            bind(DIFFERENCE, Action.REJECT, 4, "send back", "request changes, with your comments", "x"),
            bind(DIFFERENCE, Action.SIDE_BY_SIDE, 6, "sides", "side by side, or one under the other", "s"),
            bind(DIFFERENCE, Action.WRAP, 7, "wrap", "wrap long lines or not", "w"),
            bind(DIFFERENCE, Action.SEARCH, 5, "search", "search all files", "/"),
            bind(DIFFERENCE, Action.NEXT_MATCH, 0, "", "next match", "n"),
            bind(DIFFERENCE, Action.PREVIOUS_MATCH, 0, "", "match before", "N"),
            bind(DIFFERENCE, Action.OPEN, 0, "", "in the files: read the file; else the task behind it", "Enter"),
            bind(DIFFERENCE, Action.DOWN, 0, "", "line down", "j", "Down", "^e"),
            bind(DIFFERENCE, Action.UP, 0, "", "line up", "k", "Up", "^y"),
            bind(DIFFERENCE, Action.LEFT, 0, "", "to the left", "h", "Left"),
            bind(DIFFERENCE, Action.RIGHT, 0, "", "to the right", "l", "Right"),
            bind(DIFFERENCE, Action.FIRST, 0, "", "top", "g", "Home"),
            bind(DIFFERENCE, Action.LAST, 0, "", "end", "G", "End"),
            bind(DIFFERENCE, Action.HALF_PAGE_DOWN, 0, "", "half a page down", "^d"),
            bind(DIFFERENCE, Action.HALF_PAGE_UP, 0, "", "half a page up", "^u"),
            bind(DIFFERENCE, Action.PAGE_DOWN, 0, "", "a page down", "PgDn"),
            bind(DIFFERENCE, Action.PAGE_UP, 0, "", "a page up", "PgUp", "b"),
            bind(EVERYWHERE, Action.PAUSE, 2, "pause", "start or pause the starting of work", "P"),
            bind(EVERYWHERE, Action.VIEW_BOARD, 0, "", "board", "1"),
            bind(EVERYWHERE, Action.VIEW_AGENTS, 0, "", "agents", "2"),
            bind(EVERYWHERE, Action.VIEW_INBOX, 0, "", "inbox", "3"),
            bind(EVERYWHERE, Action.VIEW_RUNS, 0, "", "runs", "4"),
            bind(EVERYWHERE, Action.VIEW_REVIEW, 0, "", "review", "5"),
            bind(EVERYWHERE, Action.NEXT_NEED, 7, "needs", "next item that needs you", "!"),
            bind(EVERYWHERE, Action.NEXT_PANE, 8, "pane", "next pane", "Tab"),
            bind(EVERYWHERE, Action.PREVIOUS_PANE, 0, "", "previous pane", "S-Tab"),
            bind(EVERYWHERE, Action.BACK, 0, "", "one step back; never quits", "Esc"),
            bind(EVERYWHERE, Action.MOUSE, 0, "", "mouse on or off (off: the terminal's own selection)", "M"),
            bind(EVERYWHERE, Action.REDRAW, 0, "", "draw everything again", "^l"),
            bind(EVERYWHERE, Action.SUSPEND, 0, "", "suspend; fg comes back", "^z"),
            bind(EVERYWHERE, Action.QUIT, 9, "quit", "back; on a top view: leave", "q"),
            bind(EVERYWHERE, Action.LEAVE, 0, "", "leave, on the second press within 2 s", "^c"),
            bind(EVERYWHERE, Action.HELP, 99, "help", "this help", "?")));

    private final List<Binding> bindings;
    private final Map<KeyContext, Map<Key, Binding>> byKey = new HashMap<>();

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
                                    binding.context()));
                }
            }
        }
    }

    public List<Binding> bindings() {
        return bindings;
    }

    /// What the key means where the context has the focus.
    public Optional<Action> action(KeyContext context, Key key) {
        return Stream.of(context, EVERYWHERE)
                .flatMap(place ->
                        Stream.ofNullable(byKey.getOrDefault(place, Map.of()).get(key)))
                .map(Binding::action)
                .findFirst();
    }

    /// The hints of the context, the most useful first.
    public List<Binding> hints(KeyContext context) {
        return bindings.stream()
                .filter(binding -> binding.rank() > 0)
                .filter(binding -> binding.context() == context || binding.context() == EVERYWHERE)
                .sorted(Comparator.comparingInt(Binding::rank))
                .toList();
    }

    private static Binding bind(
            KeyContext context, Action action, int rank, String label, String sentence, String... keys) {
        List<Key> parsed = Stream.of(keys).map(KeyNames::parse).toList();
        return new Binding(context, action, parsed, rank, label, sentence);
    }
}

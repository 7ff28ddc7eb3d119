package dev.fuel.tui.state;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Rows and cards that a person has marked, so that one key acts on all of them.
///
/// @param keys the rows' keys
/// @param last the one that was marked last, from which a range goes; empty if none was
public record Marks(Set<String> keys, String last) {
    static final Marks NONE = new Marks(Set.of(), "");

    public Marks {
        keys = Set.copyOf(keys);
    }

    public boolean has(String key) {
        return keys.contains(key);
    }

    /// Marks the row, or takes its mark away.
    Marks turn(String key) {
        Set<String> changed = new HashSet<>(keys);
        if (!changed.remove(key)) {
            changed.add(key);
        }
        return new Marks(changed, key);
    }

    /// Marks everything from the last mark to the row.
    Marks through(List<String> rows, String key) {
        int from = rows.indexOf(last);
        int to = rows.indexOf(key);
        if (from < 0 || to < 0) {
            return turn(key);
        }
        Set<String> changed = new HashSet<>(keys);
        changed.addAll(rows.subList(Math.min(from, to), Math.max(from, to) + 1));
        return new Marks(changed, key);
    }

    /// The rows that can be marked where keys act, in their order.
    static List<String> rows(AppState state) {
        if (state.view() == ViewKind.BOARD) {
            return state.focus().pane() == BoardPane.CARDS
                    ? Settle.keys(state, state.focus().column())
                    : List.of();
        }
        return switch (state.view()) {
            case INBOX, REVIEW, RUNS, EPICS -> Targets.keys(state, state.view());
            default -> List.of();
        };
    }

    /// The row that keys act on; empty if there is none that can be marked.
    static String selected(AppState state) {
        List<String> rows = rows(state);
        int index = state.view() == ViewKind.BOARD
                ? state.focus().row(state.focus().column()).index()
                : state.list(state.view()).index();
        return index < rows.size() ? rows.get(index) : "";
    }

    static AppState turn(AppState state) {
        Marks turned = state.doing().marks().turn(selected(state));
        return Moves.move(state.with(state.doing().with(turned)), Action.DOWN);
    }

    static AppState range(AppState state) {
        return state.with(state.doing().with(state.doing().marks().through(rows(state), selected(state))));
    }

    /// The marked inbox items in view, or the one that the selection stands for.
    static List<InboxLine> items(AppState state) {
        Marks marks = state.doing().marks();
        List<InboxLine> marked = state.board().inbox().stream()
                .filter(item -> marks.has(item.id().value())
                        || (item.task() != null && marks.has(item.task().value())))
                .toList();
        return marked.isEmpty() ? Targets.item(state).stream().toList() : marked;
    }

    /// The marked tasks, or the one that the selection stands for.
    static List<TaskId> tasks(AppState state) {
        Marks marks = state.doing().marks();
        Stream<TaskId> cards = state.board().columns().stream()
                .flatMap(column -> column.cards().stream())
                .filter(card -> marks.has(card.id().value()))
                .flatMap(card -> card.id() instanceof TaskId task ? Stream.of(task) : Stream.empty());
        Stream<TaskId> behindItems = state.board().inbox().stream()
                .filter(item -> marks.has(item.id().value()))
                .flatMap(item -> Stream.ofNullable(item.task()));
        Stream<TaskId> behindRuns = state.runs().stream()
                .filter(run -> marks.has(run.id().value()))
                .flatMap(run -> Stream.ofNullable(run.task()));
        List<TaskId> marked = Stream.of(cards, behindItems, behindRuns)
                .flatMap(tasks -> tasks)
                .distinct()
                .toList();
        return marked.isEmpty() ? Targets.task(state).stream().toList() : marked;
    }
}

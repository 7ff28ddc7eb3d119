package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.canvas.Rectangle;
import java.util.ArrayList;
import java.util.List;

/// The text beside the inbox: what the selected item says and what can be done about it.
public final class InboxText {
    private static final int LEAST_TEXT = 5;

    private InboxText() {}

    /// The text in rows of the width; it is what is scrolled.
    public static List<String> rows(InboxLine item, int width) {
        List<String> rows = new ArrayList<>(Wrap.rows(item.title(), width));
        if (item.body().isBlank()) {
            return rows;
        }
        rows.add("");
        for (String line : ForeignText.lines(item.body().strip())) {
            rows.addAll(Wrap.rows(line, width));
        }
        return rows;
    }

    /// What can be done about it, one line for each, with its key where it has one. On a low screen the text has
    /// all the room: the hints tell the keys too.
    public static List<String> answers(AppState state, InboxLine item) {
        List<InboxAction> actions = item.actions();
        if (inside(state).rows() < actions.size() + LEAST_TEXT) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (InboxAction action : actions) {
            String key = Answers.key(item, action);
            lines.add("%s  %s".formatted(key.isEmpty() ? "m" : key, Answers.sentence(action)));
        }
        return lines;
    }

    /// The room of the text: the answers stand below it, and a line of air.
    public static Rectangle room(AppState state, InboxLine item) {
        Rectangle inside = inside(state);
        int answers = answers(state, item).size();
        int rows = Math.max(1, inside.rows() - (answers == 0 ? 0 : answers + 1));
        return new Rectangle(inside.column(), inside.row(), inside.columns(), rows);
    }

    private static Rectangle inside(AppState state) {
        return TextLayout.inside(state.listLayout(ViewKind.INBOX).detail());
    }

    static AppState scroll(AppState state, int pages) {
        return Targets.line(state, ViewKind.INBOX, state.board().inbox())
                .map(item -> {
                    Rectangle room = room(state, item);
                    int last = Math.max(0, rows(item, room.columns()).size() - room.rows());
                    String key = item.id().value();
                    int top = state.doing().scrollOf(key) + pages * Math.max(1, room.rows() - 1);
                    return state.with(state.doing().scrolledTo(key, Math.clamp(top, 0, last)));
                })
                .orElse(state);
    }
}

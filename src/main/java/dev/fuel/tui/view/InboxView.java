package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.InboxText;
import dev.fuel.tui.state.SnoozedLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What waits for a person, oldest first; of the selected item all that it says and what can be done about it.
final class InboxView {
    private static final String EMPTY = "Nothing waits for you. Questions and approvals come here.";

    private InboxView() {}

    static void draw(Canvas canvas, AppState state) {
        List<InboxLine> items = state.board().inbox();
        List<ListView.Row> rows = items.stream()
                .map(item -> new ListView.Row(text(canvas, state, items, item), item.read() ? Role.TEXT : Role.NEEDS))
                .toList();
        String heading = items.isEmpty() ? "" : row(items, "   AGE", "KIND", "ABOUT", "TITLE");
        new ListView(ViewKind.INBOX, "Inbox: waiting for you", heading, rows, List.of(), EMPTY)
                .drawList(canvas, state, "oldest first  %d open".formatted(items.size()));
        drawSnoozed(state.listLayout(ViewKind.INBOX).list().of(canvas), state, items.size());
        drawItem(state.listLayout(ViewKind.INBOX).detail().of(canvas), state);
    }

    /// What was put off is not forgotten: it stands below what waits, where there is room.
    private static void drawSnoozed(Canvas canvas, AppState state, int items) {
        List<SnoozedLine> snoozed = state.board().later().snoozed();
        int row = canvas.rows() - 2;
        if (snoozed.isEmpty() || row <= Math.max(1, items) + 1) {
            return;
        }
        String words = "Snoozed %d, the next until %s (Z shows them)"
                .formatted(snoozed.size(), snoozed.getFirst().untilText());
        canvas.put(3, row, canvas.columns() - 4, words, Style.DIM);
    }

    static String position(AppState state) {
        int items = state.board().inbox().size();
        return items == 0
                ? ""
                : "item %d/%d".formatted(state.list(ViewKind.INBOX).index() + 1, items);
    }

    private static String text(Canvas canvas, AppState state, List<InboxLine> items, InboxLine item) {
        String unread = item.read() ? " " : canvas.glyph(Glyph.NEEDS);
        String age = "%s %4s".formatted(unread, Ages.of(item.since(), state.now()));
        return row(items, age, item.kind(), item.about(), title(item));
    }

    /// Without the id that stands beside it.
    private static String title(InboxLine item) {
        String about = item.about() + " ";
        return item.title().startsWith(about) ? item.title().substring(about.length()) : item.title();
    }

    /// The columns are as wide as what stands in them.
    private static String row(List<InboxLine> items, String age, String kind, String about, String title) {
        int kinds = items.stream().mapToInt(item -> item.kind().length()).max().orElse(0);
        int abouts =
                items.stream().mapToInt(item -> item.about().length()).max().orElse(0);
        return "%s  %s%s%s".formatted(age, padded(kind, kinds), abouts == 0 ? "" : padded(about, abouts), title);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }

    private static void drawItem(Canvas canvas, AppState state) {
        Optional<InboxLine> selected =
                Targets.line(state, ViewKind.INBOX, state.board().inbox());
        if (selected.isEmpty()) {
            Box.titled("").draw(canvas);
            return;
        }
        InboxLine item = selected.get();
        Rectangle room = InboxText.room(state, item);
        List<String> rows = InboxText.rows(item, room.columns());
        int last = Math.max(0, rows.size() - room.rows());
        int top = Math.min(last, state.doing().scrollOf(item.id().value()));
        Canvas inside = Box.titled("%s  %s".formatted(item.kind(), item.about()).strip())
                .noting(note(item, state))
                .ending(last == 0 ? "" : Scrolled.position(top, room.rows(), rows.size()) + "  PgDn more")
                .draw(canvas);
        for (int row = 0; row < room.rows() && top + row < rows.size(); row++) {
            Style style = top + row == 0 ? Style.TEXT.asBold() : Style.TEXT;
            inside.put(1, row, inside.columns() - 2, rows.get(top + row), style);
        }
        List<String> answers = InboxText.answers(state, item);
        int from = Math.min(room.rows(), rows.size()) + 1;
        for (int row = 0; row < answers.size(); row++) {
            inside.put(1, from + row, inside.columns() - 2, answers.get(row), Style.DIM);
            inside.put(1, from + row, answers.get(row).substring(0, 1), Style.of(Role.FOCUS));
        }
    }

    private static String note(InboxLine item, AppState state) {
        return Stream.of(
                        item.id().value(),
                        item.run() == null ? "" : item.run().value(),
                        "waiting " + Ages.of(item.since(), state.now()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}

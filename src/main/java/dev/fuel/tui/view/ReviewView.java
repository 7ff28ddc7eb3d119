package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.DifferencePane;
import dev.fuel.tui.state.Paragraph;
import dev.fuel.tui.state.ReviewLayout;
import dev.fuel.tui.state.ReviewPage;
import dev.fuel.tui.state.ReviewPage.Part;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.widget.Box;

/// Work to be judged: its files, what they change, and what reviewers and checks say of it.
final class ReviewView {
    private ReviewView() {}

    static void draw(Canvas canvas, AppState state) {
        ReviewPage page = state.pages().review();
        ReviewSubject subject = page.subject();
        if (subject == null) {
            return;
        }
        ReviewLayout layout = ReviewLayout.of(state);
        drawFacts(layout.facts().of(canvas), subject);
        for (Part part : Part.values()) {
            Rectangle place = layout.place(part);
            if (layout.isShown(part, page.part()) && !place.isEmpty()) {
                draw(place.of(canvas), page, subject, part);
            }
        }
        drawBrief(layout.brief().of(canvas), subject);
    }

    private static void draw(Canvas canvas, ReviewPage page, ReviewSubject subject, Part part) {
        boolean focused = page.part() == part;
        switch (part) {
            case FILES -> FilesPane.draw(canvas, page.pane(), focused);
            case STORY ->
                ParagraphsView.draw(
                        canvas, Box.titled("Reviews, checks, commits").focused(focused), subject.story(), page.top());
            case DIFFERENCE -> {
                if (subject.without().isEmpty()) {
                    DifferenceView.draw(canvas, page.pane(), focused);
                } else {
                    Canvas inside = Box.titled("Diff").focused(focused).draw(canvas);
                    inside.put(1, 0, subject.without(), Style.DIM);
                }
            }
        }
    }

    private static void drawFacts(Canvas canvas, ReviewSubject subject) {
        int column = canvas.put(1, 0, subject.id().value() + " ", Style.TEXT.asBold());
        String facts = String.join("   ", subject.facts());
        int room = canvas.columns() - column - 1;
        int forFacts = Width.upTo(room / 2, facts);
        column = canvas.put(column, 0, Math.max(0, room - forFacts - 3), subject.title(), Style.TEXT.asBold());
        canvas.put(column + 3, 0, Math.max(0, canvas.columns() - column - 4), facts, Style.DIM);
    }

    private static void drawBrief(Canvas canvas, ReviewSubject subject) {
        int row = 0;
        for (Paragraph line : subject.brief()) {
            canvas.put(1, row, canvas.columns() - 2, line.text(), Style.of(line.role()));
            row++;
        }
    }

    static String position(AppState state) {
        ReviewPage page = state.pages().review();
        DifferencePane pane = page.pane();
        int comments = page.comments().size();
        String said = comments == 0
                ? ""
                : "%d %s with x".formatted(comments, comments == 1 ? "comment goes back" : "comments go back");
        String found = pane.search().position();
        return said.isEmpty() || found.isEmpty() ? said + found : found + "   " + said;
    }
}

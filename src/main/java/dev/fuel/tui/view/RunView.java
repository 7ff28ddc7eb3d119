package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.RunPage;
import dev.fuel.tui.state.TextLayout;
import dev.fuel.tui.widget.Box;
import java.util.Arrays;
import java.util.stream.Collectors;

/// An opened run: its output, what it changed, what it was told, what was found out about its work.
final class RunView {
    private RunView() {}

    static void draw(Canvas canvas, AppState state) {
        RunPage page = state.pages().run();
        drawTabs(canvas, state, page.tab());
        Canvas place = TextLayout.run(state.size()).of(canvas);
        switch (page.tab()) {
            case OUTPUT, RAW -> OutputView.draw(place, state, state.output(), true);
            case DIFFERENCE -> drawDifference(place, page);
            case PROMPT, CHECKS ->
                ParagraphsView.draw(place, Box.titled(page.tab().title()).focused(true), page.text(), page.top());
        }
    }

    private static void drawDifference(Canvas place, RunPage page) {
        RunDetail detail = page.detail();
        if (detail == null || !detail.without().isEmpty()) {
            Canvas inside = Box.titled("Diff").focused(true).draw(place);
            inside.put(1, 0, detail == null ? "..." : detail.without(), Style.DIM);
            return;
        }
        DifferenceView.draw(place, page.pane(), true);
    }

    private static void drawTabs(Canvas canvas, AppState state, RunPage.Tab current) {
        String tabs = Arrays.stream(RunPage.Tab.values())
                .map(tab -> tab == current ? "[" + tab.title() + "]" : " " + tab.title() + " ")
                .collect(Collectors.joining(" "));
        int room = canvas.columns() - Width.of(tabs) - 4;
        canvas.put(1, 1, Math.max(0, room), OutputView.about(state), Style.DIM);
        canvas.putRight(canvas.columns() - 1, 1, tabs, Style.TEXT);
    }

    static String position(AppState state) {
        return switch (state.pages().run().tab()) {
            case OUTPUT, RAW -> state.output().marks().search().position();
            case DIFFERENCE -> state.pages().run().pane().search().position();
            case PROMPT, CHECKS -> "";
        };
    }
}

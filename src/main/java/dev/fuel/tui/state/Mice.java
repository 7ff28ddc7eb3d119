package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.input.InputEvent.Mouse;
import java.util.List;
import java.util.function.BiFunction;

/// What the mouse does: a click focuses and selects, the wheel scrolls what is under the pointer without moving the
/// focus, a text that is dragged over is copied, and a card goes where it is dropped.
final class Mice {
    private static final int WHEEL_ROWS = 3;

    private Mice() {}

    /// @param act does what a key does
    static Step point(AppState state, Mouse mouse, BiFunction<AppState, Action, Step> act) {
        if (!(state.overlay() instanceof Overlay.None) || BoardLayout.isTooSmall(state.size())) {
            return Step.to(state.with(state.options().with(Drag.NONE)));
        }
        Drag drag = state.options().drag();
        return switch (mouse.action()) {
            case PRESS -> {
                AppState pressed = press(state, mouse);
                yield drag.isDouble(mouse.column(), mouse.row(), state.now())
                        ? act.apply(pressed.with(pressed.options().with(Drag.NONE)), Action.OPEN)
                        : Step.to(pressed.with(
                                pressed.options().with(Drag.pressed(mouse.column(), mouse.row(), state.now()))));
            }
            case DRAG ->
                Step.to(drag.held() ? state.with(state.options().with(drag.to(mouse.column(), mouse.row()))) : state);
            case RELEASE -> release(state, drag);
            case RIGHT_PRESS -> act.apply(press(state, mouse), Action.MENU);
            case WHEEL_UP -> Step.to(wheel(state, mouse, -1));
            case WHEEL_DOWN -> Step.to(wheel(state, mouse, 1));
            case MIDDLE_PRESS -> Step.to(state);
        };
    }

    /// A text that was dragged over is copied; a card is moved to where it was dropped.
    private static Step release(AppState state, Drag drag) {
        AppState released = state.with(state.options().with(drag.released()));
        List<Rectangle> lines = TextSelection.lines(state);
        if (!lines.isEmpty()) {
            return Step.to(
                    released.say("copied %d %s".formatted(lines.size(), lines.size() == 1 ? "line" : "lines")),
                    new Effect.CopyShown(lines));
        }
        return Dropping.card(state).map(card -> drop(state, released, drag)).orElse(Step.to(released));
    }

    private static Step drop(AppState state, AppState released, Drag drag) {
        int place = columnAt(state.layout(), drag.column(), drag.row());
        if (place < 0) {
            return Step.to(released);
        }
        ColumnKind target = state.layout().kinds().get(place);
        if (target == state.focus().column()) {
            return Step.to(released);
        }
        return Targets.task(state)
                .flatMap(task -> Dropping.change(state, task, target))
                .map(change -> Changing.make(released, change))
                .orElseGet(() ->
                        Step.to(released.warn(Dropping.missing(state, target).orElse("it cannot come there"))));
    }

    private static AppState press(AppState state, Mouse mouse) {
        return switch (state.view()) {
            case BOARD -> pressBoard(state, mouse);
            case AGENTS, INBOX, RUNS, REVIEW, EVENTS, EPICS, STATISTICS, SETTINGS ->
                pressList(state, state.view(), mouse);
            case REVIEWING -> pressReview(state, mouse);
            case OUTPUT ->
                state.pages().run().tab().isOutput() ? pressOutput(state, TextLayout.run(state.size()), mouse) : state;
            case DETAIL -> state;
        };
    }

    private static AppState pressBoard(AppState state, Mouse mouse) {
        BoardLayout layout = state.layout();
        int output = OutputLayout.at(state.outputPlaces(), mouse.column(), mouse.row());
        if (output >= 0) {
            AppState focused = state.with(state.outputs().focusing(output))
                    .with(state.focus().on(BoardPane.OUTPUT));
            return pressOutput(focused, focused.outputPlaces().get(output), mouse);
        }
        for (ViewKind list : List.of(ViewKind.AGENTS, ViewKind.EVENTS)) {
            if (paneOf(layout, list).contains(mouse.column(), mouse.row())) {
                BoardPane pane = list == ViewKind.AGENTS ? BoardPane.AGENTS : BoardPane.EVENTS;
                return pressList(state.with(state.focus().on(pane)), list, mouse);
            }
        }
        int place = columnAt(layout, mouse.column(), mouse.row());
        if (place < 0) {
            return state;
        }
        ColumnKind kind = layout.kinds().get(place);
        BoardFocus focus = state.focus().onColumn(kind);
        ListFocus row = focus.row(kind);
        List<String> keys = Settle.keys(state, kind);
        int inside = mouse.row() - layout.columns().get(place).row() - 1;
        int card = row.top() + inside / (layout.cardRows(kind) + layout.gap(kind));
        boolean hit = inside >= 0 && card < Math.min(keys.size(), row.top() + layout.visible(kind));
        return state.with(hit ? focus.withRow(kind, row.select(keys, card)) : focus);
    }

    /// On a call it is selected; on its fold mark it opens or folds.
    private static AppState pressOutput(AppState state, Rectangle place, Mouse mouse) {
        Rectangle inside = TextLayout.inside(place);
        OutputPane pane = state.output();
        List<OutputRows.Row> rows = pane.run() == null ? List.of() : pane.rows(inside.columns(), inside.rows());
        int at = mouse.row() - inside.row();
        if (at < 0 || at >= rows.size() || !rows.get(at).kind().isCall()) {
            return state;
        }
        OutputRows.Row row = rows.get(at);
        OutputPane selecting = pane.with(pane.marks().at(row.number()));
        boolean mark = row.start() && (row.open() || row.folded()) && mouse.column() <= inside.column() + 1;
        return state.with(mark ? selecting.turn(row.number()) : selecting);
    }

    private static Rectangle paneOf(BoardLayout layout, ViewKind list) {
        return list == ViewKind.AGENTS ? layout.agents() : layout.events();
    }

    private static AppState pressList(AppState state, ViewKind kind, Mouse mouse) {
        ListLayout layout = state.listLayout(kind);
        List<String> keys = Targets.keys(state, kind);
        int inside = mouse.row() - layout.list().row() - 2;
        int row = state.list(kind).top() + inside;
        boolean hit = layout.list().contains(mouse.column(), mouse.row())
                && inside >= 0
                && inside < layout.visible()
                && row < keys.size();
        return hit ? state.withList(kind, state.list(kind).select(keys, row)) : state;
    }

    private static AppState wheelList(AppState state, ViewKind kind, int direction) {
        int visible = state.listLayout(kind).visible();
        ListFocus row = state.list(kind);
        return state.withList(kind, row.scroll(Targets.keys(state, kind), direction * WHEEL_ROWS, visible));
    }

    private static AppState wheel(AppState state, Mouse mouse, int direction) {
        return switch (state.view()) {
            case BOARD -> wheelBoard(state, mouse, direction);
            case AGENTS, INBOX, RUNS, REVIEW, EVENTS, EPICS, STATISTICS, SETTINGS ->
                wheelList(state, state.view(), direction);
            case OUTPUT -> wheelRun(state, direction);
            case REVIEWING -> wheelReview(state, mouse, direction);
            case DETAIL -> {
                Rectangle inside = TextLayout.inside(state.size());
                yield state.with(state.reading().scroll(direction * WHEEL_ROWS, inside.columns(), inside.rows()));
            }
        };
    }

    private static AppState pressReview(AppState state, Mouse mouse) {
        ReviewLayout layout = ReviewLayout.of(state);
        ReviewPage page = state.pages().review();
        for (ReviewPage.Part part : ReviewPage.Part.values()) {
            if (layout.isShown(part, page.part()) && layout.place(part).contains(mouse.column(), mouse.row())) {
                return pressPart(
                        state.with(page.on(part)),
                        part,
                        mouse.row() - layout.place(part).row() - 1);
            }
        }
        return state;
    }

    private static AppState pressPart(AppState state, ReviewPage.Part part, int row) {
        ReviewPage page = state.pages().review();
        int height = ReviewLayout.of(state).place(part).rows() - 2;
        return switch (part) {
            case FILES ->
                page.pane()
                        .toFile(page.pane().topFile(height) + row)
                        .map(pane -> state.with(page.with(pane)))
                        .orElse(state);
            case DIFFERENCE, STORY -> state;
        };
    }

    private static AppState wheelReview(AppState state, Mouse mouse, int direction) {
        ReviewLayout layout = ReviewLayout.of(state);
        ReviewPage page = state.pages().review();
        boolean story = layout.isShown(ReviewPage.Part.STORY, page.part())
                && layout.place(ReviewPage.Part.STORY).contains(mouse.column(), mouse.row());
        if (story) {
            Rectangle room = TextLayout.inside(layout.place(ReviewPage.Part.STORY));
            return state.with(page.scrolled(direction * WHEEL_ROWS, room.columns(), room.rows()));
        }
        return state.with(page.with(
                page.pane().scroll(direction * WHEEL_ROWS, Panes.room(state).rows())));
    }

    private static AppState wheelRun(AppState state, int direction) {
        RunPage page = state.pages().run();
        return switch (page.tab()) {
            case OUTPUT, RAW -> wheelOutput(state, direction);
            case DIFFERENCE ->
                state.with(page.with(page.pane()
                        .scroll(direction * WHEEL_ROWS, Panes.room(state).rows())));
            case PROMPT, CHECKS -> {
                Rectangle inside = TextLayout.inside(TextLayout.run(state.size()));
                yield state.with(page.scrolled(direction * WHEEL_ROWS, inside.columns(), inside.rows()));
            }
        };
    }

    private static AppState wheelBoard(AppState state, Mouse mouse, int direction) {
        BoardLayout layout = state.layout();
        int output = OutputLayout.at(state.outputPlaces(), mouse.column(), mouse.row());
        if (output >= 0) {
            AppState scrolled = wheelOutput(state.with(state.outputs().focusing(output)), direction);
            return scrolled.with(scrolled.outputs().focusing(state.outputs().focus()));
        }
        for (ViewKind list : List.of(ViewKind.AGENTS, ViewKind.EVENTS)) {
            if (paneOf(layout, list).contains(mouse.column(), mouse.row())) {
                return wheelList(state, list, direction);
            }
        }
        int place = columnAt(layout, mouse.column(), mouse.row());
        if (place < 0) {
            return state;
        }
        ColumnKind kind = layout.kinds().get(place);
        ListFocus row = state.focus().row(kind).scroll(Settle.keys(state, kind), direction, layout.visible(kind));
        return state.with(state.focus().withRow(kind, row));
    }

    private static AppState wheelOutput(AppState state, int direction) {
        Rectangle inside = TextLayout.output(state);
        return state.with(state.output().scroll(direction * WHEEL_ROWS, inside.columns(), inside.rows()));
    }

    static int columnAt(BoardLayout layout, int column, int row) {
        for (int place = 0; place < layout.columns().size(); place++) {
            if (layout.columns().get(place).contains(column, row)) {
                return place;
            }
        }
        return -1;
    }
}

package dev.fuel.tui.view;

import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display.Cursor;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardLayout;
import dev.fuel.tui.state.EpicForm;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Selection;
import dev.fuel.tui.state.TaskForm;
import dev.fuel.tui.state.TextField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole screen: a pure function of the state.
public final class View {
    /// A finished frame.
    ///
    /// @param cursor where text is typed, if anywhere
    public record Frame(Canvas canvas, @Nullable Cursor cursor) {}

    private View() {}

    public static Frame draw(AppState state, Look look, KeyMap keyMap) {
        Canvas canvas = Canvas.blank(state.size(), look);
        if (BoardLayout.isTooSmall(state.size())) {
            TooSmall.draw(canvas, state);
            return new Frame(canvas, null);
        }
        KeyContext context = state.keyContext();
        Header.draw(canvas, state);
        String position = drawView(canvas, state);
        Footer.draw(canvas, state, keyMap, context, position);
        if (!(state.overlay() instanceof Overlay.None)) {
            canvas.closeZones();
        }
        MouseMarks.draw(canvas, state);
        Cursor cursor = drawOverlay(canvas, state, keyMap)
                .map(place -> new Cursor(place.column(), place.row()))
                .orElseGet(() -> selected(state));
        return new Frame(canvas, cursor);
    }

    private static @Nullable Cursor selected(AppState state) {
        return state.options().manner().showCursor()
                ? Selection.place(state)
                        .map(place -> new Cursor(place.column(), place.row()))
                        .orElse(null)
                : null;
    }

    /// @return where one is, for the status line
    private static String drawView(Canvas canvas, AppState state) {
        switch (state.view()) {
            case BOARD -> {
                BoardView.draw(canvas, state);
                return BoardView.position(state);
            }
            case AGENTS -> AgentsView.draw(canvas, state);
            case INBOX -> {
                InboxView.draw(canvas, state);
                return InboxView.position(state);
            }
            case RUNS -> ListViews.runs(canvas, state);
            case REVIEW -> ListViews.review(canvas, state);
            case EVENTS -> OverviewViews.events(canvas, state);
            case EPICS -> OverviewViews.epics(canvas, state);
            case STATISTICS -> StatisticsView.draw(canvas, state);
            case SETTINGS -> OverviewViews.settings(canvas, state);
            case DETAIL -> DetailView.draw(canvas, state);
            case OUTPUT -> {
                RunView.draw(canvas, state);
                return RunView.position(state);
            }
            case REVIEWING -> {
                ReviewView.draw(canvas, state);
                return ReviewView.position(state);
            }
        }
        return "";
    }

    private static Optional<FieldView.Place> drawOverlay(Canvas canvas, AppState state, KeyMap keyMap) {
        return switch (state.overlay()) {
            case Overlay.None _ -> Optional.empty();
            case Overlay.Help help -> HelpView.draw(canvas, state, help, keyMap);
            case Overlay.Palette palette -> PaletteView.draw(canvas, state, palette, keyMap);
            case Overlay.Prompt prompt -> Dialogs.prompt(canvas, prompt);
            case Overlay.Form(TaskForm form) -> FormView.draw(canvas, form);
            case Overlay.Epic(EpicForm form) -> EpicFormView.draw(canvas, form);
            case Overlay.Filter(TextField words) -> filter(canvas, words);
            case Overlay.Write write -> WritingView.draw(canvas, write);
            case Overlay.Menu menu -> {
                Dialogs.menu(canvas, menu);
                yield Optional.empty();
            }
            case Overlay.Question question -> {
                Dialogs.question(canvas, question);
                yield Optional.empty();
            }
            case Overlay.LeaveQuestion question -> {
                Dialogs.leave(canvas, question, state.now());
                yield Optional.empty();
            }
            case Overlay.Problem problem -> {
                Dialogs.problem(canvas, problem, state.doing().problems().size());
                yield Optional.empty();
            }
        };
    }

    /// The filter is typed in the last row.
    private static Optional<FieldView.Place> filter(Canvas canvas, TextField words) {
        int row = canvas.rows() - 1;
        Canvas line = canvas.region(0, row, canvas.columns(), 1);
        line.clear();
        int column = line.put(1, 0, "/ ", Style.TEXT.asBold());
        line.putRight(canvas.columns() - 1, 0, "Enter keeps it, Esc clears it", Style.DIM);
        return FieldView.line(line.region(column, 0, canvas.columns() - column - 32, 1), words)
                .map(place -> place.moved(column, row));
    }
}

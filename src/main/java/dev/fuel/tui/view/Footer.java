package dev.fuel.tui.view;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.action.Binding;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Availability;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.PendingAct;
import dev.fuel.tui.state.Tip;
import dev.fuel.tui.state.Toast;
import dev.fuel.tui.state.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The last two rows: how things stand, and what the keys do.
final class Footer {
    /// What stays of how things stand while a long word is said.
    private static final int LEAST_LEFT = 10;

    private Footer() {}

    static void draw(Canvas canvas, AppState state, KeyMap keyMap, KeyContext context, String position) {
        status(canvas, canvas.rows() - 2, state, keyMap, position);
        hints(canvas, canvas.rows() - 1, state, keyMap, context);
    }

    private static void status(Canvas canvas, int row, AppState state, KeyMap keyMap, String position) {
        Dispatch dispatch = state.board().dispatch();
        Said said = said(state, keyMap);
        int saidWidth = Width.of(said.words());
        int room = canvas.columns() - (saidWidth == 0 ? 1 : Math.min(saidWidth + 3, canvas.columns() - LEAST_LEFT));
        int column = canvas.put(1, row, canvas.glyph(Glyph.LIVE) + " ", connectionStyle(state));
        column = canvas.put(column, row, room - column, connection(state), Style.TEXT);
        column = canvas.put(
                column, row, Math.max(0, room - column), "   " + dispatchText(dispatch), dispatchStyle(dispatch));
        int marked = state.doing().marks().keys().size();
        String more = (position.isEmpty() ? "" : "   " + position)
                + (dispatch.reason().isEmpty() ? "" : "   " + dispatch.reason())
                + (marked == 0 ? "" : "   %d marked, Esc unmarks".formatted(marked))
                + (state.filter().isBlank() ? "" : "   filter: " + state.filter());
        canvas.put(column, row, Math.max(0, room - column), more, Style.DIM);
        if (saidWidth > 0) {
            int width = canvas.columns() - 3 - room;
            canvas.put(
                    canvas.columns() - 1 - Math.min(width, saidWidth), row, width, said.words(), Style.of(said.role()));
        }
    }

    private record Said(String words, Role role) {}

    /// At the right: the last word, else what is not done yet, else what will happen in a moment unless it is taken
    /// back.
    private static Said said(AppState state, KeyMap keyMap) {
        Toast toast = state.toast();
        if (isToasting(state)) {
            String words = toast.count() > 1 ? "%s (%d)".formatted(toast.text(), toast.count()) : toast.text();
            return new Said(words, toast.warning() ? Role.WARN : Role.OK);
        }
        return state.doing()
                .underway()
                .told(state.now())
                .map(words -> new Said(words, Role.RUNNING))
                .orElseGet(() -> new Said(pending(state, keyMap), Role.WARN));
    }

    private static String pending(AppState state, KeyMap keyMap) {
        List<PendingAct> pending = state.board().later().pending();
        if (pending.isEmpty()) {
            return "";
        }
        String more = pending.size() == 1 ? "" : "   and %d more".formatted(pending.size() - 1);
        String undo = keyMap.keyOf(Action.UNDO)
                .map(key -> "   %s undo".formatted(key))
                .orElse("");
        return pending.getLast().countdown(state.now()) + more + undo;
    }

    /// With reduced motion words stay until the next ones, or until something is about to happen.
    private static boolean isToasting(AppState state) {
        return state.toast().isVisible(state.now())
                || (state.options().manner().reducedMotion()
                        && !state.toast().text().isEmpty()
                        && state.doing().underway().told(state.now()).isEmpty()
                        && state.board().later().pending().isEmpty());
    }

    private static String connection(AppState state) {
        if (!state.loaded()) {
            return "reading";
        }
        Dispatch dispatch = state.board().dispatch();
        return switch (dispatch.holder()) {
            case MINE -> "live";
            case OTHER -> "watching " + dispatch.holderName();
            case NONE -> dispatch.holderName().isEmpty() ? "no consumer" : "consumer gone";
        };
    }

    private static Style connectionStyle(AppState state) {
        return switch (state.board().dispatch().holder()) {
            case MINE -> Style.of(Role.OK);
            case OTHER -> Style.of(Role.FOCUS);
            case NONE -> Style.of(Role.WARN);
        };
    }

    private static String dispatchText(Dispatch dispatch) {
        if (dispatch.holder() == Dispatch.Holder.NONE) {
            return "nothing starts (P takes over)";
        }
        return dispatch.paused() ? "PAUSED (P starts work)" : "dispatch ON";
    }

    private static Style dispatchStyle(Dispatch dispatch) {
        boolean still = dispatch.paused() || dispatch.holder() == Dispatch.Holder.NONE;
        return still ? Style.of(Role.WARN).asBold() : Style.of(Role.OK);
    }

    /// The ranked hints that fit; help always does.
    private static void hints(Canvas canvas, int row, AppState state, KeyMap keyMap, KeyContext context) {
        int end = canvas.columns() - 1;
        int column = 1;
        int help = end;
        boolean dropped = false;
        Set<String> labels = new HashSet<>();
        for (Binding binding : keyMap.hints(context)) {
            String text = hint(state, binding);
            if (binding.action() == Action.HELP) {
                help = end - Width.of(text);
                canvas.zone(help, row, Width.of(text), binding.action().id());
                canvas.put(help, row, Width.of(text), text, Style.DIM);
            } else if (Availability.missing(state, binding.action()).isEmpty()
                    && labels.add(Wording.label(state, binding.action()))) {
                boolean fits = column + Width.of(text) + 2 < end - 6;
                dropped |= !fits;
                if (fits) {
                    canvas.zone(column, row, Width.of(text), binding.action().id());
                    int afterKey = canvas.put(column, row, binding.firstKey(), Style.of(Role.FOCUS));
                    column = 2
                            + canvas.put(
                                    afterKey,
                                    row,
                                    text.substring(binding.firstKey().length()),
                                    Style.DIM);
                }
            }
        }
        if (!dropped) {
            tip(canvas, row, column, help - 3, state, keyMap);
        }
    }

    /// In what room the hints leave.
    private static void tip(Canvas canvas, int row, int from, int end, AppState state, KeyMap keyMap) {
        Tip.of(state)
                .flatMap(tip -> keyMap.keyOf(tip.action()).map(key -> "Tip: %s %s".formatted(key, tip.words())))
                .filter(words -> from + Width.of(words) + 2 <= end)
                .ifPresent(words -> canvas.putRight(end, row, words, Style.DIM));
    }

    private static String hint(AppState state, Binding binding) {
        return binding.firstKey() + " " + Wording.label(state, binding.action());
    }
}

package dev.fuel.tui.state;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.util.List;
import java.util.function.BiFunction;

/// Keys in what is chosen from: menus, the palette, help.
final class Choosing {
    private static final int PAGE = 10;

    private final KeyMap keyMap;
    private final BiFunction<AppState, Pick, Step> choose;

    /// @param choose carries out what was chosen, on the state without the list
    Choosing(KeyMap keyMap, BiFunction<AppState, Pick, Step> choose) {
        this.keyMap = keyMap;
        this.choose = choose;
    }

    /// The entries in the order in which they are selected.
    static List<Choice> choices(AppState state, KeyMap keyMap, Overlay.Help help) {
        return Entries.help(state, keyMap, help.filter().text()).stream()
                .flatMap(part -> part.choices().stream())
                .toList();
    }

    Step help(AppState state, Overlay.Help help, Key key) {
        boolean again = help.filter().text().isEmpty() && key.equals(Key.typed("?"));
        if (again) {
            return close(state);
        }
        List<Choice> choices = choices(state, keyMap, help);
        return switch (key.code()) {
            case ESCAPE -> close(state);
            case ENTER -> enter(state, choices, help.selected());
            case CHARACTER, BACKSPACE, DELETE, LEFT, RIGHT, HOME, END, INSERT, FUNCTION, TAB ->
                isMove(key)
                        ? Step.to(state.with(new Overlay.Help(help.filter(), moved(help.selected(), key, choices))))
                        : Step.to(state.with(new Overlay.Help(help.filter().type(key), 0)));
            case UP, DOWN, PAGE_UP, PAGE_DOWN ->
                Step.to(state.with(new Overlay.Help(help.filter(), moved(help.selected(), key, choices))));
        };
    }

    Step palette(AppState state, Overlay.Palette palette, Key key) {
        List<Choice> choices = Entries.palette(state, keyMap, palette.query().text());
        return switch (key.code()) {
            case ESCAPE -> close(state);
            case ENTER -> enter(state, choices, palette.selected());
            case CHARACTER, BACKSPACE, DELETE, LEFT, RIGHT, HOME, END, INSERT, FUNCTION, TAB ->
                isMove(key)
                        ? Step.to(state.with(
                                new Overlay.Palette(palette.query(), moved(palette.selected(), key, choices))))
                        : Step.to(state.with(new Overlay.Palette(palette.query().type(key), 0)));
            case UP, DOWN, PAGE_UP, PAGE_DOWN ->
                Step.to(state.with(new Overlay.Palette(palette.query(), moved(palette.selected(), key, choices))));
        };
    }

    Step menu(AppState state, Overlay.Menu menu, Key key) {
        if (key.code() == KeyCode.ESCAPE || key.equals(Key.typed("q"))) {
            return close(state);
        }
        if (key.code() == KeyCode.ENTER) {
            return enter(state, menu.choices(), menu.selected());
        }
        for (int place = 0; place < menu.choices().size(); place++) {
            if (key.isText() && key.text().equals(menu.choices().get(place).key())) {
                return enter(state, menu.choices(), place);
            }
        }
        int selected = moved(menu.selected(), key, menu.choices());
        return Step.to(state.with(new Overlay.Menu(menu.title(), menu.choices(), selected)));
    }

    /// A click on an entry chooses it.
    Step click(AppState state, int place) {
        return switch (state.overlay()) {
            case Overlay.Menu menu -> enter(state, menu.choices(), place);
            case Overlay.Palette palette ->
                enter(state, Entries.palette(state, keyMap, palette.query().text()), place);
            case Overlay.Help help -> enter(state, choices(state, keyMap, help), place);
            default -> Step.to(state);
        };
    }

    /// `^n` and `^p` move as the arrows do, as in shells.
    private static boolean isMove(Key key) {
        return key.equals(Key.ctrl('n')) || key.equals(Key.ctrl('p'));
    }

    private static int moved(int selected, Key key, List<Choice> choices) {
        int distance = switch (key.code()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -PAGE;
            case PAGE_DOWN -> PAGE;
            case CHARACTER -> letterDistance(key);
            case ENTER, ESCAPE, TAB, BACKSPACE, DELETE, INSERT, LEFT, RIGHT, HOME, END, FUNCTION -> 0;
        };
        return Math.clamp(selected + (long) distance, 0, Math.max(0, choices.size() - 1));
    }

    private static int letterDistance(Key key) {
        return switch (key.text()) {
            case "n" -> key.ctrl() ? 1 : 0;
            case "p" -> key.ctrl() ? -1 : 0;
            case "j" -> key.isText() ? 1 : 0;
            case "k" -> key.isText() ? -1 : 0;
            default -> 0;
        };
    }

    private Step enter(AppState state, List<Choice> choices, int selected) {
        if (selected >= choices.size()) {
            return Step.to(state);
        }
        Choice choice = choices.get(selected);
        return choice.off().isEmpty()
                ? choose.apply(state.with(Overlay.NONE), choice.pick())
                : Step.to(state.warn(choice.off()));
    }

    private static Step close(AppState state) {
        return Step.to(state.with(Overlay.NONE));
    }
}

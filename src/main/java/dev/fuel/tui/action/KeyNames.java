package dev.fuel.tui.action;

import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.util.Arrays;

/// The written form of keys: `j`, `^d`, `Enter`, `S-Tab`, `Alt-Enter`, `Space`.
public final class KeyNames {
    private KeyNames() {}

    public static String name(Key key) {
        String name = switch (key.code()) {
            case CHARACTER -> key.text().equals(" ") ? "Space" : key.text();
            case FUNCTION -> "F" + key.text();
            case ENTER, ESCAPE, TAB, BACKSPACE, DELETE, INSERT, UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN ->
                key.code().word();
        };
        return (key.ctrl() ? "^" : "") + (key.alt() ? "Alt-" : "") + (key.shift() ? "S-" : "") + name;
    }

    /// @throws IllegalArgumentException if it names no key
    public static Key parse(String name) {
        if (name.startsWith("Alt-")) {
            return parse(name.substring(4)).withAlt();
        }
        if (name.startsWith("S-")) {
            Key key = parse(name.substring(2));
            return new Key(key.code(), key.text(), key.ctrl(), key.alt(), true);
        }
        if (name.length() == 2 && name.charAt(0) == '^') {
            return Key.ctrl(name.charAt(1));
        }
        if (name.equals("Space")) {
            return Key.typed(" ");
        }
        if (name.codePointCount(0, name.length()) == 1) {
            return Key.typed(name);
        }
        return Arrays.stream(KeyCode.values())
                .filter(code -> code.word().equals(name))
                .filter(code -> code != KeyCode.FUNCTION)
                .findFirst()
                .map(Key::of)
                .orElseThrow(() -> new IllegalArgumentException("no key is called '%s'".formatted(name)));
    }
}

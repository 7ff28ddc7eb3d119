package dev.fuel.tui.state;

import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.text.BreakIterator;
import java.util.Locale;

/// A text that a person edits, with the Emacs basics.
///
/// @param cursor how many characters stand before it, always between graphemes
public record TextField(String text, int cursor) {
    public static final TextField EMPTY = new TextField("", 0);

    static TextField of(String text) {
        return new TextField(text, text.length());
    }

    TextField insert(String more) {
        return new TextField(text.substring(0, cursor) + more + text.substring(cursor), cursor + more.length());
    }

    /// The field after the key; the same one if the key means nothing here.
    TextField type(Key key) {
        if (key.isText()) {
            return insert(key.text());
        }
        if (key.ctrl()) {
            return typeControl(key.text());
        }
        return switch (key.code()) {
            case BACKSPACE -> key.alt() ? cut(wordStart(), cursor) : cut(before(), cursor);
            case DELETE -> cut(cursor, after());
            case LEFT -> at(before());
            case RIGHT -> at(after());
            case HOME -> at(lineStart());
            case END -> at(lineEnd());
            case CHARACTER, ENTER, ESCAPE, TAB, INSERT, UP, DOWN, PAGE_UP, PAGE_DOWN, FUNCTION -> this;
        };
    }

    /// With a line break at the cursor; without Alt it takes the place of the backslash that asked for it.
    TextField newLine(boolean alt) {
        return (alt ? this : type(Key.of(KeyCode.BACKSPACE))).insert("\n");
    }

    private TextField typeControl(String letter) {
        return switch (letter) {
            case "a" -> at(lineStart());
            case "e" -> at(lineEnd());
            case "b" -> at(before());
            case "f" -> at(after());
            case "d" -> cut(cursor, after());
            case "w" -> cut(wordStart(), cursor);
            case "u" -> cut(lineStart(), cursor);
            case "k" -> cut(cursor, lineEnd());
            default -> this;
        };
    }

    private TextField at(int place) {
        return new TextField(text, place);
    }

    private TextField cut(int from, int to) {
        return new TextField(text.substring(0, from) + text.substring(to), from);
    }

    private int before() {
        return cursor == 0 ? 0 : graphemes().preceding(cursor);
    }

    private int after() {
        return cursor == text.length() ? cursor : graphemes().following(cursor);
    }

    private BreakIterator graphemes() {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }

    private int wordStart() {
        int place = cursor;
        while (place > 0 && Character.isWhitespace(text.charAt(place - 1))) {
            place--;
        }
        while (place > 0 && !Character.isWhitespace(text.charAt(place - 1))) {
            place--;
        }
        return place;
    }

    private int lineStart() {
        return text.lastIndexOf('\n', cursor - 1) + 1;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', cursor);
        return end < 0 ? text.length() : end;
    }
}

package dev.fuel.tui.input;

import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.input.InputEvent.Unknown;
import java.util.Arrays;

/// What single bytes and complete sequences mean (xterm's control sequences, patch 390; CSI-u of fixterms and kitty).
final class Sequences {
    private Sequences() {}

    /// A byte that is no part of a sequence.
    static InputEvent single(int value) {
        return switch (value) {
            case '\r', '\n' -> Key.of(KeyCode.ENTER);
            case '\t' -> Key.of(KeyCode.TAB);
            case 0x08, 0x7f -> Key.of(KeyCode.BACKSPACE);
            case 0x00 -> Key.ctrl(' ');
            default -> {
                if (value < 0x20) {
                    // 1–26 are the letters, 28–31 the signs from the backslash on.
                    yield Key.ctrl((char) (value <= 26 ? 'a' + value - 1 : value + 0x40));
                }
                yield value < 0x7f ? Key.typed(String.valueOf((char) value)) : new Unknown("byte " + value);
            }
        };
    }

    /// Escape, `O` and the letter.
    static InputEvent singleShift(char last) {
        KeyCode code = cursorKey(last);
        if (code != KeyCode.FUNCTION) {
            return Key.of(code);
        }
        return functionKey(last, "O" + last, 1);
    }

    /// Escape, `[`, parameters and the last byte.
    static InputEvent control(String parameters, char last) {
        if (parameters.startsWith("<") && (last == 'M' || last == 'm')) {
            return mouse(parameters, last);
        }
        int[] numbers = numbers(parameters);
        int modifiers = numbers.length > 1 ? numbers[1] : 1;
        return switch (last) {
            case 'I' -> new InputEvent.FocusGained();
            case 'O' -> new InputEvent.FocusLost();
            case 'Z' -> new Key(KeyCode.TAB, "", false, false, true);
            case '~' -> editingKey(parameters, numbers, modifiers);
            case 'u' -> unicodeKey(parameters, numbers, modifiers);
            case 'A', 'B', 'C', 'D', 'H', 'F' -> modified(cursorKey(last), "", modifiers);
            case 'P', 'Q', 'R', 'S' -> functionKey(last, parameters + last, modifiers);
            default -> new Unknown("[" + parameters + last);
        };
    }

    private static KeyCode cursorKey(char last) {
        return switch (last) {
            case 'A' -> KeyCode.UP;
            case 'B' -> KeyCode.DOWN;
            case 'C' -> KeyCode.RIGHT;
            case 'D' -> KeyCode.LEFT;
            case 'H' -> KeyCode.HOME;
            case 'F' -> KeyCode.END;
            case 'M' -> KeyCode.ENTER;
            default -> KeyCode.FUNCTION;
        };
    }

    private static InputEvent functionKey(char last, String sequence, int modifiers) {
        if (last < 'P' || last > 'S') {
            return new Unknown(sequence);
        }
        return modified(KeyCode.FUNCTION, String.valueOf(last - 'P' + 1), modifiers);
    }

    private static InputEvent editingKey(String parameters, int[] numbers, int modifiers) {
        int number = numbers.length == 0 ? 0 : numbers[0];
        return switch (number) {
            case 1, 7 -> modified(KeyCode.HOME, "", modifiers);
            case 2 -> modified(KeyCode.INSERT, "", modifiers);
            case 3 -> modified(KeyCode.DELETE, "", modifiers);
            case 4, 8 -> modified(KeyCode.END, "", modifiers);
            case 5 -> modified(KeyCode.PAGE_UP, "", modifiers);
            case 6 -> modified(KeyCode.PAGE_DOWN, "", modifiers);
            case 11, 12, 13, 14, 15 -> modified(KeyCode.FUNCTION, String.valueOf(number - 10), modifiers);
            case 17, 18, 19, 20, 21 -> modified(KeyCode.FUNCTION, String.valueOf(number - 11), modifiers);
            case 23, 24 -> modified(KeyCode.FUNCTION, String.valueOf(number - 12), modifiers);
            default -> new Unknown("[" + parameters + "~");
        };
    }

    private static InputEvent unicodeKey(String parameters, int[] numbers, int modifiers) {
        int codePoint = numbers.length == 0 ? -1 : numbers[0];
        if (!Character.isValidCodePoint(codePoint) || Character.getType(codePoint) == Character.PRIVATE_USE) {
            return new Unknown("[" + parameters + "u");
        }
        return switch (codePoint) {
            case 13 -> modified(KeyCode.ENTER, "", modifiers);
            case 27 -> modified(KeyCode.ESCAPE, "", modifiers);
            case 9 -> modified(KeyCode.TAB, "", modifiers);
            case 127, 8 -> modified(KeyCode.BACKSPACE, "", modifiers);
            default ->
                codePoint < 32
                        ? new Unknown("[" + parameters + "u")
                        : modified(KeyCode.CHARACTER, Character.toString(codePoint), modifiers);
        };
    }

    /// Modifiers are 1 + shift 1 + alt 2 + control 4.
    private static Key modified(KeyCode code, String text, int modifiers) {
        int bits = Math.max(0, modifiers - 1);
        return new Key(code, text, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0);
    }

    /// SGR mouse reports: button; column; row, from 1.
    private static InputEvent mouse(String parameters, char last) {
        int[] numbers = numbers(parameters.substring(1));
        if (numbers.length != 3 || numbers[1] < 1 || numbers[2] < 1) {
            return new Unknown("[" + parameters + last);
        }
        Mouse.Action action = mouseAction(numbers[0] & ~0b1_1100, last);
        return new Mouse(action, numbers[1] - 1, numbers[2] - 1);
    }

    private static Mouse.Action mouseAction(int button, char last) {
        if (button == 64) {
            return Mouse.Action.WHEEL_UP;
        }
        if (button == 65) {
            return Mouse.Action.WHEEL_DOWN;
        }
        if (last == 'm') {
            return Mouse.Action.RELEASE;
        }
        if ((button & 32) != 0) {
            return Mouse.Action.DRAG;
        }
        return switch (button) {
            case 1 -> Mouse.Action.MIDDLE_PRESS;
            case 2 -> Mouse.Action.RIGHT_PRESS;
            default -> Mouse.Action.PRESS;
        };
    }

    /// The numbers between semicolons; what follows a colon within one is a refinement nobody here needs.
    private static int[] numbers(String parameters) {
        if (!parameters.matches("[0-9;:]{1,64}")) {
            return new int[0];
        }
        return Arrays.stream(parameters.split(";", -1))
                .map(part -> part.replaceFirst(":.*", ""))
                .mapToInt(part -> part.isEmpty() || part.length() > 7 ? 0 : Integer.parseInt(part))
                .toArray();
    }
}

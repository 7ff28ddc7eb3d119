package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes text from outside (agents, commands, files) harmless: escape sequences dropped, progress lines reduced to
/// their last state, tabs expanded, other controls written as `^X`.
public final class ForeignText {
    /// Longer lines are cut; the file keeps them whole.
    public static final int LONGEST_LINE = 4_000;

    private static final int TAB = 4;

    /// Control sequences, strings (OSC, DCS, APC …) with their end, and two-character escapes, as ECMA-48 has them.
    private static final Pattern ESCAPES = Pattern.compile("""
            (?:\\x1b\\[|\\x9b)[0-?]*+[ -/]*+[@-~]?+\
            |(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c]*+(?:\\x07|\\x1b\\\\|\\x9c)?+\
            |\\x1b[ -/]*+[0-~]?+""");

    private ForeignText() {}

    /// The text as clean lines.
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line(line));
        }
        return lines;
    }

    /// One clean line.
    public static String line(String text) {
        if (isClean(text)) {
            return text;
        }
        String cut = text.length() > 4 * LONGEST_LINE ? text.substring(0, 4 * LONGEST_LINE) : text;
        String plain = lastState(ESCAPES.matcher(cut).replaceAll(""));
        StringBuilder clean = new StringBuilder(plain.length());
        for (int index = 0; index < plain.length() && clean.length() < LONGEST_LINE; index++) {
            append(clean, plain.charAt(index));
        }
        return clean.toString();
    }

    private static boolean isClean(String text) {
        return text.length() <= LONGEST_LINE && text.chars().noneMatch(Character::isISOControl);
    }

    /// What a line shows after carriage returns have gone over it.
    private static String lastState(String text) {
        String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return line.substring(line.lastIndexOf('\r') + 1);
    }

    private static void append(StringBuilder clean, char character) {
        if (character == '\t') {
            clean.repeat(' ', TAB - clean.length() % TAB);
        } else if (character == '\n') {
            clean.append(' ');
        } else if (character < 0x20) {
            clean.append('^').append((char) (character + 0x40));
        } else if (character == 0x7f) {
            clean.append("^?");
        } else if (Character.isISOControl(character)) {
            clean.append("^").append((char) (character - 0x40));
        } else {
            clean.append(character);
        }
    }
}

package dev.fuel.tui.difference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// File names as git writes them into a patch: with a prefix, and quoted as in C where they have unusual characters.
final class GitPath {
    private static final int PREFIX = 2;

    private GitPath() {}

    /// The name without quotes, and without the tab that git sets behind names with spaces.
    static String plain(String written) {
        if (written.length() < 2 || !written.startsWith("\"") || !written.endsWith("\"")) {
            return written.endsWith("\t") ? written.substring(0, written.length() - 1) : written;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String quoted = written.substring(1, written.length() - 1);
        for (int index = 0; index < quoted.length(); ) {
            index += unquote(quoted, index, bytes);
        }
        return bytes.toString(UTF_8);
    }

    static String withoutPrefix(String plain) {
        return plain.startsWith("a/") || plain.startsWith("b/") ? plain.substring(PREFIX) : plain;
    }

    /// The name in `a/NAME b/NAME`; where the two differ, further lines of the patch tell it.
    static String ofHeader(String names) {
        int half = names.length() / 2;
        boolean same = names.length() % 2 == 1 && names.charAt(half) == ' ';
        return same ? withoutPrefix(plain(names.substring(0, half))) : names;
    }

    /// @return how many characters stand for what was written
    private static int unquote(String quoted, int index, ByteArrayOutputStream bytes) {
        char sign = quoted.charAt(index);
        if (sign != '\\' || index + 1 == quoted.length()) {
            int end = quoted.offsetByCodePoints(index, 1);
            bytes.writeBytes(quoted.substring(index, end).getBytes(UTF_8));
            return end - index;
        }
        char escaped = quoted.charAt(index + 1);
        if (escaped >= '0' && escaped <= '3' && index + 3 < quoted.length()) {
            int value = 0;
            for (int digit = 1; digit <= 3; digit++) {
                value = value * 8 + (quoted.charAt(index + digit) & 7);
            }
            bytes.write(value);
            return 4;
        }
        bytes.write(
                switch (escaped) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'a' -> 7;
                    case 'v' -> 11;
                    default -> escaped;
                });
        return 2;
    }
}

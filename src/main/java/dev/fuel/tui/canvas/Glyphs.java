package dev.fuel.tui.canvas;

import java.util.Locale;
import java.util.Map;

/// Which set of signs our own drawing uses.
public enum Glyphs {
    UNICODE,
    ASCII;

    private static final String TYPOGRAPHIC = "–—−‘’“”·×→…";
    private static final String TYPED = "---''\"\".x>~";

    /// The set for a terminal whose locale says how it reads bytes. The JVM's own default charset is UTF-8 even
    /// under
    /// `LC_ALL=C`, so the variables are asked.
    public static Glyphs of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String locale = value.toUpperCase(Locale.ROOT);
                return locale.contains("UTF-8") || locale.contains("UTF8") ? UNICODE : ASCII;
            }
        }
        return ASCII;
    }

    /// The text with the typographic signs of our own words as ASCII has them, where the set is ASCII: many of them
    /// take
    /// two cells in the terminals that it is for. Each stays one sign, and foreign letters stay.
    String plain(String text) {
        if (this == UNICODE || text.chars().allMatch(sign -> sign < 0x80)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        for (int index = 0; index < plain.length(); index++) {
            int known = TYPOGRAPHIC.indexOf(plain.charAt(index));
            if (known >= 0) {
                plain.setCharAt(index, TYPED.charAt(known));
            }
        }
        return plain.toString();
    }
}

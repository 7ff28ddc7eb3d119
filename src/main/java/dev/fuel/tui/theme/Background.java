package dev.fuel.tui.theme;

import java.util.Map;

/// What the terminal's own background is like; Fuel never paints it.
public enum Background {
    DARK,
    LIGHT;

    /// By its brightness (ITU-R BT.601), each part from 0 to 1.
    public static Background ofColour(double red, double green, double blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? LIGHT : DARK;
    }

    /// From `COLORFGBG` (`15;0`), whose last number is the background's; dark where nothing is said.
    public static Background of(Map<String, String> environment) {
        String value = environment.getOrDefault("COLORFGBG", "");
        String last = value.substring(value.lastIndexOf(';') + 1);
        return last.equals("7") || (last.length() == 1 && last.charAt(0) >= '9') || last.equals("15") ? LIGHT : DARK;
    }
}

package dev.fuel.tui.state;

/// One setting in force.
///
/// @param path   dotted, as in the configuration's file
/// @param value  secrets are hidden
/// @param origin the line of the file, or that it is a default
public record SettingLine(String path, String value, String origin) {
    private static final String LINE = "line ";

    /// The line of the file; 0 for a default.
    int line() {
        return origin.startsWith(LINE) ? Integer.parseInt(origin.substring(LINE.length())) : 0;
    }
}

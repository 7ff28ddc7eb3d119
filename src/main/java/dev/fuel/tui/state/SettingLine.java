package dev.fuel.tui.state;

/// One setting in force.
///
/// @param path   dotted, as in the configuration's file
/// @param value  secrets are hidden
/// @param origin the line of the file, or that it is a default
public record SettingLine(String path, String value, String origin) {}

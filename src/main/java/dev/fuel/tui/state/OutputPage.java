package dev.fuel.tui.state;

/// Lines of an output that were read again from the run's files.
///
/// @param start the number of the first line of all; {@link OutputText#UNKNOWN} if it is not known
public record OutputPage(OutputLog lines, long start) {}

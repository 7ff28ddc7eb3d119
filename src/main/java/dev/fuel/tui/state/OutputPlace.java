package dev.fuel.tui.state;

/// Where in an output a person is.
///
/// @param follow the end stays in view
/// @param top    the line at the upper edge while not following; it may not be in memory yet
/// @param row    the row of that line, where it is wrapped
/// @param seen   the end of the output when following stopped; what came later is new
/// @param asked  the place around which lines were asked for last; {@link #NOWHERE} for none
record OutputPlace(boolean follow, long top, int row, long seen, long asked) {
    static final long NOWHERE = Long.MAX_VALUE;
    static final OutputPlace END = new OutputPlace(true, 0, 0, 0, NOWHERE);

    OutputPlace at(long line, int rowOfLine) {
        return new OutputPlace(follow, line, rowOfLine, seen, asked);
    }

    /// Stops following.
    OutputPlace paused(long line, int rowOfLine, long end) {
        return new OutputPlace(false, line, rowOfLine, follow ? end : seen, asked);
    }

    OutputPlace asking(long around) {
        return new OutputPlace(follow, top, row, seen, around);
    }
}

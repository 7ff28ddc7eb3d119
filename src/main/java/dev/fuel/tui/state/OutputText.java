package dev.fuel.tui.state;

/// The lines of an output that are in memory: the last ones, and a stretch further up where a person reads.
///
/// The first line that was read when the output was opened has the number 0. Those before it in the run's files have
/// numbers below.
///
/// @param stretch lines that were read again from the files, or were kept because somebody reads them
/// @param start   the number of the first line of all; {@link #UNKNOWN} until somebody has gone up that far
public record OutputText(OutputLog tail, OutputLog stretch, long start) {
    public static final long UNKNOWN = Long.MIN_VALUE;
    public static final OutputText EMPTY = new OutputText(OutputLog.EMPTY, OutputLog.EMPTY, UNKNOWN);

    /// So many lines before and after the one that is read are in memory.
    static final int REACH = 2_000;

    public boolean isEmpty() {
        return tail.lines().isEmpty();
    }

    /// One more than the number of the last line.
    public long end() {
        return tail.end();
    }

    boolean has(long number) {
        return tail.has(number) || stretch.has(number);
    }

    OutputLine line(long number) {
        return tail.has(number) ? tail.line(number) : stretch.line(number);
    }

    /// The first line that is in memory together with all between it and this one.
    long first(long number) {
        if (tail.has(number)) {
            return isJoined() ? Math.min(stretch.first(), tail.first()) : tail.first();
        }
        return stretch.has(number) ? stretch.first() : number;
    }

    /// One more than the last line that is in memory together with all between it and this one.
    long end(long number) {
        if (tail.has(number) || (stretch.has(number) && isJoined())) {
            return tail.end();
        }
        return stretch.has(number) ? stretch.end() : number;
    }

    private boolean isJoined() {
        return !stretch.lines().isEmpty() && stretch.end() >= tail.first();
    }

    /// Whether nothing stands above the line in the run's files.
    boolean isStart(long number) {
        return start != UNKNOWN && number <= start;
    }

    OutputText append(OutputBatch batch) {
        return new OutputText(tail.append(batch.skipped(), batch.lines()), stretch, batch.whole() ? 0 : start);
    }

    /// The same, where the lines around one that is read are not forgotten.
    OutputText append(OutputBatch batch, long reading) {
        OutputText longer = append(batch);
        if (!has(reading)) {
            return longer;
        }
        long from = Math.max(first(reading), reading - REACH);
        long to = Math.min(end(reading), reading + REACH);
        boolean forgets = from < longer.tail.first();
        boolean kept = stretch.first() <= from && stretch.end() >= Math.min(to, longer.tail.first());
        return forgets && !kept ? new OutputText(longer.tail, lines(from, to), longer.start) : longer;
    }

    OutputText with(OutputPage page) {
        return new OutputText(tail, page.lines(), page.start() == UNKNOWN ? start : page.start());
    }

    private OutputLog lines(long from, long to) {
        OutputLog above = stretch.slice(from, Math.min(to, tail.first()));
        return above.lines().isEmpty()
                ? tail.slice(from, to)
                : above.append(0, tail.slice(above.end(), to).lines());
    }
}

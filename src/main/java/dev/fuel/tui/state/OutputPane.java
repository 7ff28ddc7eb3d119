package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The live output of one run and where a person is reading it.
///
/// At the end it follows. Any movement up stops that, and from then on the same lines stay in view whatever comes.
///
/// @param top    the line at the upper edge while not following
/// @param topRow the row of that line, where it is wrapped
/// @param seen   the end of the output when following stopped; what came later is new
public record OutputPane(
        @Nullable RunId run, OutputLog log, boolean follow, long top, int topRow, long seen, OutputMarks marks) {
    public static final OutputPane NONE = new OutputPane(null, OutputLog.EMPTY, true, 0, 0, 0, OutputMarks.NONE);

    /// What stands in front of a call: its state, and whether its results are open.
    private static final int CALL_MARKS = 4;

    /// Of a match or a call that was jumped to, this much is seen above it.
    private static final int ABOVE = 2;

    /// A row on the screen: a piece of a line.
    ///
    /// @param start    the line's first piece
    /// @param kind     of the line; of a call what has come of it
    /// @param open     a call whose results are in view
    /// @param selected the call that keys act on
    public record Row(
            OutputLine line, OutputLine.Kind kind, String text, boolean start, boolean open, boolean selected) {}

    static OutputPane of(RunId run) {
        return new OutputPane(run, OutputLog.EMPTY, true, 0, 0, 0, OutputMarks.NONE);
    }

    /// How many lines came since following stopped.
    public long unseen() {
        return follow ? 0 : log.end() - seen;
    }

    OutputPane append(List<OutputLine> lines) {
        OutputLog longer = log.append(lines);
        boolean lost = top < longer.first();
        return new OutputPane(run, longer, follow, lost ? longer.first() : top, lost ? 0 : topRow, seen, marks);
    }

    OutputPane following() {
        return new OutputPane(run, log, true, 0, 0, 0, marks.at(-1));
    }

    /// The rows in view.
    public List<Row> rows(int width, int height) {
        List<Row> rows = new ArrayList<>();
        if (follow) {
            for (long number = log.end() - 1; number >= log.first() && rows.size() < height; number--) {
                List<Row> ofLine = rowsOf(number, width);
                Collections.reverse(ofLine);
                rows.addAll(ofLine);
            }
            List<Row> last = new ArrayList<>(rows.subList(0, Math.min(height, rows.size())));
            Collections.reverse(last);
            return last;
        }
        for (long number = top; number < log.end() && rows.size() < height + topRow; number++) {
            rows.addAll(rowsOf(number, width));
        }
        int from = Math.min(topRow, rows.size());
        return rows.subList(from, Math.min(from + height, rows.size()));
    }

    /// Moves by rows; beyond the end it follows again.
    OutputPane scroll(int distance, int width, int height) {
        if (log.lines().isEmpty() || (follow && distance >= 0)) {
            return this;
        }
        OutputPane paused = follow ? pausedAtEnd(width, height) : this;
        OutputPane moved = distance < 0 ? paused.up(-distance, width) : paused.down(distance, width);
        return distance > 0 && moved.reachesEnd(width, height) ? moved.following() : moved;
    }

    OutputPane first() {
        return new OutputPane(run, log, false, log.first(), 0, follow ? log.end() : seen, marks);
    }

    OutputPane pausedAtEnd(int width, int height) {
        OutputPane atEnd = new OutputPane(run, log, false, Math.max(log.first(), log.end() - 1), 0, log.end(), marks);
        int lastRows = log.lines().isEmpty() ? 0 : rowsOf(log.end() - 1, width).size();
        return atEnd.at(atEnd.top, Math.max(0, lastRows - 1)).up(height - 1, width);
    }

    private OutputPane up(int rows, int width) {
        long line = top;
        int row = topRow - rows;
        while (row < 0 && line > log.first()) {
            line--;
            row += rowsOf(line, width).size();
        }
        return at(line, Math.max(0, row));
    }

    private OutputPane down(int rows, int width) {
        long line = top;
        int row = topRow + rows;
        while (line < log.end() - 1 && row >= rowsOf(line, width).size()) {
            row -= rowsOf(line, width).size();
            line++;
        }
        return at(line, Math.clamp(row, 0, Math.max(0, rowsOf(line, width).size() - 1)));
    }

    private boolean reachesEnd(int width, int height) {
        int rows = -topRow;
        for (long number = top; number < log.end(); number++) {
            rows += rowsOf(number, width).size();
            if (rows > height) {
                return false;
            }
        }
        return true;
    }

    private OutputPane at(long line, int row) {
        return new OutputPane(run, log, follow, line, row, seen, marks);
    }

    /// The next call after or before the selected one; without one, from where one reads.
    ///
    /// @return its number; -1 if there is none
    long callFrom(int direction) {
        long from = marks.call() >= log.first() ? marks.call() : follow ? log.end() : top - direction;
        for (long number = from + direction; number >= log.first() && number < log.end(); number += direction) {
            if (log.line(number).kind().isCall()) {
                return number;
            }
        }
        return -1;
    }

    long lastCall() {
        long call = log.end() - 1;
        while (call >= log.first() && !log.line(call).kind().isCall()) {
            call--;
        }
        return call >= log.first() ? call : -1;
    }

    /// Stops following, with the call selected and in view.
    OutputPane selecting(long call, int height) {
        return showing(call, height, marks.at(call));
    }

    OutputPane turn(long call) {
        return new OutputPane(run, log, follow, top, topRow, seen, marks.turn(call));
    }

    OutputPane search(String words) {
        return with(marks.with(OutputSearch.in(log, words)));
    }

    /// Stops following, with the match in view, and open if it was folded away.
    OutputPane found(OutputSearch search, int height) {
        long number = search.lines().get(search.current());
        if (number < log.first()) {
            return with(marks.with(search));
        }
        OutputMarks open = isHidden(number) ? marks.turn(callOf(number)) : marks;
        return showing(number, height, open.with(search));
    }

    OutputPane with(OutputMarks changed) {
        return new OutputPane(run, log, follow, top, topRow, seen, changed);
    }

    private OutputPane showing(long number, int height, OutputMarks changed) {
        boolean inView = !follow && number >= top && number < top + Math.max(1, height / 2);
        long upper = inView ? top : Math.max(log.first(), number - ABOVE);
        return new OutputPane(run, log, false, upper, inView ? topRow : 0, follow ? log.end() : seen, changed);
    }

    private long callOf(long number) {
        long call = number;
        while (call > log.first() && log.line(call).kind().isResult()) {
            call--;
        }
        return call;
    }

    /// Results of calls that went well are folded away of themselves, those of failed ones are not.
    private boolean isHidden(long number) {
        OutputLine.Kind kind = log.line(number).kind();
        if (!kind.isResult()) {
            return false;
        }
        long call = callOf(number);
        boolean turned = marks.turned().contains(call);
        return log.line(call).kind().isCall() && (kind == OutputLine.Kind.FAILED_RESULT) == turned;
    }

    private List<Row> rowsOf(long number, int width) {
        OutputLine line = log.line(number);
        List<Row> rows = new ArrayList<>();
        if (isHidden(number)) {
            return rows;
        }
        boolean call = line.kind().isCall();
        boolean answered =
                call && number + 1 < log.end() && log.line(number + 1).kind().isResult();
        boolean open = answered && !isHidden(number + 1);
        OutputLine.Kind kind =
                answered ? line.kind().answered(log.line(number + 1).kind()) : line.kind();
        for (String text : Wrap.rows(line.text(), call ? width - CALL_MARKS : width)) {
            rows.add(new Row(line, kind, text, rows.isEmpty(), open, number == marks.call()));
        }
        return rows;
    }
}

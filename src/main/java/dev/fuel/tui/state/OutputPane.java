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
public record OutputPane(@Nullable RunId run, OutputLog log, boolean follow, long top, int topRow, long seen) {
    public static final OutputPane NONE = new OutputPane(null, OutputLog.EMPTY, true, 0, 0, 0);

    /// A row on the screen: a piece of a line.
    public record Row(OutputLine line, String text, boolean start) {}

    static OutputPane of(RunId run) {
        return new OutputPane(run, OutputLog.EMPTY, true, 0, 0, 0);
    }

    /// How many lines came since following stopped.
    public long unseen() {
        return follow ? 0 : log.end() - seen;
    }

    OutputPane append(List<OutputLine> lines) {
        OutputLog longer = log.append(lines);
        boolean lost = top < longer.first();
        return new OutputPane(run, longer, follow, lost ? longer.first() : top, lost ? 0 : topRow, seen);
    }

    OutputPane following() {
        return new OutputPane(run, log, true, 0, 0, 0);
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
        return new OutputPane(run, log, false, log.first(), 0, follow ? log.end() : seen);
    }

    OutputPane pausedAtEnd(int width, int height) {
        OutputPane atEnd = new OutputPane(run, log, false, Math.max(log.first(), log.end() - 1), 0, log.end());
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
        return at(line, Math.min(row, rowsOf(line, width).size() - 1));
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
        return new OutputPane(run, log, follow, line, row, seen);
    }

    private List<Row> rowsOf(long number, int width) {
        OutputLine line = log.line(number);
        List<Row> rows = new ArrayList<>();
        for (String text : Wrap.rows(line.text(), width)) {
            rows.add(new Row(line, text, rows.isEmpty()));
        }
        return rows;
    }
}

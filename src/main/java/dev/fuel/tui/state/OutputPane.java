package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The live output of one run and where a person is reading it.
///
/// At the end it follows. Any movement up stops that, and from then on the same lines stay in view whatever comes.
///
/// @param source null while there is nothing to show
/// @param lag    how far reading is behind the run
public record OutputPane(
        @Nullable OutputSource source, OutputText text, OutputPlace place, OutputMarks marks, Duration lag) {
    public static final OutputPane NONE =
            new OutputPane(null, OutputText.EMPTY, OutputPlace.END, OutputMarks.NONE, Duration.ZERO);

    /// Lines are read from the file before one comes as near as this to where those in memory end.
    private static final int MARGIN = 500;

    /// Of a match or a call that was jumped to, this much is seen above it.
    private static final int ABOVE = 2;

    static OutputPane of(OutputSource source) {
        return NONE.from(source);
    }

    /// A second pane on the same output, at its end.
    OutputPane from(OutputSource other) {
        return new OutputPane(other, text, OutputPlace.END, OutputMarks.NONE, lag);
    }

    public @Nullable RunId run() {
        return source == null ? null : source.run();
    }

    public boolean follow() {
        return place.follow();
    }

    /// How many lines came since following stopped.
    public long unseen() {
        return follow() ? 0 : text.end() - place.seen();
    }

    /// The number of the line at the upper edge, counted from 1 at the beginning of the output; 0 while that is not
    /// known.
    public long topNumber() {
        return text.start() == OutputText.UNKNOWN || follow() ? 0 : place.top() - text.start() + 1;
    }

    OutputPane append(OutputBatch batch) {
        OutputText longer = follow() ? text.append(batch) : text.append(batch, place.top());
        OutputMarks found = marks.with(marks.search().grown(longer, text.end()));
        return new OutputPane(source, longer, place, found, batch.lag());
    }

    OutputPane following() {
        return at(OutputPlace.END).with(marks.at(OutputMarks.NO_CALL));
    }

    /// The rows in view; fewer where lines have still to be read from the file.
    public List<OutputRows.Row> rows(int width, int height) {
        OutputRows rows = rows(width);
        List<OutputRows.Row> seen = new ArrayList<>();
        if (follow()) {
            for (long number = text.end() - 1; text.has(number) && seen.size() < height; number--) {
                seen.addAll(rows.of(number).reversed());
            }
            List<OutputRows.Row> last = new ArrayList<>(seen.subList(0, Math.min(height, seen.size())));
            Collections.reverse(last);
            return last;
        }
        for (long number = place.top(); text.has(number) && seen.size() < height + place.row(); number++) {
            seen.addAll(rows.of(number));
        }
        int from = Math.min(place.row(), seen.size());
        return seen.subList(from, Math.min(from + height, seen.size()));
    }

    private OutputRows rows(int width) {
        return new OutputRows(text, marks, width);
    }

    /// Moves by rows; beyond the end it follows again.
    OutputPane scroll(int distance, int width, int height) {
        if (text.isEmpty() || (follow() && distance >= 0)) {
            return this;
        }
        OutputPane paused = follow() ? pausedAtEnd(width, height) : this;
        OutputPane moved = distance < 0 ? paused.up(-distance, width) : paused.down(distance, width);
        return distance > 0 && moved.reachesEnd(width, height) ? moved.following() : moved;
    }

    /// The first line of all, which may have to be read from the file.
    OutputPane first() {
        return at(place.paused(text.start(), 0, text.end()));
    }

    OutputPane pausedAtEnd(int width, int height) {
        long last = Math.max(text.first(text.end() - 1), text.end() - 1);
        int rowsOfLast = text.isEmpty() ? 0 : rows(width).of(last).size();
        return at(place.paused(last, Math.max(0, rowsOfLast - 1), text.end())).up(height - 1, width);
    }

    private OutputPane up(int rows, int width) {
        OutputRows wrapped = rows(width);
        long line = place.top();
        long first = text.first(line);
        int row = place.row() - rows;
        while (row < 0 && line > first) {
            line--;
            row += wrapped.of(line).size();
        }
        return at(place.at(line, Math.max(0, row)));
    }

    private OutputPane down(int rows, int width) {
        OutputRows wrapped = rows(width);
        long line = place.top();
        long end = text.end(line);
        if (!text.has(line)) {
            return this;
        }
        int row = place.row() + rows;
        while (line < end - 1 && row >= wrapped.of(line).size()) {
            row -= wrapped.of(line).size();
            line++;
        }
        int rowsOfLine = wrapped.of(line).size();
        return at(place.at(line, Math.clamp(row, 0, Math.max(0, rowsOfLine - 1))));
    }

    private boolean reachesEnd(int width, int height) {
        OutputRows wrapped = rows(width);
        int rows = -place.row();
        for (long number = place.top(); number < text.end(); number++) {
            if (!text.has(number)) {
                return false;
            }
            rows += wrapped.of(number).size();
            if (rows > height) {
                return false;
            }
        }
        return true;
    }

    /// Where lines have to be read from the file, as one has come near the end of those in memory: the first of
    /// them.
    ///
    /// The same lines are not asked for twice: if reading them fails, that is told, and not tried for ever.
    OptionalLong missing() {
        long top = place.top();
        if (source == null || follow() || text.isEmpty() || top == place.asked()) {
            return OptionalLong.empty();
        }
        boolean wanted = !text.has(top) || (isNearEnd(top) && Math.abs(top - place.asked()) >= MARGIN / 2);
        return wanted ? OptionalLong.of(reach(top)) : OptionalLong.empty();
    }

    private static long reach(long top) {
        return Math.max(top, OutputText.UNKNOWN + OutputText.REACH) - OutputText.REACH;
    }

    private boolean isNearEnd(long number) {
        long first = text.first(number);
        long end = text.end(number);
        return (number - first < MARGIN && !text.isStart(first)) || (end - number < MARGIN && end < text.end());
    }

    OutputPane asking() {
        return at(place.asking(place.top()));
    }

    /// Lines came from the file: those around the upper edge, if one has not gone elsewhere meanwhile.
    ///
    /// @param from which were asked for
    OutputPane with(OutputPage page, long from) {
        if (reach(place.asked()) != from) {
            return this;
        }
        OutputText known = text.with(page);
        OutputPane read = new OutputPane(source, known, place, marks, lag);
        if (follow() || known.has(place.top())) {
            return read.revealed();
        }
        OutputLog lines = page.lines();
        boolean beyond = lines.lines().isEmpty() || place.top() >= lines.end();
        return read.at(place.at(beyond ? known.tail().first() : lines.first(), 0))
                .revealed();
    }

    /// The next call after or before the selected one, among the lines in memory; without one, from where one reads.
    ///
    /// @return its number; {@link OutputMarks#NO_CALL} if there is none
    long callFrom(int direction) {
        long selected = marks.call();
        long from = text.has(selected) ? selected : follow() ? text.end() : place.top() - direction;
        return nextCall(from + direction, direction);
    }

    long lastCall() {
        return nextCall(text.end() - 1, -1);
    }

    private long nextCall(long from, int direction) {
        long number = from;
        while (text.has(number) && !text.line(number).kind().isCall()) {
            number += direction;
        }
        return text.has(number) ? number : OutputMarks.NO_CALL;
    }

    /// Stops following, with the call selected and in view.
    OutputPane selecting(long call, int height) {
        return showing(call, height).with(marks.at(call));
    }

    OutputPane turn(long call) {
        return with(marks.turn(call));
    }

    /// Looks in what is in memory.
    OutputPane search(String words) {
        return with(marks.with(OutputSearch.in(text, words)));
    }

    /// Stops following, with the current match in view, and open if it was folded away.
    OutputPane found(OutputSearch search, int height) {
        return showing(search.line(), height).with(marks.with(search)).revealed();
    }

    OutputPane with(OutputMarks changed) {
        return new OutputPane(source, text, place, changed, lag);
    }

    private OutputPane at(OutputPlace changed) {
        return new OutputPane(source, text, changed, marks, lag);
    }

    private OutputPane showing(long number, int height) {
        boolean inView = !follow() && number >= place.top() && number < place.top() + Math.max(1, height / 2);
        long upper = Math.max(text.has(number) ? text.first(number) : text.start(), number - ABOVE);
        return at(place.paused(inView ? place.top() : upper, inView ? place.row() : 0, text.end()));
    }

    /// The match that one went to is not folded away.
    private OutputPane revealed() {
        long match = marks.search().line();
        OutputRows rows = rows(1);
        boolean sought = !follow() && Math.abs(match - place.top()) <= MARGIN;
        return sought && text.has(match) && rows.isHidden(match) ? turn(rows.callOf(match)) : this;
    }
}

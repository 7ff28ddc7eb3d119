package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;

/// The lines of an output as rows of a width: wrapped, and some folded away.
public final class OutputRows {
    /// What stands in front of a call: its state, and whether its results are open.
    private static final int CALL_MARKS = 4;

    private final OutputText text;
    private final OutputMarks marks;
    private final int width;

    OutputRows(OutputText text, OutputMarks marks, int width) {
        this.text = text;
        this.marks = marks;
        this.width = width;
    }

    /// A row on the screen: a piece of a line.
    ///
    /// @param number   of the line
    /// @param start    the line's first piece
    /// @param kind     of the line; of a call what has come of it
    /// @param open     a call whose results are in view
    /// @param folded   a call whose results are folded away
    /// @param selected the call that keys act on
    public record Row(
            long number,
            OutputLine line,
            OutputLine.Kind kind,
            String text,
            boolean start,
            boolean open,
            boolean folded,
            boolean selected) {}

    /// The rows of a line that is in memory.
    List<Row> of(long number) {
        OutputLine line = text.line(number);
        List<Row> rows = new ArrayList<>();
        if (isHidden(number)) {
            return rows;
        }
        boolean call = line.kind().isCall();
        boolean answered =
                call && text.has(number + 1) && text.line(number + 1).kind().isResult();
        boolean open = answered && !isHidden(number + 1);
        OutputLine.Kind kind =
                answered ? line.kind().answered(text.line(number + 1).kind()) : line.kind();
        for (String piece : Wrap.rows(line.text(), call ? width - CALL_MARKS : width)) {
            rows.add(new Row(
                    number, line, kind, piece, rows.isEmpty(), open, answered && !open, number == marks.call()));
        }
        return rows;
    }

    /// Results of calls that went well are folded away of themselves, those of failed ones are not.
    boolean isHidden(long number) {
        OutputLine.Kind kind = text.line(number).kind();
        if (!kind.isResult()) {
            return false;
        }
        long call = callOf(number);
        boolean turned = marks.turned().contains(call);
        return text.line(call).kind().isCall() && (kind == OutputLine.Kind.FAILED_RESULT) == turned;
    }

    /// The call that the result belongs to.
    long callOf(long number) {
        long call = number;
        while (text.has(call - 1) && text.line(call).kind().isResult()) {
            call--;
        }
        return call;
    }
}

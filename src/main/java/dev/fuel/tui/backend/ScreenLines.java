package dev.fuel.tui.backend;

import dev.fuel.agents.ToolState;
import dev.fuel.agents.TranscriptLine;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.OutputLine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a transcript, in their order, into those of the screen.
final class ScreenLines implements Consumer<TranscriptLine> {
    private final Consumer<OutputLine> lines;
    private boolean failed;

    ScreenLines(Consumer<OutputLine> lines) {
        this.lines = lines;
    }

    /// Only the first line of a result says whether the call failed; the lines below it go with it.
    @Override
    public void accept(TranscriptLine line) {
        if (line.kind() == TranscriptLine.Kind.TOOL || line.state() != null) {
            failed = line.state() == ToolState.FAILED || line.state() == ToolState.DENIED;
        }
        OutputLine.Kind kind = switch (line.kind()) {
            case TEXT -> OutputLine.Kind.TEXT;
            case THINKING -> OutputLine.Kind.THOUGHT;
            case TOOL -> call(line.state());
            case OUTPUT -> failed ? OutputLine.Kind.FAILED_RESULT : OutputLine.Kind.RESULT;
            case NOTICE, NOISE, STDERR -> OutputLine.Kind.NOTE;
            case ERROR -> OutputLine.Kind.ERROR;
        };
        lines.accept(new OutputLine(kind, cut(kind.isCall() ? line.tool() + " " + line.text() : line.plain())));
    }

    private static OutputLine.Kind call(@Nullable ToolState state) {
        return switch (state) {
            case FAILED, DENIED -> OutputLine.Kind.TOOL_FAILED;
            case DONE -> OutputLine.Kind.TOOL_PASSED;
            case RUNNING -> OutputLine.Kind.TOOL;
            case null -> OutputLine.Kind.TOOL;
        };
    }

    private static String cut(String text) {
        if (text.length() <= ForeignText.LONGEST_LINE) {
            return text;
        }
        int end = ForeignText.LONGEST_LINE;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

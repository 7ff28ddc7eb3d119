package dev.fuel.agents;

import org.jspecify.annotations.Nullable;

/// One line of a transcript as it is shown; wrapping, folding marks and glyphs are the viewer's.
///
/// @param state of a tool call, or of its result where that is told on a line of its own; else null
/// @param tool  the name of the tool that is called; else empty
/// @param text  clean, without line ends; of a tool call its argument
public record TranscriptLine(Kind kind, @Nullable ToolState state, String tool, String text) {

    /// What a line is.
    public enum Kind {
        /// What the agent says.
        TEXT,
        /// What it thinks.
        THINKING,
        /// A tool call.
        TOOL,
        /// What a tool gave back.
        OUTPUT,
        /// What the program tells of itself.
        NOTICE,
        /// Why it could not go on.
        ERROR,
        /// A line of its output that is nothing known.
        NOISE,
        /// A line of its standard error, which many programs also use when all is well.
        STDERR
    }

    static TranscriptLine of(Kind kind, String text) {
        return new TranscriptLine(kind, null, "", text);
    }

    /// For output without colour or columns.
    public String plain() {
        return switch (kind) {
            case TOOL ->
                state == null
                        ? tool + " " + text
                        : "[%s] %s %s".formatted(state.word(), tool, text).strip();
            case OUTPUT -> "    " + text;
            case ERROR -> "! " + text;
            case NOTICE, THINKING -> "- " + text;
            case STDERR -> "stderr: " + text;
            case TEXT, NOISE -> text;
        };
    }
}

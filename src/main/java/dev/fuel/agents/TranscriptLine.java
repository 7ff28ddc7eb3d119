package dev.fuel.agents;

import org.jspecify.annotations.Nullable;

/// One line of a transcript as it is shown; wrapping, folding marks and glyphs are the viewer's.
///
/// @param state of a tool call; null for other kinds
/// @param tool  the name of the tool that is called; else empty
/// @param text  clean, without line ends; of a tool call its argument
public record TranscriptLine(Kind kind, @Nullable ToolState state, String tool, String text) {

    /// What a line is.
    public enum Kind {
        TEXT,
        THINKING,
        TOOL,
        OUTPUT,
        NOTICE,
        ERROR,
        NOISE
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
                        : "[%s] %s %s".formatted(word(state), tool, text).strip();
            case OUTPUT -> "    " + text;
            case ERROR -> "! " + text;
            case NOTICE, THINKING -> "- " + text;
            case TEXT, NOISE -> text;
        };
    }

    private static String word(ToolState state) {
        return switch (state) {
            case RUNNING -> "run";
            case DONE -> "ok";
            case FAILED -> "failed";
            case DENIED -> "denied";
        };
    }
}

package dev.fuel.config;

import dev.fuel.domain.Word;
import org.jspecify.annotations.Nullable;

/// The drivers that a configuration may name.
public enum KnownDriver implements Word {
    /// Any program: the prompt goes in, the exit code decides.
    COMMAND(null),
    /// Claude Code.
    CLAUDE("claude"),
    /// Codex CLI.
    CODEX("codex"),
    /// opencode.
    OPENCODE("opencode"),
    /// Gemini CLI.
    GEMINI("gemini"),
    /// Qwen Code.
    QWEN("qwen"),
    /// GitHub Copilot CLI.
    COPILOT("copilot"),
    /// Amp.
    AMP("amp"),
    /// Cursor's agent.
    CURSOR("cursor-agent");

    private final @Nullable String program;

    KnownDriver(@Nullable String program) {
        this.program = program;
    }

    /// Drivers are named after their programs.
    @Override
    public String word() {
        return program == null ? Word.super.word() : program;
    }

    /// The usual name of its program on PATH; null if it has none.
    public @Nullable String program() {
        return program;
    }
}

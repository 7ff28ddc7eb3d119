package dev.fuel.config;

import dev.fuel.domain.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The drivers that a configuration may name.
public enum KnownDriver implements Word {
    /// Any program: the prompt goes in, the exit code decides.
    COMMAND(null),
    /// Claude Code.
    CLAUDE("claude", "auth", "login"),
    /// Codex CLI.
    CODEX("codex", "login"),
    /// opencode.
    OPENCODE("opencode", "auth", "login"),
    /// Gemini CLI.
    GEMINI("gemini"),
    /// Qwen Code.
    QWEN("qwen"),
    /// GitHub Copilot CLI.
    COPILOT("copilot", "login"),
    /// Amp.
    AMP("amp", "login"),
    /// Cursor's agent.
    CURSOR("cursor-agent", "login");

    private final @Nullable String program;
    private final List<String> login;

    KnownDriver(@Nullable String program, String... login) {
        this.program = program;
        this.login = List.of(login);
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

    /// What its program is given to log a person in at a terminal (as of 2026-11); empty if it has no such command.
    public List<String> login() {
        return login;
    }
}

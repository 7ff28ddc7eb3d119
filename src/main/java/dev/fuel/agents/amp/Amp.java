package dev.fuel.agents.amp;

import dev.fuel.agents.DriverProfile;
import dev.fuel.agents.Login;
import dev.fuel.agents.claude.ClaudeEvents;
import dev.fuel.agents.claude.Dialect;
import java.nio.file.Path;

/// Amp without its screen: Claude Code's format, errors in words. What it may do without asking is a setting of its
/// own (`amp.dangerouslyAllowAll`, `amp.permissions`), for which it has no flag.
public final class Amp {
    private static final Dialect DIALECT = new Dialect(false, true, null);

    /// Without a key it starts a login, also without a screen, and waits for a code on standard input
    /// (`transcripts/amp/no-key`). Where it keeps one: https://ampcode.com/security, on Linux and macOS.
    private static final Login LOGIN = new Login("AMP_API_KEY", "amp login", Path.of("amp/secrets.json"));

    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("amp", "0.0")
            .headless("{session} --execute --stream-json {model} {args}")
            .resume("threads continue {id}")
            .attach("threads continue {id}")
            // It has agent modes, which choose model and tools together.
            .model("--mode {name}")
            .login(LOGIN)
            .variable("AMP_SKIP_UPDATE_CHECK", "1")
            .events(() -> new ClaudeEvents(DIALECT))
            .build();

    private Amp() {}
}

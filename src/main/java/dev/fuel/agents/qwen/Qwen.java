package dev.fuel.agents.qwen;

import dev.fuel.agents.DriverProfile;
import dev.fuel.agents.claude.ClaudeEvents;
import dev.fuel.agents.claude.Dialect;
import dev.fuel.config.Autonomy;

/// Qwen Code without its screen: Claude Code's format in a dialect of its own. Facts of version 0.24.4, November 2026.
public final class Qwen {
    private static final Dialect DIALECT = new Dialect(true, true, "[API Error: ");

    /// How it is started and understood. Its retries can go on for an hour without a word; the limits of every run
    /// end them, so its own bounds are not used.
    public static final DriverProfile PROFILE = DriverProfile.of("qwen", "0.24")
            .headless("--output-format stream-json {model} {session} {autonomy} {args}")
            .resume("--resume {id}")
            .preset("--session-id {id}")
            .attach("--resume {id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--yolo")
            // Without a screen, a tool that would ask is not offered at all.
            .autonomy(
                    Autonomy.EDIT,
                    "--approval-mode auto-edit --allowed-tools run_shell_command(git),run_shell_command(fuel)")
            .variable("QWEN_CODE_NO_RELAUNCH", "true")
            .variable("QWEN_CODE_SUPPRESS_YOLO_WARNING", "1")
            .events(() -> new ClaudeEvents(DIALECT))
            .usageOfSession()
            .unknownSession("No saved session found with ID")
            .build();

    private Qwen() {}
}

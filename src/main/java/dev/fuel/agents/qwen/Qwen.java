package dev.fuel.agents.qwen;

import dev.fuel.agents.DefaultSettings;
import dev.fuel.agents.DriverProfile;
import dev.fuel.agents.claude.ClaudeEvents;
import dev.fuel.agents.claude.Dialect;
import dev.fuel.config.Autonomy;
import java.nio.file.Path;
import java.util.List;

/// Qwen Code without its screen: Claude Code's format in a dialect of its own. Facts of version 0.24.4, November 2026.
public final class Qwen {
    private static final Dialect DIALECT = new Dialect(true, true, "[API Error: ");

    /// By itself it tries a request that is refused with 429 or 503 for about 40 minutes, in two loops around each
    /// other. Without the inner one it gives up after a minute, and says why, so that the agent can be parked.
    private static final DefaultSettings FEW_RETRIES = new DefaultSettings(
            "QWEN_CODE_SYSTEM_DEFAULTS_PATH",
            List.of(
                    Path.of("/etc/qwen-code/system-defaults.json"),
                    Path.of("/Library/Application Support/QwenCode/system-defaults.json")),
            "{\"model\": {\"generationConfig\": {\"maxRetries\": 0}}}\n");

    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("qwen", "0.24")
            .headless("--output-format stream-json {model} {session} {autonomy} {schema} {args}")
            .schema("--json-schema {text}")
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
            .defaultSettings(FEW_RETRIES)
            .events(() -> new ClaudeEvents(DIALECT))
            .usageOfSession()
            .unknownSession("No saved session found with ID")
            .build();

    private Qwen() {}
}

package dev.fuel.agents.claude;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;

/// Claude Code without its screen. Facts of version 2.1.330, November 2026.
public final class Claude {
    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("claude", "2.0")
            .headless("--print --output-format stream-json --verbose {model} {session} {autonomy} {schema} {args}")
            .schema("--json-schema {text}")
            .resume("--resume {id}")
            .preset("--session-id {id}")
            .attach("--resume {id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--dangerously-skip-permissions")
            // acceptEdits alone refuses `git commit`, so the commands that finish a task are allowed by
            // name.
            .autonomy(Autonomy.EDIT, "--permission-mode acceptEdits --allowedTools 'Bash(git *),Bash(fuel *)'")
            .variable("DISABLE_AUTOUPDATER", "1")
            // Set for what a Claude Code starts; one that finds it refuses to run.
            .variable("CLAUDECODE", "")
            // As root it refuses to skip permissions unless told that it is in a sandbox (exit 1, no JSON).
            .rootVariable("IS_SANDBOX", "1")
            .events(ClaudeEvents::new)
            .build();

    private Claude() {}
}

package dev.fuel.agents.gemini;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;
import dev.fuel.domain.run.FailureType;

/// Gemini CLI without its screen. Facts of version 0.61.0, November 2026.
public final class Gemini {
    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("gemini", "0.61")
            .headless("--output-format stream-json {model} {session} {autonomy} {args}")
            .resume("--resume {id}")
            .preset("--session-id {id}")
            .attach("--resume {id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--yolo")
            // Without a screen, a tool that would ask is not offered at all.
            .autonomy(
                    Autonomy.EDIT,
                    "--approval-mode auto_edit --allowed-tools run_shell_command(git),run_shell_command(fuel)")
            // In a folder that it has not been told to trust it does nothing (exit 55).
            .variable("GEMINI_CLI_TRUST_WORKSPACE", "true")
            // Otherwise it starts itself again with a larger heap, and the one that was started ignores
            // SIGTERM.
            .variable("GEMINI_CLI_NO_RELAUNCH", "true")
            .events(GeminiEvents::new)
            .exit(41, FailureType.AUTH)
            .exit(55, FailureType.PERMISSION)
            // The HTTP status of the error, modulo 256.
            .exit(401 % 256, FailureType.AUTH)
            .exit(403 % 256, FailureType.AUTH)
            .exit(429 % 256, FailureType.NETWORK)
            .exit(500 % 256, FailureType.NETWORK)
            .exit(502 % 256, FailureType.NETWORK)
            .exit(503 % 256, FailureType.NETWORK)
            .exit(504 % 256, FailureType.NETWORK)
            .unknownSession("Error resuming session:")
            .build();

    private Gemini() {}
}

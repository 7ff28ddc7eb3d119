package dev.fuel.agents.copilot;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;

/// GitHub Copilot CLI without its screen. Facts of version 1.0.102, November 2026.
public final class Copilot {
    /// How it is started and understood. The program that npm installs is a loader, which dies by a signal and
    /// leaves the agent running; a stop of the whole process group ends both.
    public static final DriverProfile PROFILE = DriverProfile.of("copilot", "1.0")
            .headless("--output-format json --no-ask-user --no-auto-update --no-color"
                    + " --usage-output-file {usage_file} {model} {session} {autonomy} {args}")
            .resume("--resume={id}")
            .preset("--session-id {id}")
            .namesSessionLate()
            .attach("--resume={id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--allow-all")
            .autonomy(Autonomy.EDIT, "--allow-tool=write --allow-tool=shell(git:*) --allow-tool=shell(fuel:*)")
            .events(CopilotEvents::new)
            .usageFile(CopilotUsage::read)
            .usageOfSession()
            .unknownSession("Error: No session, task, or name matched")
            .build();

    private Copilot() {}
}

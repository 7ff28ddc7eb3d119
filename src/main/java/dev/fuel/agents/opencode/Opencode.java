package dev.fuel.agents.opencode;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;

/// `opencode run`. Facts of version 1.18.33, November 2026.
public final class Opencode {
    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("opencode", "1.18.33")
            .headless("run --format json {session} {model} {autonomy} {args}")
            .resume("--session {id}")
            .attach("--session {id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--auto")
            // Without a person every question is answered with no.
            .autonomyVariable(
                    Autonomy.EDIT,
                    "OPENCODE_PERMISSION",
                    "{\"edit\":\"allow\",\"bash\":{\"*\":\"ask\",\"git *\":\"allow\",\"fuel *\":\"allow\"}}")
            .variable("OPENCODE_DISABLE_AUTOUPDATE", "1")
            .help("run --help")
            // An error from which it recovered still makes it exit with 1.
            .alsoEndsWellWith(1)
            .events(OpencodeEvents::new)
            .unknownSession("Session not found")
            .build();

    private Opencode() {}
}

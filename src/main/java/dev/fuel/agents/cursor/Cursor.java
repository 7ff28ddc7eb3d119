package dev.fuel.agents.cursor;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;

/// Cursor's agent without its screen. As others report it for version 2026.08.11; nothing of it was measured.
public final class Cursor {
    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("cursor-agent", "2026.08")
            .headless("--print --output-format stream-json --trust {model} {session} {autonomy} {args}")
            .resume("--resume {id}")
            .attach("--resume {id} {model}")
            // Otherwise files may be changed, and commands are refused unless its own rules allow them.
            .autonomy(Autonomy.FULL, "--force")
            .events(CursorEvents::new)
            .build();

    private Cursor() {}
}

package dev.fuel.tui.state;

import java.time.Instant;

/// Switches of this session.
///
/// @param leaveArmed until then a second `^c` leaves
/// @param pasted     what was pasted where no field had the focus; a new task may be made from it
public record Options(boolean mouse, boolean welcomeHidden, Instant leaveArmed, String pasted) {
    static Options of(boolean mouse) {
        return new Options(mouse, false, Instant.MIN, "");
    }

    Options withMouse(boolean on) {
        return new Options(on, welcomeHidden, leaveArmed, pasted);
    }

    Options withWelcomeHidden() {
        return new Options(mouse, true, leaveArmed, pasted);
    }

    Options armedUntil(Instant until) {
        return new Options(mouse, welcomeHidden, until, pasted);
    }

    Options withPasted(String text) {
        return new Options(mouse, welcomeHidden, leaveArmed, text);
    }
}

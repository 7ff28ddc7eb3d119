package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Switches of this session.
///
/// @param leaveArmed until then a second `^c` leaves
/// @param pasted     what was pasted where no field had the focus; a new task may be made from it
/// @param runsOf     whose runs the list of runs shows; null for all
/// @param manner     how the configuration wants the screen to behave
/// @param drag       what the left button is doing
/// @param zoom       the pane with the focus has all the room
public record Options(
        boolean mouse,
        boolean welcomeHidden,
        Instant leaveArmed,
        String pasted,
        @Nullable AgentName runsOf,
        Manner manner,
        Drag drag,
        boolean zoom) {
    static Options of(boolean mouse) {
        return new Options(mouse, false, Instant.MIN, "", null, Manner.USUAL, Drag.NONE, false);
    }

    Options withMouse(boolean on) {
        return new Options(on, welcomeHidden, leaveArmed, pasted, runsOf, manner, drag, zoom);
    }

    Options withWelcomeHidden() {
        return new Options(mouse, true, leaveArmed, pasted, runsOf, manner, drag, zoom);
    }

    Options armedUntil(Instant until) {
        return new Options(mouse, welcomeHidden, until, pasted, runsOf, manner, drag, zoom);
    }

    Options withPasted(String text) {
        return new Options(mouse, welcomeHidden, leaveArmed, text, runsOf, manner, drag, zoom);
    }

    Options withRunsOf(@Nullable AgentName agent) {
        return new Options(mouse, welcomeHidden, leaveArmed, pasted, agent, manner, drag, zoom);
    }

    Options with(Manner changed) {
        return new Options(mouse, welcomeHidden, leaveArmed, pasted, runsOf, changed, drag, zoom);
    }

    Options with(Drag changed) {
        return new Options(mouse, welcomeHidden, leaveArmed, pasted, runsOf, manner, changed, zoom);
    }

    Options withZoom(boolean on) {
        return new Options(mouse, welcomeHidden, leaveArmed, pasted, runsOf, manner, drag, on);
    }
}

package dev.fuel.tui.state;

/// Whether work is being started, and by whom.
///
/// @param paused     nothing new starts
/// @param holderName how a person finds the other process (`pid 4711 on desk`), also when it is gone; empty if
///                   this screen has seen no other
/// @param reason     what else a person should know (a broken configuration, a full budget), mostly empty
public record Dispatch(Holder holder, boolean paused, String holderName, String reason) {
    /// Who runs the consumer of this project.
    public enum Holder {
        /// This process.
        MINE,
        /// Another one; this screen observes it.
        OTHER,
        /// Nobody: nothing is started until someone takes over.
        NONE
    }

    public static Dispatch mine(boolean paused) {
        return new Dispatch(Holder.MINE, paused, "", "");
    }
}

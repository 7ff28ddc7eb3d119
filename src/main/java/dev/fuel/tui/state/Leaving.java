package dev.fuel.tui.state;

/// What becomes of running agents when the screen closes.
public enum Leaving {
    /// Nothing runs, or another process looks after it.
    AT_ONCE,
    /// A consumer without a screen goes on.
    BACKGROUND,
    /// The agents go on; nothing is decided until the next start adopts them.
    KEEP,
    /// The agents are stopped.
    STOP
}

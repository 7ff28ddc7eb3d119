package dev.fuel.tui.input;

/// What a person did at the terminal.
public sealed interface InputEvent
        permits Key,
                InputEvent.Mouse,
                InputEvent.Paste,
                InputEvent.FocusGained,
                InputEvent.FocusLost,
                InputEvent.Unknown {
    /// A mouse button or the wheel; column and row count from 0.
    record Mouse(Action action, int column, int row) implements InputEvent {
        /// What the mouse did.
        public enum Action {
            PRESS,
            MIDDLE_PRESS,
            RIGHT_PRESS,
            RELEASE,
            DRAG,
            WHEEL_UP,
            WHEEL_DOWN
        }
    }

    /// A text pasted as one; line breaks are `\n`.
    record Paste(String text) implements InputEvent {}

    /// The terminal's window got the focus.
    record FocusGained() implements InputEvent {}

    /// The terminal's window lost the focus.
    record FocusLost() implements InputEvent {}

    /// A sequence that nobody here knows; it is swallowed whole.
    record Unknown(String sequence) implements InputEvent {}
}

package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Role;

/// One line of a run's output, clean: no control characters, tabs expanded (see {@link ForeignText}).
public record OutputLine(Kind kind, String text) {
    /// What the line is.
    public enum Kind {
        /// What the agent says.
        TEXT(Role.TEXT),
        /// What it thinks.
        THOUGHT(Role.DIM),
        /// A tool call.
        TOOL(Role.RUNNING),
        /// What a tool answered.
        RESULT(Role.DIM),
        /// A failed call, an error of the CLI.
        ERROR(Role.BAD),
        /// A word of ours or of the CLI about the run itself.
        NOTE(Role.FOCUS);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        public Role role() {
            return role;
        }
    }
}

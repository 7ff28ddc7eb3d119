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
        /// A tool call that went well.
        TOOL_PASSED(Role.OK),
        /// A tool call that failed.
        TOOL_FAILED(Role.BAD),
        /// What a tool answered.
        RESULT(Role.DIM),
        /// What a tool answered that failed.
        FAILED_RESULT(Role.BAD),
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

        public boolean isCall() {
            return this == TOOL || this == TOOL_PASSED || this == TOOL_FAILED;
        }

        /// What a call has come to, by the first line of its result.
        Kind answered(Kind result) {
            return result == FAILED_RESULT ? TOOL_FAILED : TOOL_PASSED;
        }

        /// Stands below a call and may be folded away.
        boolean isResult() {
            return this == RESULT || this == FAILED_RESULT;
        }
    }
}

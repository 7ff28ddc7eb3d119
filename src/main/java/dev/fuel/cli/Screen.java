package dev.fuel.cli;

import dev.fuel.app.Project;
import dev.fuel.domain.Refusal;

/// The full-screen program, as far as the command line knows it.
@FunctionalInterface
public interface Screen {
    /// Where there is none: in tests, and wherever a screen makes no sense.
    Screen NONE = (_, _) -> {
        throw new Refusal("no_screen", "the full screen cannot be shown here");
    };

    /// Shows the project until a person leaves.
    ///
    /// @param paused whether it opens without starting anything
    void open(Project project, boolean paused);
}

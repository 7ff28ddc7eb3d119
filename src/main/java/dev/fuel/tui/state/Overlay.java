package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import java.util.List;

/// What lies over the view and takes the keys; there is never more than one.
public sealed interface Overlay {
    Overlay NONE = new None();

    record None() implements Overlay {}

    /// All keys.
    record Help(TextField filter, int top) implements Overlay {}

    record Form(TaskForm form) implements Overlay {}

    /// The words that cards must have, while they are typed.
    record Filter(TextField words) implements Overlay {}

    /// A text that goes with something in the view.
    record Write(Writing purpose, TextField text) implements Overlay {}

    /// Asks before a run is stopped.
    ///
    /// @param lines what is lost and what is kept
    record StopQuestion(RunId run, List<String> lines) implements Overlay {}

    /// Asks before the work of an epic or a task lands.
    record ApproveQuestion(Identifier about, List<String> lines) implements Overlay {}

    /// Asks what is to become of the running agents.
    record LeaveQuestion(List<String> runs) implements Overlay {}

    /// An error that must be read.
    record Problem(String what, String why, String now) implements Overlay {}
}

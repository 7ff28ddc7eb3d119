package dev.fuel.tui.state;

import dev.fuel.domain.epic.EpicId;
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

    /// Asks before a run is stopped.
    ///
    /// @param lines what is lost and what is kept
    record StopQuestion(RunId run, List<String> lines) implements Overlay {}

    /// Asks before an epic's work lands.
    record ApproveQuestion(EpicId epic, List<String> lines) implements Overlay {}

    /// Asks what is to become of the running agents.
    record LeaveQuestion(List<String> runs) implements Overlay {}

    /// An error that must be read.
    record Problem(String what, String why, String now) implements Overlay {}
}

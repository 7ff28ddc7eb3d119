package dev.fuel.tui.state;

import java.util.List;

/// What lies over the view and takes the keys; there is never more than one.
public sealed interface Overlay {
    Overlay NONE = new None();

    record None() implements Overlay {}

    /// All keys; the selected one can be run.
    record Help(TextField filter, int selected) implements Overlay {}

    /// Finds and does anything by its name.
    record Palette(TextField query, int selected) implements Overlay {}

    /// What can be done with one thing.
    record Menu(String title, List<Choice> choices, int selected) implements Overlay {
        public Menu {
            choices = List.copyOf(choices);
        }
    }

    /// A text that goes with a decision.
    ///
    /// @param draft   the decision, but for the text
    /// @param title   what is decided about
    /// @param problem why it was refused, empty if it was not
    /// @param sent    it is on its way: a second Enter does not send it again
    record Prompt(Change.Decide draft, String title, TextField text, String problem, boolean sent) implements Overlay {}

    record Form(TaskForm form) implements Overlay {}

    /// A new epic, or one that is being changed.
    record Epic(EpicForm form) implements Overlay {}

    /// The words that cards must have, while they are typed.
    record Filter(TextField words) implements Overlay {}

    /// A text that goes with something in the view.
    record Write(Writing purpose, TextField text) implements Overlay {}

    /// Asks before something that cannot be taken back.
    ///
    /// @param lines what is lost and what is kept
    /// @param keys  `y stop    n keep running`
    record Question(String title, List<String> lines, String keys, Change change) implements Overlay {
        public Question {
            lines = List.copyOf(lines);
        }
    }

    /// Asks what is to become of the running agents, and of what could still be taken back.
    ///
    /// @param acts what leaving carries out at once
    record LeaveQuestion(List<String> runs, List<PendingAct> acts) implements Overlay {
        public LeaveQuestion {
            runs = List.copyOf(runs);
            acts = List.copyOf(acts);
        }
    }

    /// An error that must be read.
    record Problem(String what, String why, String now) implements Overlay {}
}

package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import org.jspecify.annotations.Nullable;

/// The form for a new epic, or for what an epic says.
///
/// @param edited    null for a new one
/// @param inOutcome whether the description has the focus
/// @param problem   why it was refused; empty if it was not
/// @param sent      it is on its way
public record EpicForm(
        @Nullable EpicId edited,
        boolean inOutcome,
        TextField title,
        TextField description,
        String problem,
        boolean sent) {
    static final EpicForm EMPTY = new EpicForm(null, false, TextField.EMPTY, TextField.EMPTY, "", false);

    static EpicForm of(EpicId epic, String title, String description) {
        return new EpicForm(epic, false, TextField.of(title), TextField.of(description), "", false);
    }

    EpicForm withProblem(String words) {
        return new EpicForm(edited, inOutcome, title, description, words, false);
    }

    EpicForm typed(TextField text) {
        return inOutcome
                ? new EpicForm(edited, true, title, text, "", false)
                : new EpicForm(edited, false, text, description, "", false);
    }

    /// With the focus on the description.
    EpicForm withDescription(TextField text) {
        return new EpicForm(edited, true, title, text, "", false);
    }

    TextField focused() {
        return inOutcome ? description : title;
    }

    EpicForm turned() {
        return new EpicForm(edited, !inOutcome, title, description, problem, sent);
    }

    /// The same, on its way.
    EpicForm sending() {
        return new EpicForm(edited, inOutcome, title, description, "", true);
    }

    /// What Enter asks for.
    ///
    /// @throws Refusal if it is no epic yet
    Change submitted() {
        String words = title.text().strip();
        if (words.isEmpty()) {
            throw new Refusal("no_title", "an epic needs a title");
        }
        return edited == null
                ? new Change.AddEpic(words, description.text())
                : new Change.EditEpic(edited, words, description.text());
    }
}

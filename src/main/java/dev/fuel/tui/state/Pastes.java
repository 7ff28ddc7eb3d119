package dev.fuel.tui.state;

import java.util.stream.Collectors;

/// What a paste does: it fills the field that has the focus; anywhere else it is only kept for a new task.
final class Pastes {
    /// Short enough that none is cut when its tabs are expanded.
    private static final int PIECE = ForeignText.LONGEST_LINE / 4;

    private Pastes() {}

    static Step paste(AppState state, String text) {
        return switch (state.overlay()) {
            case Overlay.Form(TaskForm form) -> Step.to(state.with(new Overlay.Form(intoForm(form, text))));
            case Overlay.Epic(EpicForm form) ->
                Step.to(state.with(new Overlay.Epic(
                        form.typed(form.focused().insert(form.inOutcome() ? clean(text) : oneLine(text))))));
            case Overlay.Filter(TextField words) ->
                Step.to(state.with(new Overlay.Filter(words.insert(oneLine(text))))
                        .withFilter(words.insert(oneLine(text)).text()));
            case Overlay.Help(TextField filter, int _) ->
                Step.to(state.with(new Overlay.Help(filter.insert(oneLine(text)), 0)));
            case Overlay.Write write ->
                Step.to(WritingKeys.typed(state, write, write.text().insert(oneLine(text))));
            case Overlay.None _ ->
                Step.to(state.with(state.options().withPasted(text))
                        .warn("pasted %d characters, press n to make a task from it".formatted(text.length())));
            case Overlay.Palette(TextField query, int _) ->
                Step.to(state.with(new Overlay.Palette(query.insert(oneLine(text)), 0)));
            case Overlay.Prompt prompt ->
                Step.to(state.with(PromptKeys.typed(prompt, prompt.text().insert(clean(text)))));
            case Overlay.Menu _, Overlay.Question _, Overlay.LeaveQuestion _, Overlay.Problem _ -> Step.to(state);
        };
    }

    /// A paste of several lines goes on in the description, if that is empty.
    private static TaskForm intoForm(TaskForm form, String text) {
        if (form.focus() == TaskForm.Entry.DESCRIPTION) {
            return form.withFocusedText(form.description().insert(clean(text)));
        }
        if (form.focus() != TaskForm.Entry.TITLE) {
            return form;
        }
        TaskForm titled = form.withFocusedText(form.title().insert(oneLine(firstLine(text))));
        String rest = text.strip().contains("\n")
                ? clean(text.strip().substring(text.strip().indexOf('\n') + 1))
                : "";
        return rest.isBlank() || !form.description().text().isEmpty()
                ? titled
                : titled.focus(1).withFocusedText(TextField.of(rest));
    }

    static TaskForm formFrom(Board board, String pasted) {
        return pasted.isBlank() ? TaskForm.of(board, "") : intoForm(TaskForm.of(board, ""), pasted);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private static String oneLine(String text) {
        return ForeignText.line(text.replace('\n', ' '));
    }

    /// Nothing of it is left out but what controls a terminal, however long its lines are.
    static String clean(String text) {
        return text.lines().map(Pastes::cleanLine).collect(Collectors.joining("\n"));
    }

    private static String cleanLine(String line) {
        StringBuilder clean = new StringBuilder();
        for (int start = 0; start < line.length(); start += PIECE) {
            clean.append(ForeignText.line(line.substring(start, Math.min(line.length(), start + PIECE))));
        }
        return clean.toString();
    }
}

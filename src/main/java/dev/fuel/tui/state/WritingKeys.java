package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.difference.LineComment;
import dev.fuel.tui.input.Key;
import java.util.List;

/// Keys while a text is typed over a view.
final class WritingKeys {
    private WritingKeys() {}

    static Step press(AppState state, Overlay.Write write, Key key) {
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE));
            case ENTER -> enter(state, write, key);
            default -> Step.to(typed(state, write, write.text().type(key)));
        };
    }

    /// Alt-Enter or a backslash before Enter makes a new line where there may be several.
    private static Step enter(AppState state, Overlay.Write write, Key key) {
        return write.purpose().isLong() && FormKeys.isNewLine(write.text(), key)
                ? Step.to(typed(state, write, write.text().newLine(key.alt())))
                : done(state, write);
    }

    static AppState typed(AppState state, Overlay.Write write, TextField text) {
        return state.with(new Overlay.Write(write.purpose(), text));
    }

    private static Step done(AppState state, Overlay.Write write) {
        AppState closed = state.with(Overlay.NONE);
        String words = write.text().text();
        return switch (write.purpose()) {
            case Writing.Comment(LineComment on) -> Step.to(comment(closed, on, words));
            case Writing.Search _ -> search(closed, words);
            case Writing.Changes changes -> requestChanges(state, changes, words);
            case Writing.ToAgent message -> send(state, write, new Change.Message(message.task(), words.strip()));
            case Writing.SnoozeTime time -> send(state, write, new Change.Snooze(time.item(), words.strip()));
        };
    }

    private static AppState comment(AppState state, LineComment on, String words) {
        String line = ForeignText.line(words.strip().replace('\n', ' '));
        LineComment comment = new LineComment(on.path(), on.from(), on.to(), on.removed(), line);
        return Panes.difference(state)
                .map(pane -> Panes.with(state, pane.commented(comment)))
                .orElse(state);
    }

    private static Step search(AppState state, String words) {
        return Panes.difference(state)
                .map(pane -> Step.to(Panes.with(state, pane.search(words))))
                .orElseGet(() -> OutputKeys.search(state, words));
    }

    private static Step send(AppState state, Overlay.Write write, Change change) {
        if (write.text().text().isBlank()) {
            return Step.to(state.warn("say something first, or Esc"));
        }
        return write.purpose().isSent()
                ? Step.to(state)
                : Step.to(
                        state.with(new Overlay.Write(write.purpose().sent(true), write.text())),
                        Effect.Make.asked(change));
    }

    /// The box stays until the change is made, so that a refusal loses no words.
    private static Step requestChanges(AppState state, Writing.Changes changes, String words) {
        List<LineComment> comments = state.pages().review().comments();
        if (words.isBlank() && comments.isEmpty()) {
            return Step.to(state.warn("say what is missing, or comment on lines with c"));
        }
        String reason = Reviewing.reason(words, comments);
        if (changes.isSent()) {
            return Step.to(state);
        }
        return Step.to(
                state.with(new Overlay.Write(changes.sent(true), TextField.of(words))),
                Effect.Make.asked(new Change.Decide(changes.item(), InboxAction.REQUEST_CHANGES, reason)));
    }
}

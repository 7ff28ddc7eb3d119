package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a person can do about an inbox item, and what of it the keys `a`, `x` and `r` are.
public final class Answers {
    private Answers() {}

    /// The good answer.
    public static InboxAction positive(InboxLine item) {
        return item.actions().getFirst();
    }

    /// The other answer, if the kind has one.
    public static Optional<InboxAction> negative(InboxLine item) {
        return first(item, InboxAction.REQUEST_CHANGES, InboxAction.CANCEL, InboxAction.DISMISS)
                .filter(action -> action != positive(item));
    }

    /// The answer in one's own words, if the kind has one.
    public static Optional<InboxAction> inWords(InboxLine item) {
        return first(item, InboxAction.ANSWER, InboxAction.REQUEST_CHANGES);
    }

    /// The key that does it to an item of that kind; empty if only the menu does.
    public static String key(InboxLine item, InboxAction action) {
        if (action == positive(item)) {
            return "a";
        }
        if (negative(item).filter(action::equals).isPresent()) {
            return "x";
        }
        return inWords(item).filter(action::equals).isPresent() ? "r" : "";
    }

    /// The word for a hint or a menu: `request changes`.
    public static String word(InboxAction action) {
        return action.word().replace('_', ' ');
    }

    /// What choosing the action does: at once, since what lands can be taken back for a while, or after a text where
    /// one goes with it.
    static Pick pick(InboxLine item, InboxAction action) {
        Change.Decide draft = new Change.Decide(item.id(), action, null);
        return action.needsText() || action == InboxAction.CANCEL || action == InboxAction.RAISE
                ? new Pick.Ask(new Overlay.Prompt(draft, item.title(), TextField.EMPTY, "", false))
                : new Pick.Make(draft);
    }

    /// The same kind of answer to several items; each that needs a text is left out.
    static Step together(AppState state, List<InboxLine> items, Function<InboxLine, Optional<InboxAction>> which) {
        List<Change> changes = items.stream()
                .flatMap(item -> which
                        .apply(item)
                        .filter(action -> !action.needsText())
                        .map(action -> new Change.Decide(item.id(), action, null))
                        .stream())
                .<Change>map(change -> change)
                .toList();
        return changes.isEmpty()
                ? Step.to(state.warn("each of these needs a text of its own: Esc takes the marks away"))
                : Changing.makeAll(state, changes);
    }

    /// Everything that can be done about the item.
    static List<Choice> choices(InboxLine item) {
        List<Choice> choices = new ArrayList<>();
        for (InboxAction action : item.actions()) {
            String key = key(item, action);
            String letter = key.isEmpty() ? letter(action) : key;
            choices.add(Choice.of(letter, sentence(action), pick(item, action)));
        }
        return choices;
    }

    /// What the action is called and does, as `take over: do it yourself`.
    static String sentence(InboxAction action) {
        String what =
                action == InboxAction.RETRY ? "try again with a fresh budget (R picks the agent)" : action.sentence();
        return what.startsWith(word(action)) ? what : word(action) + ": " + what;
    }

    private static String letter(InboxAction action) {
        return switch (action) {
            case APPROVE -> "o";
            case ACCEPT -> "y";
            case ANSWER -> "r";
            case REQUEST_CHANGES -> "c";
            case RETRY -> "R";
            case TAKE_OVER -> "t";
            case DONE -> "f";
            case RELEASE -> "l";
            case RESET -> "e";
            case RAISE -> "b";
            case CANCEL -> "d";
            case DISMISS -> "w";
        };
    }

    private static Optional<InboxAction> first(InboxLine item, InboxAction... wanted) {
        return Stream.of(wanted).filter(item.actions()::contains).findFirst();
    }
}

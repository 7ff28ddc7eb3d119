package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.action.Action;
import java.util.Optional;

/// What an action is called where the selection gives it a more telling name.
public final class Wording {
    private Wording() {}

    /// What the hint line says.
    public static String label(AppState state, Action action) {
        if (action == Action.PAUSE) {
            Dispatch dispatch = state.board().dispatch();
            boolean still = dispatch.paused() || dispatch.holder() == Dispatch.Holder.NONE;
            return still ? "start work" : action.label();
        }
        if (action == Action.EDIT && Targets.configures(state)) {
            return "edit settings";
        }
        if (state.view() == ViewKind.OUTPUT && action == Action.NEXT_PANE) {
            return "side";
        }
        if (state.view() == ViewKind.OUTPUT
                && action == Action.OPEN
                && state.pages().run().tab().isOutput()) {
            return "fold";
        }
        Optional<InboxAction> answer = Targets.item(state).flatMap(item -> switch (action) {
            case APPROVE -> Optional.of(Answers.positive(item));
            case REJECT -> Answers.negative(item);
            case REPLY -> Answers.inWords(item);
            default -> Optional.empty();
        });
        return answer.map(Answers::word).orElse(action.label());
    }
}

package dev.fuel.tui.state;

import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Leaving: at once where nobody is left alone and nothing is under way, else after a question.
final class Quitting {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private Quitting() {}

    static Step quit(AppState state) {
        List<String> runs = Questions.runsThatDependOnUs(state);
        List<PendingAct> acts = acts(state);
        return runs.isEmpty() && acts.isEmpty()
                ? Step.to(state, new Effect.Leave(Leaving.AT_ONCE, List.of()))
                : Step.to(state.with(new Overlay.LeaveQuestion(runs, acts)));
    }

    /// The second press leaves; running agents go on and are adopted by the next start.
    static Step leave(AppState state) {
        Instant armed = state.options().leaveArmed();
        if (armed.isAfter(state.now())) {
            boolean alone = Questions.runsThatDependOnUs(state).isEmpty();
            return Step.to(state, with(state, alone ? Leaving.AT_ONCE : Leaving.KEEP));
        }
        Instant until = state.now().plus(WINDOW);
        AppState next = state.with(state.options().armedUntil(until));
        String acts = acts(state).isEmpty() ? "" : ", and what u could take back is done at once";
        return Step.to(next.with(next.toast().warnUntil("^c again leaves; running agents go on" + acts, until)));
    }

    static Step press(AppState state, Overlay.LeaveQuestion question, Key key) {
        if (key.code() == KeyCode.ESCAPE) {
            return Step.to(state.with(Overlay.NONE));
        }
        boolean runs = !question.runs().isEmpty();
        return switch (key.isText() ? key.text() : "") {
            case "b" -> runs ? leaving(state, Leaving.BACKGROUND) : Step.to(state);
            case "k" -> runs ? leaving(state, Leaving.KEEP) : Step.to(state);
            case "s" -> runs ? leaving(state, Leaving.STOP) : Step.to(state);
            case "y" -> runs ? Step.to(state) : leaving(state, Leaving.AT_ONCE);
            case "n" -> Step.to(state.with(Overlay.NONE));
            case "u" -> acts(state).isEmpty() ? Step.to(state) : Changing.undo(state.with(Overlay.NONE));
            default -> Step.to(state);
        };
    }

    private static Step leaving(AppState state, Leaving leaving) {
        return Step.to(state, with(state, leaving));
    }

    private static Effect with(AppState state, Leaving leaving) {
        return new Effect.Leave(
                leaving, acts(state).stream().map(PendingAct::request).toList());
    }

    /// What this session has asked for and could still take back.
    private static List<PendingAct> acts(AppState state) {
        List<Long> own = state.doing().history().acts();
        return state.board().later().pending().stream()
                .filter(act -> own.contains(act.request()))
                .toList();
    }
}

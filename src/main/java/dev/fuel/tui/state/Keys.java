package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.action.KeyNames;
import dev.fuel.tui.input.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a key press does.
final class Keys {
    private static final Duration LEAVE_WINDOW = Duration.ofSeconds(2);

    private final KeyMap keyMap;

    Keys(KeyMap keyMap) {
        this.keyMap = keyMap;
    }

    Step press(AppState state, Key key) {
        if (key.equals(Key.ctrl('c'))) {
            return pressLeave(state);
        }
        if (!(state.overlay() instanceof Overlay.None)) {
            return OverlayKeys.press(state, key);
        }
        Optional<Action> action = keyMap.action(context(state), key);
        if (action.isEmpty()) {
            return Step.to(state.warn("%s does nothing here, ? shows the keys".formatted(KeyNames.name(key))));
        }
        Optional<String> missing = Availability.missing(state, action.get());
        return missing.isPresent()
                ? Step.to(state.warn("%s: %s".formatted(KeyNames.name(key), missing.get())))
                : perform(state, action.get());
    }

    /// Which part of the key map holds.
    static KeyContext context(AppState state) {
        return switch (state.view()) {
            case BOARD -> state.focus().output() ? KeyContext.TEXT : KeyContext.BOARD;
            case AGENTS, INBOX, RUNS, REVIEW -> KeyContext.LIST;
            case OUTPUT -> state.pages().run().tab() == RunPage.Tab.DIFFERENCE ? KeyContext.DIFFERENCE : KeyContext.TEXT;
            case DETAIL -> KeyContext.TEXT;
            case REVIEWING -> KeyContext.DIFFERENCE;
        };
    }

    private Step perform(AppState state, Action action) {
        return switch (action) {
            case UP, DOWN, LEFT, RIGHT, FIRST, LAST, HALF_PAGE_UP, HALF_PAGE_DOWN, PAGE_UP, PAGE_DOWN, FOLLOW ->
                Step.to(Moves.move(state, action));
            case OPEN -> Opening.open(state);
            case NEW_TASK -> newTask(state);
            case STOP_RUN -> Step.to(state.with(Questions.stop(state)));
            case RETRY -> Step.to(state, new Effect.Retry(Targets.task(state).orElseThrow()));
            case ATTACH -> Step.to(state, new Effect.Attach(Targets.task(state).orElseThrow()));
            case APPROVE ->
                Step.to(state.with(
                        state.view() == ViewKind.REVIEWING ? Reviewing.approve(state) : Questions.approve(state)));
            case REJECT -> Step.to(state.with(Reviewing.requestChanges(state)));
            case REVIEW -> Step.to(state, new Effect.LoadReview(Targets.work(state).orElseThrow()));
            case COMMENT,
                    VIEWED,
                    MARK_RANGE,
                    SIDE_BY_SIDE,
                    WRAP,
                    NEXT_PART,
                    PREVIOUS_PART,
                    NEXT_SIBLING,
                    PREVIOUS_SIBLING,
                    SEARCH,
                    NEXT_MATCH,
                    PREVIOUS_MATCH -> ReadingKeys.perform(state, action);
            case FILTER -> Step.to(state.with(new Overlay.Filter(TextField.of(state.filter()))));
            case VIEW_BOARD -> view(state, ViewKind.BOARD);
            case VIEW_AGENTS -> view(state, ViewKind.AGENTS);
            case VIEW_INBOX -> view(state, ViewKind.INBOX);
            case VIEW_RUNS -> view(state, ViewKind.RUNS);
            case VIEW_REVIEW -> view(state, ViewKind.REVIEW);
            case NEXT_PANE -> pane(state, 1);
            case PREVIOUS_PANE -> pane(state, -1);
            case NEXT_NEED -> view(state.withList(ViewKind.INBOX, ListFocus.START), ViewKind.INBOX);
            case PAUSE ->
                Step.to(state, new Effect.SetPaused(!isPaused(state.board().dispatch())));
            case HELP -> Step.to(state.with(new Overlay.Help(TextField.EMPTY, 0)));
            case MOUSE -> mouse(state);
            case REDRAW -> Step.to(state, new Effect.Redraw());
            case SUSPEND -> Step.to(state, new Effect.Suspend());
            case BACK -> back(state);
            case QUIT -> quit(state);
            case LEAVE -> pressLeave(state);
        };
    }

    /// With nobody there to start work, none is started, whatever the switch says.
    private static boolean isPaused(Dispatch dispatch) {
        return dispatch.paused() || dispatch.holder() == Dispatch.Holder.NONE;
    }

    private static Step view(AppState state, ViewKind kind) {
        return Step.to(state.show(kind, kind));
    }

    private static Step pane(AppState state, int direction) {
        return switch (state.view()) {
            case REVIEWING -> Reviewing.pane(state, direction);
            case OUTPUT -> ReadingKeys.tab(state, direction);
            case BOARD, AGENTS, INBOX, RUNS, REVIEW, DETAIL ->
                Step.to(state.with(state.focus().withOutput(!state.focus().output())));
        };
    }

    private static Step newTask(AppState state) {
        TaskForm form = Pastes.formFrom(state.board(), state.options().pasted());
        return Step.to(state.with(state.options().withPasted("")).with(new Overlay.Form(form)));
    }

    private static Step mouse(AppState state) {
        boolean on = !state.options().mouse();
        return Step.to(
                state.with(state.options().withMouse(on)).say(on ? "mouse on" : "mouse off"), new Effect.SetMouse(on));
    }

    private static Step back(AppState state) {
        Optional<Step> within = ReadingKeys.back(state);
        if (within.isPresent()) {
            return within.get();
        }
        if (!state.view().isTop()) {
            return Step.to(state.show(state.from(), state.from()));
        }
        if (state.focus().output()) {
            return Step.to(state.with(state.focus().withOutput(false)));
        }
        if (!state.filter().isEmpty()) {
            return Step.to(state.withFilter("").say("filter cleared"));
        }
        if (state.isWelcoming()) {
            return Step.to(state.with(state.options().withWelcomeHidden()));
        }
        return state.view() == ViewKind.BOARD
                ? Step.to(state.warn("this is the top; q leaves"))
                : view(state, ViewKind.BOARD);
    }

    private static Step quit(AppState state) {
        if (!state.view().isTop()) {
            return back(state);
        }
        List<String> runs = Questions.runsThatDependOnUs(state);
        return runs.isEmpty()
                ? Step.to(state, new Effect.Leave(Leaving.AT_ONCE))
                : Step.to(state.with(new Overlay.LeaveQuestion(runs)));
    }

    /// The second press leaves; running agents go on and are adopted by the next start.
    private static Step pressLeave(AppState state) {
        Instant armed = state.options().leaveArmed();
        if (armed.isAfter(state.now())) {
            boolean alone = Questions.runsThatDependOnUs(state).isEmpty();
            return Step.to(state, new Effect.Leave(alone ? Leaving.AT_ONCE : Leaving.KEEP));
        }
        AppState next = state.with(state.options().armedUntil(state.now().plus(LEAVE_WINDOW)));
        return Step.to(next.warn("^c again leaves; running agents go on"));
    }
}

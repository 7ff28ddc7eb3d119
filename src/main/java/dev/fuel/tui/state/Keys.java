package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.Action;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.action.KeyNames;
import dev.fuel.tui.input.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a key press does.
final class Keys {
    /// What a held key must not do to one thing after another.
    private static final Set<Action> ONCE =
            EnumSet.of(Action.APPROVE, Action.REJECT, Action.CANCEL, Action.PAUSE_ONE, Action.START_NOW);

    /// The beginnings of what a click can be on, beside the ids of actions.
    private static final String COLUMN = "column-";

    private static final String CHOICE = "choice-";

    private final KeyMap keyMap;
    private final Choosing choosing;

    Keys(KeyMap keyMap) {
        this.keyMap = keyMap;
        choosing = new Choosing(keyMap, this::choose);
    }

    Step press(AppState state, Key key) {
        if (key.equals(Key.ctrl('c'))) {
            return Quitting.leave(state);
        }
        if (!(state.overlay() instanceof Overlay.None)) {
            return OverlayKeys.press(state, key, choosing);
        }
        Optional<Action> action = keyMap.action(context(state), key);
        if (action.isEmpty()) {
            return Step.to(state.warn("%s does nothing here, ? shows the keys".formatted(KeyNames.name(key))));
        }
        boolean once = ONCE.contains(action.get());
        if (once && state.doing().isHeld(action.get(), state.now())) {
            return Step.to(state.with(state.doing().acting(action.get(), state.now())));
        }
        AppState pressed = once ? state.with(state.doing().acting(action.get(), state.now())) : state;
        return tryTo(pressed, action.get(), KeyNames.name(key));
    }

    /// What a key does, asked for without one.
    Step act(AppState state, Action action) {
        return tryTo(state, action, action.id());
    }

    /// A click on what has a name: an action, a column of the board, an entry of what is chosen from.
    Step click(AppState state, String zone) {
        if (zone.startsWith(COLUMN)) {
            return Step.to(state.with(state.focus().onColumn(ColumnKind.valueOf(zone.substring(COLUMN.length())))));
        }
        if (zone.startsWith(CHOICE)) {
            return choosing.click(state, Integer.parseInt(zone.substring(CHOICE.length())));
        }
        return Action.find(zone).map(action -> act(state, action)).orElse(Step.to(state));
    }

    private Step tryTo(AppState state, Action action, String name) {
        Optional<String> missing = Availability.missing(state, action);
        return missing.isPresent()
                ? Step.to(state.warn("%s: %s".formatted(name, missing.get())))
                : perform(state.with(state.doing().knowing(action)), action);
    }

    /// Carries out what was chosen from a menu, the palette or help.
    private Step choose(AppState state, Pick pick) {
        return switch (pick) {
            case Pick.Make(Change.Together(List<Change> changes)) -> Changing.makeAll(state, changes);
            case Pick.Make(Change change) -> Changing.makeAll(state, List.of(change));
            case Pick.Ask(Overlay overlay) -> Step.to(state.with(overlay));
            case Pick.Run(Action action) -> tryTo(state, action, action.id());
            case Pick.Copy(String text) -> Step.to(state.say("copied " + text), new Effect.Copy(text));
            case Pick.Open(Loan loan) -> Step.to(state, new Effect.Lend(loan));
            case Pick.Browse(String link) -> Step.to(state, new Effect.Browse(link));
            case Pick.Show(Identifier id) -> Step.to(state, new Effect.LoadDetail(id));
            case Pick.Watch watch -> Opening.show(state, watch);
            case Pick.Select(ViewKind view, String key) -> {
                AppState shown = state.show(view, view);
                yield Step.to(shown.withList(view, shown.list(view).find(Targets.keys(shown, view), key)));
            }
        };
    }

    /// Which part of the key map holds.
    static KeyContext context(AppState state) {
        return switch (state.view()) {
            case BOARD ->
                switch (state.focus().pane()) {
                    case CARDS -> KeyContext.BOARD;
                    case AGENTS -> KeyContext.AGENTS;
                    case EVENTS -> KeyContext.LIST;
                    case OUTPUT -> KeyContext.TEXT;
                };
            case INBOX -> KeyContext.INBOX;
            case AGENTS -> KeyContext.AGENTS;
            case RUNS, REVIEW, EVENTS, EPICS, STATISTICS, SETTINGS -> KeyContext.LIST;
            case OUTPUT ->
                state.pages().run().tab() == RunPage.Tab.DIFFERENCE ? KeyContext.DIFFERENCE : KeyContext.TEXT;
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
            case RETRY -> Step.to(state.with(Menus.retry(state, Marks.tasks(state))));
            case APPROVE ->
                state.view() == ViewKind.REVIEWING
                        ? Reviewing.approve(state)
                        : answer(state, item -> Optional.of(Answers.positive(item)));
            case REJECT ->
                state.view() == ViewKind.REVIEWING
                        ? Step.to(state.with(Reviewing.requestChanges(state)))
                        : answer(state, Answers::negative);
            case REPLY -> Targets.wordsTo(state).isPresent() ? answer(state, Answers::inWords) : message(state);
            case SNOOZE -> Step.to(state.with(Snoozing.menu(state)));
            case MENU -> Step.to(state.with(Menus.of(state)));
            case EDIT ->
                Step.to(
                        state,
                        Targets.configures(state)
                                ? new Effect.Lend(new Loan.Configure(Targets.settingLine(state)))
                                : Targets.epic(state)
                                        .<Effect>map(Effect.LoadEpic::new)
                                        .orElseGet(() -> new Effect.LoadDraft(
                                                Targets.task(state).orElseThrow())));
            case NEW_EPIC -> Step.to(state.with(new Overlay.Epic(EpicForm.EMPTY)));
            case MARK -> Step.to(Marks.turn(state));
            case OPEN_IN -> Step.to(state, new Effect.LoadPlaces(Targets.place(state)));
            case LOG_IN ->
                Step.to(
                        state,
                        new Effect.Lend(new Loan.LogIn(
                                Targets.agent(state).orElseThrow().name())));
            case START_NOW -> Changing.each(state, Change.StartNow::new);
            case PAUSE_ONE ->
                Targets.epic(state)
                        .map(epic -> Changing.make(state, new Change.ToggleHold(epic)))
                        .orElseGet(() -> Changing.each(state, Change.ToggleHold::new));
            case RAISE -> Changing.prioritise(state, -1);
            case LOWER -> Changing.prioritise(state, 1);
            case CANCEL -> Changing.cancel(state);
            case PAUSE_AGENT -> Changing.pauseAgent(state);
            case RESET_AGENT ->
                Changing.make(
                        state,
                        new Change.ResetAgent(Targets.agent(state).orElseThrow().name()));
            case TEST_AGENT ->
                Step.to(
                        state,
                        new Effect.TestAgent(Targets.agent(state).orElseThrow().name()));
            case COPY ->
                Step.to(state, new Effect.LoadCopies(Targets.subject(state).orElseThrow()));
            case UNDO -> Changing.undo(state);
            case REDO -> Changing.redo(state);
            case PALETTE -> Step.to(state.with(new Overlay.Palette(TextField.EMPTY, 0)));
            case ATTACH ->
                Step.to(
                        state,
                        new Effect.Lend(new Loan.Attach(Targets.task(state).orElseThrow())));
            case PLAN ->
                Step.to(
                        state,
                        new Effect.Lend(new Loan.Plan(Targets.openEpic(state).orElseThrow())));
            case REVIEW ->
                Step.to(state, new Effect.LoadReview(Targets.work(state).orElseThrow()));
            case COMMENT,
                    VIEWED,
                    SIDE_BY_SIDE,
                    WRAP,
                    NEXT_PART,
                    PREVIOUS_PART,
                    NEXT_SIBLING,
                    PREVIOUS_SIBLING,
                    SEARCH,
                    NEXT_MATCH,
                    PREVIOUS_MATCH -> ReadingKeys.perform(state, action);
            case MARK_RANGE ->
                Marks.rows(state).isEmpty() ? ReadingKeys.perform(state, action) : Step.to(Marks.range(state));
            case FILTER -> Step.to(state.with(new Overlay.Filter(TextField.of(state.filter()))));
            case VIEW_BOARD -> view(state, ViewKind.BOARD);
            case VIEW_AGENTS -> view(state, ViewKind.AGENTS);
            case VIEW_INBOX -> view(state, ViewKind.INBOX);
            case VIEW_RUNS -> view(state.with(state.options().withRunsOf(null)), ViewKind.RUNS);
            case VIEW_REVIEW -> view(state, ViewKind.REVIEW);
            case VIEW_EVENTS -> beside(state, ViewKind.EVENTS);
            case VIEW_EPICS -> beside(state, ViewKind.EPICS);
            case VIEW_STATS -> beside(state, ViewKind.STATISTICS);
            case VIEW_SETTINGS -> beside(state, ViewKind.SETTINGS);
            case OUTPUTS -> Step.to(OutputKeys.turnCount(state));
            case ZOOM ->
                Step.to(state.with(state.options().withZoom(!state.options().zoom())));
            case NEXT_PANE -> pane(state, 1);
            case PREVIOUS_PANE -> pane(state, -1);
            case NEXT_NEED -> view(state.withList(ViewKind.INBOX, ListFocus.START), ViewKind.INBOX);
            case PAUSE ->
                Changing.make(
                        state, new Change.SetPaused(!isPaused(state.board().dispatch())));
            case HELP -> Step.to(state.with(new Overlay.Help(TextField.EMPTY, 0)));
            case MOUSE -> mouse(state);
            case REDRAW -> Step.to(state, new Effect.Redraw());
            case SUSPEND -> Step.to(state, new Effect.Suspend());
            case BACK -> back(state);
            case QUIT -> state.view().isTop() ? Quitting.quit(state) : back(state);
            case LEAVE -> Quitting.leave(state);
        };
    }

    private Step answer(AppState state, Function<InboxLine, Optional<InboxAction>> which) {
        List<InboxLine> items = Marks.items(state);
        if (items.size() > 1) {
            return Answers.together(state, items, which);
        }
        InboxLine item = items.getFirst();
        return choose(state, Answers.pick(item, which.apply(item).orElseThrow()));
    }

    private static Step message(AppState state) {
        TaskId task = Targets.task(state).orElseThrow();
        String when = Targets.activeRun(state).isPresent() ? "read when the run ends" : "read with the next prompt";
        return Step.to(state.with(new Overlay.Write(new Writing.ToAgent(task, when, false), TextField.EMPTY)));
    }

    /// With nobody there to start work, none is started, whatever the switch says.
    private static boolean isPaused(Dispatch dispatch) {
        return dispatch.paused() || dispatch.holder() == Dispatch.Holder.NONE;
    }

    private static Step view(AppState state, ViewKind kind) {
        return Step.to(state.show(kind, kind));
    }

    /// A view that Esc comes back from to the one before.
    private static Step beside(AppState state, ViewKind kind) {
        AppState shown = state.show(kind, state.view().isTop() ? state.view() : state.from());
        return kind == ViewKind.STATISTICS || kind == ViewKind.SETTINGS
                ? Step.to(shown, new Effect.LoadOverview())
                : Step.to(shown);
    }

    private static Step pane(AppState state, int direction) {
        return switch (state.view()) {
            case REVIEWING -> Reviewing.pane(state, direction);
            case OUTPUT -> ReadingKeys.tab(state, direction);
            case BOARD, AGENTS, INBOX, RUNS, REVIEW, DETAIL, EVENTS, EPICS, STATISTICS, SETTINGS ->
                Step.to(OutputKeys.nextPane(state, direction));
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
        if (!state.doing().marks().keys().isEmpty()) {
            return Step.to(state.with(state.doing().with(Marks.NONE)));
        }
        if (state.options().zoom()) {
            return Step.to(state.with(state.options().withZoom(false)));
        }
        if (!state.view().isTop()) {
            return Step.to(state.show(state.from(), state.from()));
        }
        if (state.view() == ViewKind.BOARD && state.focus().pane() != BoardPane.CARDS) {
            return Step.to(state.with(state.focus().on(BoardPane.CARDS)));
        }
        if (state.view() == ViewKind.RUNS && state.options().runsOf() != null) {
            return Step.to(state.with(state.options().withRunsOf(null)).show(ViewKind.AGENTS, ViewKind.AGENTS));
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
}

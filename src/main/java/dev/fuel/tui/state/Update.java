package dev.fuel.tui.state;

import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.input.Key;
import java.time.Instant;
import java.util.stream.Stream;

/// How what happens changes what is shown: a pure function of state and message.
public final class Update {
    private final Keys keys;

    public Update(KeyMap keyMap) {
        keys = new Keys(keyMap);
    }

    /// @param now the time that the new state shows
    public Step update(AppState before, Message message, Instant now) {
        AppState state = before.at(now);
        Step step = switch (message) {
            case Message.Input(InputEvent event) -> input(state, event);
            case Message.Clicked(String zone) -> keys.click(state, zone);
            case Message.Resized resized -> Step.to(state.sized(resized.size()));
            case Message.Tick _ -> Step.to(state);
            case Message.BoardLoaded loaded -> overviewed(Reviewing.refreshed(state, loaded(state, loaded.board())));
            case Message.DetailLoaded loaded -> Step.to(detail(state, loaded.detail()));
            case Message.ReviewLoaded loaded -> Step.to(Reviewing.opened(state, loaded.subject()));
            case Message.RunLoaded loaded -> Step.to(run(state, loaded.detail()));
            case Message.OutputSearched(OutputSource source, OutputMatches matches) ->
                Step.to(OutputKeys.searched(state, source, matches));
            case Message.OutputArrived(OutputSource source, OutputBatch batch) ->
                Step.to(state.with(state.outputs().changed(source, pane -> pane.append(batch))));
            case Message.OutputRead(OutputSource source, long from, OutputPage page) ->
                Step.to(state.with(state.outputs().changed(source, pane -> pane.with(page, from))));
            case Message.OverviewLoaded loaded ->
                Step.to(state.with(state.pages().with(loaded.overview())));
            case Message.Said said -> Step.to(state.say(said.words()));
            case Message.ChangeMade made -> Step.to(made(state, made));
            case Message.ActSettled settled -> Step.to(settled(state, settled));
            case Message.DraftLoaded loaded ->
                Step.to(state.with(new Overlay.Form(TaskForm.of(state.board(), loaded.task(), loaded.draft()))));
            case Message.EpicLoaded(EpicId epic, String title, String description) ->
                Step.to(state.with(new Overlay.Epic(EpicForm.of(epic, title, description))));
            case Message.AgentTested(Trial trial) -> Step.to(tested(state, trial));
            case Message.TextComposed(String text) -> Step.to(Composing.taken(state, text));
            case Message.PlacesLoaded loaded -> Step.to(state.with(Menus.places(loaded.ways())));
            case Message.CopiesLoaded loaded -> Step.to(state.with(Menus.copies(loaded.copies())));
            case Message.Refused refused -> Step.to(refused(state, refused.words()));
            case Message.Begun begun -> Step.to(begun(state, begun));
            case Message.Ended(long number) ->
                Step.to(state.with(state.doing().with(state.doing().underway().ended(number))));
            case Message.Failed failed -> Step.to(failed(state, failed));
            case Message.StopAsked _ -> Step.to(state, new Effect.Suspend());
            case Message.Continued _ -> Step.to(state, new Effect.Redraw());
        };
        AppState turned = turned(before, Problems.next(step.state()));
        return seen(Paging.settle(new Step(Settle.settle(turned), step.effects())));
    }

    /// With the view a zoom and a tip are left behind; the tip was told.
    private static AppState turned(AppState before, AppState after) {
        if (before.view() == after.view()) {
            return after;
        }
        AppState whole = after.with(after.options().withZoom(false));
        return Tip.of(before)
                .map(tip -> whole.with(whole.doing().knowing(tip.action())))
                .orElse(whole);
    }

    /// An item of the inbox that is in view is read.
    private static Step seen(Step step) {
        AppState state = step.state();
        if (state.view() != ViewKind.INBOX) {
            return step;
        }
        return Targets.item(state)
                .filter(item -> !item.read() && !state.doing().seen().contains(item.id()))
                .map(item -> new Step(
                        state.with(state.doing().seeing(item.id())),
                        Stream.concat(step.effects().stream(), Stream.of(new Effect.MarkRead(item.id())))
                                .toList()))
                .orElse(step);
    }

    /// Said once it is true; what asked for it closes.
    private static AppState made(AppState state, Message.ChangeMade message) {
        Made made = message.made();
        boolean undo = made.inverse() != null && message.cause() != History.Cause.UNDO;
        // What is not carried out yet counts down in the status line.
        AppState said =
                !made.acts().isEmpty() ? state : state.say(undo ? made.words() + ", u undoes it" : made.words());
        AppState kept = said.with(said.doing().with(said.doing().history().after(message.cause(), made.inverse())));
        if (kept.overlay() instanceof Overlay.Write(Writing.Changes changes, TextField _) && changes.isSent()) {
            return Reviewing.sentBack(kept).with(Overlay.NONE);
        }
        boolean over = switch (kept.overlay()) {
            case Overlay.Write write -> write.purpose().isSent();
            case Overlay.Prompt prompt -> prompt.sent();
            case Overlay.Epic(EpicForm form) -> form.sent();
            case Overlay.Form(TaskForm form) -> form.sent();
            default -> false;
        };
        return over ? kept.with(Overlay.NONE) : kept;
    }

    private static AppState tested(AppState state, Trial trial) {
        AppState kept = state.with(state.doing().with(trial));
        String words = "%s %s".formatted(trial.agent(), trial.sentence());
        return trial.works() ? kept.say(words) : kept.warn(words);
    }

    /// What could not be carried out must be read, since the person has gone on meanwhile.
    private static AppState settled(AppState state, Message.ActSettled act) {
        AppState without = state.with(state.doing().with(state.doing().history().settled(act.request())));
        String outcome = act.outcome();
        if (outcome == null) {
            return without;
        }
        return outcome.startsWith("refused: ") || outcome.startsWith("failed: ")
                ? Problems.raise(
                        without,
                        new Overlay.Problem(
                                "what you asked for was not carried out",
                                outcome.substring(outcome.indexOf(' ') + 1),
                                "nothing has changed. Esc closes this"))
                : without.say(outcome);
    }

    private Step input(AppState state, InputEvent event) {
        return switch (event) {
            case Key key -> keys.press(state, key);
            case InputEvent.Paste(String text) -> Pastes.paste(state, text);
            case InputEvent.Mouse mouse -> Mice.point(state, mouse, keys::act);
            case InputEvent.FocusGained _, InputEvent.FocusLost _, InputEvent.Unknown _ -> Step.to(state);
        };
    }

    /// The sums in view grow with the runs; the first steps need the settings.
    private static Step overviewed(Step step) {
        boolean unread = step.state().isWelcoming()
                && step.state().pages().overview().settings().isEmpty();
        if (step.state().view() != ViewKind.STATISTICS && !unread) {
            return step;
        }
        return new Step(
                step.state(),
                Stream.concat(step.effects().stream(), Stream.of(new Effect.LoadOverview()))
                        .toList());
    }

    private static AppState loaded(AppState state, Board board) {
        AppState next = Settle.follow(state.withBoard(board));
        return Questions.isVain(next.overlay(), board)
                ? next.with(Overlay.NONE).say("the run has ended by itself")
                : next;
    }

    private static AppState detail(AppState state, TaskDetail detail) {
        ViewKind from = state.view().isTop() ? state.view() : state.from();
        return state.with(Reading.of(detail)).show(ViewKind.DETAIL, from);
    }

    private static AppState run(AppState state, RunDetail detail) {
        return detail.run().equals(state.reading().run())
                ? state.with(state.pages().run().read(detail))
                : state;
    }

    private static AppState refused(AppState state, String words) {
        return switch (state.overlay()) {
            case Overlay.Form(TaskForm form) -> state.with(new Overlay.Form(form.withProblem(words)));
            case Overlay.Prompt prompt -> state.with(PromptKeys.refused(prompt, words));
            case Overlay.Epic(EpicForm form) -> state.with(new Overlay.Epic(form.withProblem(words)));
            case Overlay.Write(Writing purpose, TextField text) ->
                state.with(new Overlay.Write(purpose.sent(false), text)).warn(words);
            default -> state.warn(words);
        };
    }

    private static AppState begun(AppState state, Message.Begun begun) {
        return state.with(state.doing().with(state.doing().underway().begun(begun, state.board(), state.now())));
    }

    /// What was on its way may be sent again.
    private static AppState failed(AppState state, Message.Failed failed) {
        AppState again = switch (state.overlay()) {
            case Overlay.Form(TaskForm form) when form.sent() -> refused(state, failed.what());
            case Overlay.Epic(EpicForm form) when form.sent() -> refused(state, failed.what());
            case Overlay.Prompt prompt when prompt.sent() -> refused(state, failed.what());
            case Overlay.Write write when write.purpose().isSent() -> refused(state, failed.what());
            default -> state;
        };
        return Problems.raise(
                again,
                new Overlay.Problem(failed.what(), failed.why(), "y copies this, Esc closes it; the log has more"));
    }

    /// Whether anything in view counts seconds at the moment.
    public static boolean showsSeconds(AppState state) {
        if (!state.board().later().pending().isEmpty()) {
            return true;
        }
        return switch (state.view()) {
            case BOARD -> state.wholeLayout().kinds().contains(ColumnKind.RUNNING) && hasRuns(state);
            case RUNS, OUTPUT -> hasRuns(state);
            case AGENTS, INBOX, REVIEW, DETAIL, REVIEWING, EVENTS, EPICS, STATISTICS, SETTINGS -> false;
        };
    }

    private static boolean hasRuns(AppState state) {
        return state.cards(ColumnKind.RUNNING).stream().anyMatch(card -> card.run() != null);
    }
}

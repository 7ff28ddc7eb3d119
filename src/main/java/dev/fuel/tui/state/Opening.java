package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.util.Optional;

/// What Enter opens: a running card its output, everything else the text behind it.
final class Opening {
    private Opening() {}

    static Step open(AppState state) {
        return switch (state.view()) {
            case BOARD -> {
                if (state.focus().pane() == BoardPane.AGENTS) {
                    yield runsOfAgent(state);
                }
                Optional<RunId> run = state.focus().output()
                        ? Optional.ofNullable(state.output().run())
                        : Targets.activeRun(state);
                yield run.map(id -> output(state, id)).orElseGet(() -> detail(state));
            }
            case RUNS ->
                Targets.line(state, ViewKind.RUNS, state.runs())
                        .map(line -> output(state, line.id()))
                        .orElse(Step.to(state));
            case DETAIL ->
                Optional.ofNullable(state.reading().run())
                        .map(run -> output(state, run))
                        .orElse(Step.to(state));
            case REVIEW ->
                Step.to(state, new Effect.LoadReview(Targets.work(state).orElseThrow()));
            case REVIEWING -> reviewed(state);
            case OUTPUT -> state.pages().run().tab().isOutput() ? OutputKeys.fold(state) : detail(state);
            case INBOX -> behindItem(state);
            case AGENTS -> runsOfAgent(state);
            case EPICS -> detail(state);
            case EVENTS, STATISTICS, SETTINGS -> Step.to(state);
        };
    }

    private static Step runsOfAgent(AppState state) {
        return Targets.agent(state)
                .map(agent -> Step.to(state.with(state.options().withRunsOf(agent.name()))
                        .withList(ViewKind.RUNS, ListFocus.START)
                        .show(ViewKind.RUNS, ViewKind.RUNS)))
                .orElse(Step.to(state));
    }

    /// The run that an item is about, else its task, else its own text.
    private static Step behindItem(AppState state) {
        return Targets.item(state)
                .map(item -> {
                    RunId run = item.run();
                    TaskId task = item.task();
                    if (run != null) {
                        return output(state, run);
                    }
                    return Step.to(state, new Effect.LoadDetail(task == null ? item.id() : task));
                })
                .orElse(Step.to(state));
    }

    /// Carries out what was picked, where it opens something.
    static Step show(AppState state, Pick.Watch pick) {
        return output(state, pick.run());
    }

    private static Step detail(AppState state) {
        return Targets.subject(state)
                .map(id -> Step.to(state, new Effect.LoadDetail(id)))
                .orElseGet(() -> Step.to(state.warn("Enter: there is no task behind this")));
    }

    /// In the files the difference of the selected one; elsewhere the task or epic itself.
    private static Step reviewed(AppState state) {
        ReviewPage page = state.pages().review();
        return page.part() == ReviewPage.Part.FILES
                ? Step.to(state.with(page.on(ReviewPage.Part.DIFFERENCE)))
                : detail(state);
    }

    private static Step output(AppState state, RunId run) {
        ViewKind from = state.view().isTop() ? state.view() : state.from();
        return Step.to(state.with(Reading.of(run)).with(RunPage.OUTPUT).show(ViewKind.OUTPUT, from));
    }
}

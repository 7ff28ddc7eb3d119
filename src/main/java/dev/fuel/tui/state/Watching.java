package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which run is in which output pane.
///
/// The first one on the board shows the run of the selected card, the others the newest that are under way. What a
/// person reads is not taken away: a pane changes when another card is selected, or when its run is over and nobody
/// reads it.
final class Watching {
    private Watching() {}

    static AppState settle(AppState state) {
        AppState opened = state.with(opened(state));
        if (state.view() != ViewKind.BOARD) {
            return opened;
        }
        // Without room for an output the selected run is followed too: its card and the strip say what it is at.
        return state.wholeLayout().output().isEmpty() ? first(opened) : others(first(focused(opened)));
    }

    private static Outputs opened(AppState state) {
        Outputs outputs = state.outputs();
        RunId run = state.view() == ViewKind.OUTPUT ? state.reading().run() : null;
        if (run == null) {
            return outputs.withOpened(OutputPane.NONE).withRaw(OutputPane.NONE);
        }
        OutputSource source = OutputSource.of(run);
        if (!source.equals(outputs.opened().source())) {
            outputs = outputs.withOpened(outputs.on(source)).withRaw(OutputPane.NONE);
        }
        boolean raw = state.pages().run().tab() == RunPage.Tab.RAW;
        return raw && outputs.raw().source() == null
                ? outputs.withRaw(OutputPane.of(new OutputSource(run, true)))
                : outputs;
    }

    /// The focus stays among the panes that there is room for.
    private static AppState focused(AppState state) {
        int shown = state.outputPlaces().size();
        return state.outputs().focus() < shown
                ? state
                : state.with(state.outputs().focusing(shown - 1));
    }

    private static AppState first(AppState state) {
        Outputs outputs = state.outputs();
        Optional<Card> card = Targets.card(state);
        Optional<RunId> run = card.flatMap(selected -> Targets.runOf(state.board(), selected));
        Identifier chosen = run.isPresent() ? card.map(Card::id).orElse(null) : null;
        boolean moved = chosen != null && !chosen.equals(outputs.chosen());
        if (!moved && !isFree(state, 0)) {
            return state;
        }
        Outputs now = moved ? outputs.choosing(chosen) : outputs;
        return run.or(() -> newest(state))
                .map(OutputSource::of)
                .filter(source -> !now.shows(source))
                .map(source -> state.with(now.withBoard(0, now.on(source))))
                .orElse(state.with(now));
    }

    private static Optional<RunId> newest(AppState state) {
        Optional<RunId> active = active(state).filter(run -> !shows(state, run)).findFirst();
        boolean empty = state.outputs().board().getFirst().source() == null;
        return active.isPresent() || !empty
                ? active
                : state.board().runs().stream().findFirst().map(RunLine::id);
    }

    private static AppState others(AppState state) {
        AppState settled = state;
        for (int place = 1; place < settled.outputPlaces().size(); place++) {
            if (isFree(settled, place)) {
                settled = filled(settled, place);
            }
        }
        return settled;
    }

    private static AppState filled(AppState state, int place) {
        Outputs outputs = state.outputs();
        return active(state)
                .filter(run -> !shows(state, run))
                .findFirst()
                .map(OutputSource::of)
                .map(source -> state.with(outputs.withBoard(place, outputs.on(source))))
                .orElse(state);
    }

    private static boolean shows(AppState state, RunId run) {
        return state.outputs().shows(OutputSource.of(run));
    }

    private static boolean isFree(AppState state, int place) {
        OutputPane pane = state.outputs().board().get(place);
        RunId run = pane.run();
        boolean read =
                !pane.follow() || (state.focus().output() && state.outputs().focus() == place);
        return run == null || (!read && !Targets.isActive(state.board(), run));
    }

    /// The runs under way, the newest first.
    private static Stream<RunId> active(AppState state) {
        List<ActiveRun> onCards = state.board().runningCards().stream()
                .flatMap(card -> Stream.ofNullable(card.run()))
                .sorted(Comparator.comparing(ActiveRun::startedAt).reversed())
                .toList();
        Stream<RunId> listed = state.board().runs().stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .map(RunLine::id);
        return Stream.concat(onCards.stream().map(ActiveRun::id), listed).distinct();
    }
}

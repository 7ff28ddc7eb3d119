package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.difference.LineComment;
import dev.fuel.tui.difference.PatchFile;
import java.util.Optional;

/// What keys do in a difference.
final class DifferenceKeys {
    private static final int SIDEWAYS = 8;

    private DifferenceKeys() {}

    static AppState move(AppState state, DifferencePane pane, Action action) {
        int page = Panes.room(state).rows();
        return Panes.with(
                state,
                switch (action) {
                    case LEFT -> pane.sideways(-SIDEWAYS);
                    case RIGHT -> pane.sideways(SIDEWAYS);
                    default -> pane.move(Moves.distance(action, page));
                });
    }

    static Step hunk(AppState state, DifferencePane pane, int direction) {
        return Step.to(pane.toHunk(direction)
                .map(moved -> Panes.with(state, moved))
                .orElseGet(() -> state.warn(
                        direction > 0
                                ? "the last hunk; } goes to the next file"
                                : "the first hunk; { goes to the file before")));
    }

    static Step file(AppState state, DifferencePane pane, int direction) {
        return Step.to(pane.toFile(pane.file() + direction)
                .map(moved -> Panes.with(state, moved))
                .orElseGet(() -> state.warn(direction > 0 ? "this is the last file" : "this is the first file")));
    }

    static Step split(AppState state, DifferencePane pane) {
        return Step.to(Panes.with(state, pane.turnSplit()));
    }

    static Step wrap(AppState state, DifferencePane pane) {
        DifferencePane turned = pane.turnWrap();
        return Step.to(
                Panes.with(state, turned).say(turned.form().wrap() ? "lines wrap" : "lines go on to the right: h l"));
    }

    static Step mark(AppState state, DifferencePane pane) {
        return Step.to(Panes.with(state, pane.turnMark()));
    }

    static Step match(AppState state, DifferencePane pane, int direction) {
        return Step.to(Panes.with(state, pane.toMatch(pane.search().current() + direction)));
    }

    /// Who is through with a file goes on to the next one that is left.
    static Step viewed(AppState state, DifferencePane pane) {
        PatchFile file = pane.current();
        if (file == null) {
            return Step.to(state);
        }
        DifferencePane noted = pane.with(pane.notes().turn(file.path()));
        if (!noted.notes().viewed().contains(file.path())) {
            return Step.to(Panes.with(state, noted));
        }
        int files = noted.patch().files().size();
        for (int step = 1; step < files; step++) {
            int next = (noted.file() + step) % files;
            if (!noted.notes().viewed().contains(noted.patch().files().get(next).path())) {
                return Step.to(Panes.with(state, noted.toFile(next).orElse(noted)));
            }
        }
        return Step.to(Panes.with(state, noted).say("all files are viewed"));
    }

    static Step comment(AppState state, DifferencePane pane) {
        Optional<LineComment> here = pane.commentHere();
        return Step.to(here.map(comment ->
                        state.with(new Overlay.Write(new Writing.Comment(comment), TextField.of(comment.text()))))
                .orElseGet(() -> state.warn("c: no line stands here")));
    }
}

package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The outputs that are read: those on the board, and the run that is opened full screen.
///
/// A pane exists as long as its output is followed, so that none misses a line.
///
/// @param board  beside each other, one to {@link #MOST}
/// @param focus  which of them keys act on
/// @param chosen the card that the first one was taken from; null if from none
/// @param opened the run that is opened
/// @param raw    the same as its program printed it, once somebody has looked
public record Outputs(
        List<OutputPane> board, int focus, @Nullable Identifier chosen, OutputPane opened, OutputPane raw) {
    public static final int MOST = 4;
    public static final Outputs NONE = new Outputs(List.of(OutputPane.NONE), 0, null, OutputPane.NONE, OutputPane.NONE);

    public Outputs {
        board = List.copyOf(board);
    }

    /// What has to be followed.
    public Set<OutputSource> sources() {
        return all().flatMap(pane -> Stream.ofNullable(pane.source())).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<OutputPane> all() {
        return Stream.concat(board.stream(), Stream.of(opened, raw));
    }

    OutputPane focused() {
        return board.get(focus);
    }

    /// A pane at the end of the output, with what is known of it.
    OutputPane on(OutputSource source) {
        return all().filter(pane -> source.equals(pane.source()))
                .findFirst()
                .map(pane -> pane.from(source))
                .orElseGet(() -> OutputPane.of(source));
    }

    boolean shows(OutputSource source) {
        return board.stream().anyMatch(pane -> source.equals(pane.source()));
    }

    Outputs withBoard(int place, OutputPane pane) {
        List<OutputPane> changed = new ArrayList<>(board);
        changed.set(place, pane);
        return new Outputs(changed, focus, chosen, opened, raw);
    }

    Outputs choosing(@Nullable Identifier card) {
        return new Outputs(board, focus, card, opened, raw);
    }

    Outputs focusing(int place) {
        return new Outputs(board, place, chosen, opened, raw);
    }

    Outputs withOpened(OutputPane changed) {
        return new Outputs(board, focus, chosen, changed, raw);
    }

    Outputs withRaw(OutputPane changed) {
        return new Outputs(board, focus, chosen, opened, changed);
    }

    /// One pane more or less on the board; with all that there can be, one.
    Outputs turned() {
        int count = board.size() % MOST + 1;
        List<OutputPane> changed = new ArrayList<>(board.subList(0, Math.min(count, board.size())));
        while (changed.size() < count) {
            changed.add(OutputPane.NONE);
        }
        return new Outputs(changed, Math.min(focus, count - 1), chosen, opened, raw);
    }

    /// The panes on the output, changed.
    Outputs changed(OutputSource source, UnaryOperator<OutputPane> change) {
        return changed(pane -> source.equals(pane.source()) ? change.apply(pane) : pane);
    }

    Outputs changed(UnaryOperator<OutputPane> change) {
        return new Outputs(board.stream().map(change).toList(), focus, chosen, change.apply(opened), change.apply(raw));
    }
}

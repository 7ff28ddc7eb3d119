package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person has done here that can be taken back, the latest last.
public record History(List<Change> undo, List<Change> redo) {
    static final History EMPTY = new History(List.of(), List.of());

    private static final int MOST = 50;

    /// Why a change was made.
    public enum Cause {
        /// A person asked for it.
        ASKED,
        UNDO,
        REDO
    }

    public History {
        undo = List.copyOf(undo);
        redo = List.copyOf(redo);
    }

    Optional<Change> latest() {
        return undo.isEmpty() ? Optional.empty() : Optional.of(undo.getLast());
    }

    Optional<Change> latestUndone() {
        return redo.isEmpty() ? Optional.empty() : Optional.of(redo.getLast());
    }

    /// The history without the change that is about to be made, so that it is not made twice.
    History taking(Cause cause) {
        return switch (cause) {
            case ASKED -> this;
            case UNDO -> new History(undo.subList(0, undo.size() - 1), redo);
            case REDO -> new History(undo, redo.subList(0, redo.size() - 1));
        };
    }

    /// The history after a change was made. A new one ends what could be done again.
    History after(Cause cause, @Nullable Change inverse) {
        return switch (cause) {
            case ASKED -> inverse == null ? this : new History(with(undo, inverse), List.of());
            case UNDO -> inverse == null ? this : new History(undo, with(redo, inverse));
            case REDO -> inverse == null ? this : new History(with(undo, inverse), redo);
        };
    }

    /// The history when that act has been carried out: nothing takes it back any more.
    History settled(long request) {
        return new History(
                undo.stream().flatMap(change -> without(change, request)).toList(), redo);
    }

    private static Stream<Change> without(Change change, long request) {
        return switch (change) {
            case Change.TakeBack(long id, Change _) when id == request -> Stream.empty();
            case Change.Together(List<Change> changes) -> {
                List<Change> left =
                        changes.stream().flatMap(each -> without(each, request)).toList();
                yield left.isEmpty() ? Stream.empty() : Stream.of(new Change.Together(left));
            }
            default -> Stream.of(change);
        };
    }

    /// The acts of this session that can still be taken back.
    List<Long> acts() {
        return undo.stream().flatMap(History::acts).toList();
    }

    private static Stream<Long> acts(Change change) {
        return switch (change) {
            case Change.TakeBack(long request, Change _) -> Stream.of(request);
            case Change.Together(List<Change> changes) -> changes.stream().flatMap(History::acts);
            default -> Stream.empty();
        };
    }

    private static List<Change> with(List<Change> changes, Change next) {
        List<Change> more = new ArrayList<>(changes);
        more.add(next);
        return more.subList(Math.max(0, more.size() - MOST), more.size());
    }
}

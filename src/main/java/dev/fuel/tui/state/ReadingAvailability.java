package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.action.Action;
import java.util.Optional;

/// Says why a key does nothing on the pages that are read.
final class ReadingAvailability {
    private ReadingAvailability() {}

    static Optional<String> missing(AppState state, Action action) {
        return switch (action) {
            case APPROVE -> verdict(state, InboxAction.APPROVE, "nothing of it waits to be approved");
            case REJECT -> verdict(state, InboxAction.REQUEST_CHANGES, "nothing of it waits to be judged");
            case REVIEW ->
                unless(
                        state.view() != ViewKind.REVIEWING
                                && Targets.work(state).isPresent(),
                        state.view() == ViewKind.REVIEWING ? "it is open already" : "no task or epic is selected");
            case COMMENT, MARK_RANGE, VIEWED -> onReview(state);
            case SIDE_BY_SIDE ->
                unless(
                        state.size().columns() >= ReviewLayout.SPLIT_COLUMNS,
                        "side by side needs %d columns".formatted(ReviewLayout.SPLIT_COLUMNS));
            case NEXT_MATCH, PREVIOUS_MATCH -> unless(hasMatches(state), "nothing was found: / searches");
            case SEARCH, NEXT_PART, PREVIOUS_PART ->
                unless(
                        isReadable(state),
                        state.view() == ViewKind.OUTPUT ? "this side has none" : "only in outputs and differences");
            case NEXT_SIBLING, PREVIOUS_SIBLING ->
                unless(
                        state.view() == ViewKind.OUTPUT || state.view() == ViewKind.REVIEWING,
                        "only in an opened run or review");
            default -> Optional.empty();
        };
    }

    private static Optional<String> verdict(AppState state, InboxAction action, String otherwise) {
        return unless(Reviewing.item(state, action).isPresent(), otherwise);
    }

    private static Optional<String> onReview(AppState state) {
        return unless(
                state.view() == ViewKind.REVIEWING
                        && state.pages().review().pane().current() != null,
                "comments go back from a review: D opens it");
    }

    private static boolean isReadable(AppState state) {
        boolean output =
                state.view() == ViewKind.OUTPUT && state.pages().run().tab().isOutput();
        return output || state.focus().output() || Panes.difference(state).isPresent();
    }

    private static boolean hasMatches(AppState state) {
        return Panes.difference(state)
                .map(pane -> !pane.search().matches().isEmpty())
                .orElseGet(() -> isReadable(state)
                        && !state.output().marks().search().lines().isEmpty());
    }

    private static Optional<String> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }
}

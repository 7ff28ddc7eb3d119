package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.tui.action.Action;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.difference.LineComment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What happens on the page where work is reviewed.
final class Reviewing {
    private Reviewing() {}

    static AppState opened(AppState state, ReviewSubject subject) {
        ViewKind from = state.view().isTop() ? state.view() : state.from();
        return state.with(state.pages().review().open(subject)).show(ViewKind.REVIEWING, from);
    }

    /// Nobody judges work that they have not seen: when a verdict is asked for anew, the page is read anew.
    static Step refreshed(AppState before, AppState after) {
        ReviewSubject subject = after.pages().review().subject();
        Optional<InboxId> asked = asked(after);
        if (after.view() != ViewKind.REVIEWING || subject == null || asked.isEmpty() || asked.equals(asked(before))) {
            return Step.to(after);
        }
        return Step.to(after.say("there is new work: read anew"), new Effect.LoadReview(subject.id()));
    }

    private static Optional<InboxId> asked(AppState state) {
        return item(state, InboxAction.REQUEST_CHANGES).map(InboxLine::id);
    }

    static AppState move(AppState state, Action action) {
        ReviewPage page = state.pages().review();
        return switch (page.part()) {
            case DIFFERENCE -> DifferenceKeys.move(state, page.pane(), action);
            case FILES -> {
                int last = page.pane().patch().files().size() - 1;
                int rows = ReviewLayout.of(state).place(ReviewPage.Part.FILES).rows() - 2;
                long wanted = (long) page.pane().file() + Moves.distance(action, rows);
                yield last < 0 ? state : file(state, page, Math.clamp(wanted, 0, last));
            }
            case STORY -> {
                Rectangle room = TextLayout.inside(ReviewLayout.of(state).place(ReviewPage.Part.STORY));
                int distance = Moves.distance(action, room.rows());
                yield state.with(page.scrolled(distance, room.columns(), room.rows()));
            }
        };
    }

    private static AppState file(AppState state, ReviewPage page, int number) {
        return page.pane()
                .toFile(number)
                .map(pane -> state.with(page.with(pane)))
                .orElse(state);
    }

    static Step pane(AppState state, int direction) {
        ReviewPage page = state.pages().review();
        return Step.to(state.with(page.on(page.part().next(direction))));
    }

    /// The open item that asks for a verdict on the work, if it has the action.
    static Optional<InboxLine> item(AppState state, InboxAction action) {
        ReviewSubject subject = state.pages().review().subject();
        if (subject == null) {
            return Optional.empty();
        }
        return state.board().inbox().stream()
                .filter(line -> Objects.equals(line.task() == null ? line.epic() : line.task(), subject.id()))
                .filter(line -> line.actions().contains(action))
                .findFirst();
    }

    /// Asked for only where comments would be lost: what lands can be taken back for a while.
    static Step approve(AppState state) {
        ReviewSubject subject = Objects.requireNonNull(state.pages().review().subject());
        InboxLine item = item(state, InboxAction.APPROVE).orElseThrow();
        Change approval = new Change.Decide(item.id(), InboxAction.APPROVE, null);
        int comments = state.pages().review().comments().size();
        if (comments == 0) {
            return Changing.make(state, approval);
        }
        String lost = "Your %s on it will not be sent: x sends the work back with them."
                .formatted(comments == 1 ? "comment" : comments + " comments");
        return Step.to(state.with(new Overlay.Question(
                "Approve %s?".formatted(subject.id().value()),
                List.of(subject.title(), String.join("   ", subject.facts()), lost),
                "y approve    n not yet",
                approval)));
    }

    static Overlay requestChanges(AppState state) {
        InboxLine item = item(state, InboxAction.REQUEST_CHANGES).orElseThrow();
        int comments = state.pages().review().comments().size();
        return new Overlay.Write(new Writing.Changes(item.id(), item.about(), comments, false), TextField.EMPTY);
    }

    /// The person's words, then the comments on lines.
    static String reason(String words, List<LineComment> comments) {
        String listed = LineComment.listed(comments);
        return words.isBlank() ? listed : listed.isEmpty() ? words.strip() : words.strip() + "\n\n" + listed;
    }

    /// The comments have gone; they are not to go a second time.
    static AppState sentBack(AppState state) {
        ReviewPage page = state.pages().review();
        return state.with(page.with(page.pane().with(page.pane().notes().withoutComments())));
    }
}

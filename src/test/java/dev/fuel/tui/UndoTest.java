package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.History;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.Later;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.PendingAct;
import dev.fuel.tui.state.SnoozedLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Acts that can be taken back for a moment, and items that were put off.
class UndoTest {
    private static final InboxId EPIC_REVIEW = new InboxId("i-00bb02");
    private static final Change APPROVAL = new Change.Decide(EPIC_REVIEW, InboxAction.APPROVE, null);
    private static final Change TAKE_BACK = new Change.TakeBack(7, APPROVAL);

    private final Screens screens =
            Screens.of(new Size(120, 35), Boards.withEpicReview()).press("3");

    @Test
    void approvingIsOneKeyAndCountsDownUntilItIsTakenBack() {
        assertThat(screens.press("a").changes()).containsExactly(APPROVAL);
        approved();
        assertThat(screens.text()).contains("e-4f19c2 approved, lands in 4s   u undo");

        assertThat(screens.press("u").changes()).containsExactly(APPROVAL, TAKE_BACK);
    }

    @Test
    void anotherActDoesNotShortenTheFirst() {
        screens.send(new Message.BoardLoaded(later(
                new PendingAct(7, "e-4f19c2 approved, lands", Boards.NOW.plusSeconds(2)),
                new PendingAct(8, "f-3a9c12 is tried again", Boards.NOW.plusSeconds(5)))));

        assertThat(screens.text()).contains("f-3a9c12 is tried again in 5s   and 1 more   u undo");
    }

    @Test
    void whatIsCarriedOutIsToldAndCannotBeTakenBack() {
        approved();
        screens.send(new Message.BoardLoaded(Boards.withEpicReview()))
                .send(new Message.ActSettled(7, "e-4f19c2 is approved, its work is on main"));

        assertThat(screens.text()).contains("e-4f19c2 is approved, its work is on main");
        assertThat(screens.press("u").changes()).isEmpty();
    }

    @Test
    void whatCouldNotBeCarriedOutMustBeRead() {
        approved();
        screens.send(new Message.ActSettled(7, "refused: conflict in Fees.java"));

        assertThat(screens.text()).contains("what you asked for was not carried out", "conflict in Fees.java");
        assertThat(screens.press("Esc").state().overlay()).isEqualTo(Overlay.NONE);
    }

    @Test
    void leavingAsksAndThenDoesItAtOnce() {
        approved();

        assertThat(screens.press("q").text()).contains("Leaving does this at once", "e-4f19c2 approved, lands in 4s");
        assertThat(screens.press("Enter", "q", "y").effects()).contains(new Effect.Leave(Leaving.AT_ONCE, List.of(7L)));
    }

    @Test
    void leavingAsksNothingAboutTheActsOfOthers() {
        screens.send(new Message.BoardLoaded(
                later(new PendingAct(9, "e-4f19c2 approved, lands", Boards.NOW.plusSeconds(4)))));

        assertThat(screens.press("q").effects()).contains(new Effect.Leave(Leaving.AT_ONCE, List.of()));
    }

    @Test
    void anItemIsPutOffByTwoKeys() {
        assertThat(screens.press("Z", "e").changes()).containsExactly(new Change.Snooze(EPIC_REVIEW, "evening"));
    }

    @Test
    void whatWasPutOffIsNamedAndCanBeTakenUp() {
        Board board = with(
                Boards.withEpicReview(),
                List.of(),
                new Later(
                        List.of(),
                        List.of(new SnoozedLine(
                                EPIC_REVIEW, "EPIC REVIEW", "Two-phase ledger", Boards.NOW.plusSeconds(60), "15:00"))));
        screens.send(new Message.BoardLoaded(board));

        assertThat(screens.text()).contains("Snoozed 1, the next until 15:00 (Z shows them)");
        assertThat(screens.press("Z").text()).contains("take up now: EPIC REVIEW  Two-phase ledger");
        assertThat(screens.press("Enter").changes()).containsExactly(new Change.Snooze(EPIC_REVIEW, "off"));
    }

    private void approved() {
        screens.send(new Message.ChangeMade(new Made("asked for", TAKE_BACK, List.of(7L)), History.Cause.ASKED))
                .send(new Message.BoardLoaded(
                        later(new PendingAct(7, "e-4f19c2 approved, lands", Boards.NOW.plusSeconds(4)))));
    }

    private static Board later(PendingAct... pending) {
        return with(Boards.withEpicReview(), Boards.withEpicReview().inbox(), new Later(List.of(pending), List.of()));
    }

    private static Board with(Board board, List<InboxLine> inbox, Later later) {
        return Boards.with(
                Boards.with(board, new Dispatch(Dispatch.Holder.OTHER, false, "fuel consume", "")), inbox, later);
    }
}

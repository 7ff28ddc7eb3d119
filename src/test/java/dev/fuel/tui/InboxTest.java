package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Answers;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.History;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.ViewKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboxTest {
    private static final Size SIZE = new Size(80, 24);
    private static final InboxId FIRST = new InboxId("i-00cc01");
    private static final InboxId QUESTION = new InboxId("i-00cc02");

    private final Screens screens = Screens.of(SIZE, Boards.withManyItems()).press("3");

    @Test
    void theGoodAnswerIsWhatTheKindSays() {
        screens.press("a");

        assertThat(screens.changes()).containsExactly(new Change.Decide(FIRST, InboxAction.RETRY, null));
    }

    @Test
    void anAnswerIsTypedAndSentOnce() {
        screens.press("j", "a")
                .type("Both are safe")
                .press("Alt-Enter")
                .type("qax")
                .press("Enter", "Enter", "Enter");

        assertThat(screens.changes())
                .containsExactly(new Change.Decide(QUESTION, InboxAction.ANSWER, "Both are safe\nqax"));
    }

    @Test
    void anEmptyAnswerIsNotSent() {
        assertThat(screens.press("j", "a", "Enter").text()).contains("say something first");
        assertThat(screens.press("Esc").state().overlay()).isEqualTo(Overlay.NONE);
        assertThat(screens.changes()).isEmpty();
    }

    @Test
    void theAnswerIsThereUntilItIsStored() {
        screens.press("j", "a").type("Both").press("Enter");
        assertThat(screens.text()).contains("Both");

        screens.send(new Message.Refused("i-00cc02 is over: answered"));
        assertThat(screens.text()).contains("Both", "i-00cc02 is over");

        screens.press("Enter").send(new Message.ChangeMade(new Made("it is told", null), History.Cause.ASKED));
        assertThat(screens.state().overlay()).isEqualTo(Overlay.NONE);
        assertThat(screens.text()).contains("it is told");
    }

    @Test
    void theOtherAnswerTakesAReason() {
        screens.press("x").type("not worth it").press("Enter");

        assertThat(screens.changes()).containsExactly(new Change.Decide(FIRST, InboxAction.CANCEL, "not worth it"));
    }

    @Test
    void aReasonMayBeLeftOut() {
        screens.press("x", "Enter");

        assertThat(screens.changes()).containsExactly(new Change.Decide(FIRST, InboxAction.CANCEL, null));
    }

    @Test
    void aMessageHasNothingToRefuse() {
        assertThat(screens.press("G", "x").text()).contains("x: message has nothing to refuse");
    }

    @ParameterizedTest
    @EnumSource(InboxType.class)
    void everythingThatCanBeDoneIsInTheMenuWithAKeyOfItsOwn(InboxType type) {
        InboxLine item = Boards.item(1, type, "Something", "f-b7c4d0", 60, true);
        Screens one = Screens.of(SIZE, Boards.withInbox(Boards.payments(), List.of(item)));

        Overlay.Menu menu = (Overlay.Menu) one.press("3", "m").state().overlay();

        assertThat(menu.choices().subList(0, type.actions().size())).allSatisfy(choice -> {
            assertThat(choice.key()).isNotEmpty();
            assertThat(choice.off()).isEmpty();
        });
        assertThat(menu.choices().stream().map(choice -> choice.key()).filter(key -> !key.isEmpty()))
                .doesNotHaveDuplicates();
        assertThat(Answers.key(item, Answers.positive(item))).isEqualTo("a");
    }

    @Test
    void whatIsProposedIsAcceptedWithOneKey() {
        InboxLine plain = Boards.item(1, InboxType.STUCK, "Stuck; opus proposes", "f-b7c4d0", 60, true);
        InboxLine proposed = new InboxLine(
                plain.id(),
                plain.type(),
                plain.title(),
                "let codex try",
                plain.task(),
                null,
                null,
                plain.since(),
                true,
                List.of(
                        InboxAction.ACCEPT,
                        InboxAction.RETRY,
                        InboxAction.ANSWER,
                        InboxAction.TAKE_OVER,
                        InboxAction.CANCEL));
        Screens one = Screens.of(SIZE, Boards.withInbox(Boards.payments(), List.of(proposed)))
                .press("3");

        assertThat(one.text()).contains("a  accept: do what is proposed");
        Overlay.Menu menu = (Overlay.Menu) one.press("m").state().overlay();
        assertThat(menu.choices().stream().map(choice -> choice.key()).filter(key -> !key.isEmpty()))
                .doesNotHaveDuplicates();
        one.press("Esc", "a");
        assertThat(one.changes()).containsExactly(new Change.Decide(plain.id(), InboxAction.ACCEPT, null));
    }

    @Test
    void aMenuEntryIsChosenByItsKey() {
        screens.press("m", "t");

        assertThat(screens.changes()).containsExactly(new Change.Decide(FIRST, InboxAction.TAKE_OVER, null));
    }

    @Test
    void whatWasInViewIsReadOnce() {
        screens.press("G", "k", "G");

        assertThat(screens.effects()).containsExactly(new Effect.MarkRead(new InboxId("i-00cc04")));
    }

    @Test
    void enterOpensTheRunBehindAnItemElseItsTask() {
        InboxLine withRun =
                new InboxLine(FIRST, InboxType.STUCK, "Stuck", "", null, null, Boards.LEDGER_RUN, Boards.NOW, true);

        assertThat(screens.press("Enter").effects()).containsExactly(new Effect.LoadDetail(new TaskId("f-b7c4d0")));
        Screens other = Screens.of(SIZE, Boards.withInbox(Boards.payments(), List.of(withRun)))
                .press("3", "Enter");
        assertThat(other.state().view()).isEqualTo(ViewKind.OUTPUT);
        assertThat(other.state().reading().run()).isEqualTo(new RunId(Boards.LEDGER_RUN.value()));
    }

    @Test
    void aLongTextIsReadPageByPage() {
        Screens low = Screens.of(new Size(80, 18), Boards.withManyItems()).press("3");
        assertThat(low.text()).contains("attempt 1, claude-opus").doesNotContain("reads the old scale");

        for (int page = 0; page < 5; page++) {
            low.press("PgDn");
        }

        assertThat(low.text()).contains("reads the old scale");
        assertThat(low.press("j").text()).contains("attempt 1, claude-opus");
    }

    @Test
    void aCardThatNeedsAPersonIsAnsweredOnTheBoard() {
        screens.press("1", "l", "l", "l").press("l");
        while (!screens.state().focus().column().title().equals("Needs you")) {
            screens.press("h");
        }

        assertThat(screens.press("a").state().overlay()).isInstanceOf(Overlay.Prompt.class);
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.difference.PatchFile;
import dev.fuel.tui.difference.PatchLine;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.DifferencePane;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.History;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.ReviewPage;
import dev.fuel.tui.state.RunPage;
import dev.fuel.tui.state.ViewKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewingTest {
    private static final Size SMALL = new Size(80, 24);
    private static final Size LARGE = new Size(160, 50);

    private final Screens screens =
            Screens.of(SMALL, Patches.waiting()).send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));

    @Test
    void whatIsUnderReviewOpensWithEnterAndClosesWithEscape() {
        Screens list = Screens.of(SMALL, Patches.waiting()).press("5", "Enter");
        assertThat(list.effects()).containsExactly(new Effect.LoadReview(Patches.PAYOUT));

        list.send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
        assertThat(list.state().view()).isEqualTo(ViewKind.REVIEWING);
        assertThat(list.press("Esc").state().view()).isEqualTo(ViewKind.REVIEW);
    }

    @Test
    void itOpensAtTheFirstChange() {
        assertThat(line().text()).contains("HALF_UP).longValue()");
    }

    @Test
    void hunksAndFilesAreJumpedTo() {
        screens.press("]");
        assertThat(pane().hunk()).isEqualTo(2);
        assertThat(screens.press("]").text()).contains("the last hunk");

        assertThat(file(screens.press("}"))).isEqualTo("MinorUnits.java");
        assertThat(file(screens.press("{", "{"))).isEqualTo("PayoutCalculator.java");
    }

    @Test
    void aViewedFileLeadsToTheNextOneThatIsNot() {
        screens.press("}", "Space", "Space");
        assertThat(file(screens)).isEqualTo("logo.png");

        screens.press("Space", "Space");
        assertThat(file(screens)).isEqualTo("PayoutCalculator.java");
        assertThat(screens.press("Space").text()).contains("all files are viewed");
    }

    @Test
    void commentsGoBackWithRequestChanges() {
        screens.press("j", "c").type("use longValueExact").press("Enter");
        screens.press("}", "v", "j", "c")
                .type("why final?")
                .press("Enter", "x")
                .type("Not yet.")
                .press("Enter");

        assertThat(screens.effects()).containsExactly(sentBack("""
                Not yet.

                src/main/java/pay/PayoutCalculator.java:42: use longValueExact
                src/main/java/pay/MinorUnits.java:1-2: why final?"""));
    }

    @Test
    void aCommentOnARemovedLineSaysSo() {
        screens.press("c").type("keep it").press("Enter", "x", "Enter");

        assertThat(screens.effects())
                .containsExactly(sentBack("src/main/java/pay/PayoutCalculator.java:42 (removed): keep it"));
    }

    @Test
    void aCommentIsChangedWithTheSameKeyAndDroppedWithoutWords() {
        screens.press("c").type("first").press("Enter", "c").type(" thought").press("Enter");
        assertThat(screens.text()).contains("you: first thought");

        screens.press("c", "^u", "Enter");
        assertThat(screens.state().pages().review().comments()).isEmpty();
    }

    @Test
    void commentsStayUntilTheyAreSent() {
        screens.press("c").type("mine").press("Enter", "Esc");
        screens.send(new Message.ReviewLoaded(Patches.subject(Boards.LEDGER_TASK)));
        assertThat(screens.state().pages().review().comments()).isEmpty();

        screens.send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
        assertThat(screens.state().pages().review().comments()).hasSize(1);

        screens.press("x", "Enter").send(new Message.ChangeMade(new Made("sent back", null), History.Cause.ASKED));
        assertThat(screens.state().overlay()).isEqualTo(Overlay.NONE);
        assertThat(screens.state().pages().review().comments()).isEmpty();
    }

    @Test
    void withoutWordsAndCommentsNothingIsSentBack() {
        screens.press("x", "Enter");

        assertThat(screens.effects()).isEmpty();
        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Write.class);
    }

    @Test
    void approvingAsksOnlyWhereCommentsWouldBeLost() {
        assertThat(screens.press("a").effects()).containsExactly(decided(InboxAction.APPROVE, null));
    }

    @Test
    void approvingWithCommentsAsks() {
        screens.press("c").type("Why?").press("Enter", "a");
        assertThat(screens.text()).contains("Approve f-0d55aa?", "+84 -12", "Your comment on it will not be sent");

        assertThat(screens.press("a", "Enter").effects()).isEmpty();
        assertThat(screens.press("y").effects()).containsExactly(decided(InboxAction.APPROVE, null));
    }

    @Test
    void newWorkIsReadBeforeItIsJudged() {
        Screens open = Screens.of(SMALL, Boards.payments())
                .send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)))
                .send(new Message.BoardLoaded(Patches.waiting()));
        assertThat(open.effects()).containsExactly(new Effect.LoadReview(Patches.PAYOUT));

        assertThat(open.send(new Message.BoardLoaded(Patches.waiting())).effects())
                .hasSize(1);
    }

    @Test
    void whatDoesNotWaitCannotBeJudged() {
        Screens other = Screens.of(SMALL, Boards.payments())
                .send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)))
                .press("x");

        assertThat(other.text()).contains("nothing of it waits to be judged");
        assertThat(other.press("a").effects()).isEmpty();
    }

    @Test
    void theSearchGoesThroughAllFiles() {
        screens.press("/").type("FINAL").press("Enter");
        assertThat(screens.text()).contains("match 1/1");
        assertThat(file(screens)).isEqualTo("MinorUnits.java");

        assertThat(screens.press("Esc").text()).doesNotContain("match 1/1");
        assertThat(screens.state().view()).isEqualTo(ViewKind.REVIEWING);
    }

    @Test
    void resizingKeepsTheLineUnderTheCursor() {
        screens.press("j", "j", "j");
        PatchLine before = line();

        screens.send(new Message.Resized(LARGE));
        assertThat(pane().form().split()).isTrue();
        assertThat(line()).isSameAs(before);

        screens.press("s");
        assertThat(pane().form().split()).isFalse();
        assertThat(line()).isSameAs(before);
    }

    @Test
    void sideBySideNeedsRoom() {
        assertThat(screens.press("s").text()).contains("side by side needs 140 columns");
    }

    @Test
    void theCursorIsAlwaysInView() {
        Screens narrow = Screens.of(new Size(60, 15), Patches.waiting())
                .send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)))
                .press("w", "g");
        for (int press = 0; press < 40; press++) {
            narrow.press(press % 7 == 0 ? "^d" : "j");

            assertThat(narrow.text().lines().filter(row -> row.startsWith("│>")))
                    .hasSize(1);
        }
    }

    @Test
    void aRunHasFourSides() {
        Screens run = Screens.of(SMALL, Boards.payments()).press("Enter", "}");
        assertThat(run.effects()).containsExactly(new Effect.LoadRun(Boards.LEDGER_RUN));
        assertThat(run.state().pages().run().tab()).isEqualTo(RunPage.Tab.DIFFERENCE);

        run.send(new Message.RunLoaded(Patches.run(Boards.LEDGER_RUN)));
        assertThat(run.text()).contains("PayoutCalculator.java", "[Diff]");
        assertThat(run.press("Tab").text()).contains("Work in this folder.");
        assertThat(run.press("}").text()).contains("212 passed");
        assertThat(run.press("}").text()).contains("No output yet.", "[Raw]");
        assertThat(run.press("}").state().pages().run().tab()).isEqualTo(RunPage.Tab.OUTPUT);
    }

    @Test
    void callsFoldAndOpen() {
        Screens run = Screens.of(SMALL, Boards.payments()).press("Enter").withOutput();
        assertThat(run.text()).contains("twoWritersKeepBalance FAILED").doesNotContain("212 lines");

        run.press("[", "[", "Enter");
        assertThat(run.text()).doesNotContain("twoWritersKeepBalance FAILED");

        run.press("[", "[", "Enter");
        assertThat(run.text()).contains("212 lines");
    }

    @Test
    void searchingAnOutputCountsTheWholeFile() {
        OutputSource output = new OutputSource(Boards.LEDGER_RUN, false);
        Screens run = Screens.of(SMALL, Boards.payments()).press("Enter").withOutput();
        run.press("/").type("ledger").press("Enter");
        assertThat(run.effects()).containsExactly(new Effect.SearchOutput(output, "ledger"));
        assertThat(run.text()).contains("match 5/5 ...");

        run.send(new Message.OutputSearched(output, new OutputMatches("ledger", List.of(0L, 1L, 3L, 4L, 5L), 40, 9)));
        assertThat(run.text()).contains("match 40/40");
        assertThat(run.press("N").text()).contains("match 39/40");
    }

    @Test
    void theStoryOfTheWorkIsATabAway() {
        assertThat(screens.press("Tab").text()).contains("I did not touch the CSV export.", "a09d1e3 Use half-even");
        assertThat(screens.state().pages().review().part()).isEqualTo(ReviewPage.Part.STORY);
    }

    @Test
    void aRefusalKeepsTheWords() {
        screens.press("x").type("not yet").press("Enter", "Enter");
        assertThat(screens.effects()).hasSize(1);

        screens.send(new Message.Refused("it is over"));
        assertThat(screens.text()).contains("it is over", "not yet");
        assertThat(screens.press("Enter").effects()).hasSize(2);
    }

    private static Effect sentBack(String reason) {
        return decided(InboxAction.REQUEST_CHANGES, reason);
    }

    private static Effect decided(InboxAction action, @Nullable String text) {
        return new Effect.Make(new Change.Decide(Patches.ITEM, action, text), History.Cause.ASKED);
    }

    private DifferencePane pane() {
        return screens.state().pages().review().pane();
    }

    private PatchLine line() {
        return Objects.requireNonNull(Objects.requireNonNull(pane().row()).line());
    }

    private static String file(Screens screens) {
        PatchFile file = screens.state().pages().review().pane().current();
        return Objects.requireNonNull(file).name();
    }

    @Test
    void behindTheLastFileOfARunStandsItsNextSide() {
        Screens run = Screens.of(new Size(80, 24), Boards.payments())
                .press("Enter")
                .withOutput()
                .press("}")
                .send(new Message.RunLoaded(Patches.run(Boards.LEDGER_RUN)));
        int files = Patches.run(Boards.LEDGER_RUN).patch().files().size();
        for (int file = 1; file < files; file++) {
            run.press("}");
        }
        assertThat(run.text()).contains("[Diff]", "%d/%d".formatted(files, files));

        assertThat(run.press("}").text()).contains("[Prompt]");
        assertThat(run.press("{").text()).contains("[Diff]", "%d/%d".formatted(files, files));
    }
}

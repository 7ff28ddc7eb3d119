package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.History;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.Pick;
import dev.fuel.tui.state.SettingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a person does by hand: to several things at once, to epics, to agents, and in other programs.
class HandsOnTest {
    private final Screens screens = Screens.of(new Size(120, 35), Boards.payments());

    @Test
    void oneKeyActsOnEverythingThatIsMarked() {
        screens.press("h", "j", "Space", "Space");
        assertThat(screens.text()).contains("+");

        screens.press("K");
        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Together.class,
                        together -> assertThat(together.changes())
                                .hasSize(2)
                                .allMatch(Change.Prioritise.class::isInstance));
        assertThat(screens.state().doing().marks().keys()).isEmpty();
    }

    @Test
    void aRangeGoesFromTheLastMarkToTheSelection() {
        screens.press("h", "Space", "j", "j", "v", "p");

        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Together.class,
                        together -> assertThat(together.changes())
                                .hasSize(4)
                                .allMatch(Change.ToggleHold.class::isInstance));
    }

    @Test
    void escapeTakesTheMarksAwayAndNothingElse() {
        screens.press("h", "Space", "Esc");

        assertThat(screens.state().doing().marks().keys()).isEmpty();
        assertThat(screens.effects()).isEmpty();
    }

    @Test
    void cancellingSeveralAsksOnceAboutTheRunsThatAreLost() {
        screens.press("Space", "k", "d");
        assertThat(screens.text()).contains("Cancel");
        assertThat(screens.changes()).isEmpty();
    }

    @Test
    void aMessageIsWrittenToTheAgentOfTheTaskAndSentOnce() {
        screens.press("r");
        assertThat(screens.text())
                .contains("Message to the agent of f-3a9c12", "read when the run ends; Enter sends it");

        screens.type("mind the fees").press("Enter", "Enter");
        assertThat(screens.changes()).containsExactly(new Change.Message(Boards.LEDGER_TASK, "mind the fees"));
        screens.send(new Message.Refused("f-3a9c12 is in review"));
        assertThat(screens.text()).contains("mind the fees");
        screens.press("Enter")
                .send(new Message.ChangeMade(
                        new Made("asked for", new Change.Cancel(Boards.LEDGER_TASK), List.of(3L)),
                        History.Cause.ASKED));
        assertThat(screens.state().overlay()).isEqualTo(Overlay.NONE);
    }

    @Test
    void anEpicIsMadeAndChangedInAForm() {
        screens.press("N")
                .type("Refund API")
                .press("Tab")
                .type("Partial refunds")
                .press("Enter", "Enter");
        assertThat(screens.changes()).containsExactly(new Change.AddEpic("Refund API", "Partial refunds"));

        Screens epics = Screens.of(new Size(120, 35), Boards.payments()).press("7", "e");
        assertThat(epics.effects()).contains(new Effect.LoadEpic(Boards.LEDGER));
        epics.send(new Message.EpicLoaded(Boards.LEDGER, "Ledger", ""))
                .type(" 2")
                .press("Enter");
        assertThat(epics.changes()).containsExactly(new Change.EditEpic(Boards.LEDGER, "Ledger 2", ""));
    }

    @Test
    void anEpicIsPausedByTheKeyThatPausesTasks() {
        assertThat(screens.press("7", "p").changes()).containsExactly(new Change.ToggleHold(Boards.LEDGER));
    }

    @Test
    void whatIsSelectedOpensInAnotherProgram() {
        screens.press("o");
        assertThat(screens.effects())
                .containsExactly(new Effect.LoadPlaces(new Loan.Place(Boards.LEDGER_TASK, null, "", 0)));

        Loan shell = new Loan.Shell(Path.of("/tmp"));
        screens.send(new Message.PlacesLoaded(List.of(Choice.of("s", "shell in worktrees", new Pick.Open(shell)))));
        assertThat(screens.press("s").effects()).contains(new Effect.Lend(shell));
    }

    @Test
    void anAgentIsLoggedInByItsOwnProgram() {
        assertThat(screens.press("2", "L").effects()).containsExactly(new Effect.Lend(new Loan.LogIn(Boards.OPUS)));
    }

    @Test
    void theMarkedTasksAreRetriedTogether() {
        screens.press("h", "Space", "Space", "R", "1");

        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Together.class,
                        together -> assertThat(together.changes())
                                .hasSize(2)
                                .allMatch(change ->
                                        change instanceof Change.Retry(TaskId _, var agent) && agent == null));
    }

    @Test
    void theFirstStepsSayWhatIsMissingAndTheKeyThatMendsIt() {
        Screens first = Screens.of(new Size(80, 24), Board.empty("payments-api"));
        assertThat(first.effects()).containsExactly(new Effect.LoadOverview());
        assertThat(first.text()).contains("Check command", "not set: e sets review", "press n", "P");

        var settings = List.of(
                new SettingLine("workspace.base", "trunk", "line 3"),
                new SettingLine("review.tests.command", "mvn -q verify", "line 4"));
        first.send(new Message.OverviewLoaded(new Overview(List.of(), "", settings)));
        assertThat(first.text()).contains("payments-api (lands on trunk)", "mvn -q verify");
        assertThat(first.press("e").effects()).contains(new Effect.Lend(new Loan.Configure(0)));
    }

    @Test
    void aSettingIsEditedAtItsLine() {
        screens.press("9")
                .send(new Message.OverviewLoaded(
                        new Overview(List.of(), "", List.of(new SettingLine("max_concurrent", "4", "line 12")))));

        assertThat(screens.press("e").effects()).contains(new Effect.Lend(new Loan.Configure(12)));
    }

    @Test
    void theTextOfAFormGoesToTheEditorAndComesBack() {
        screens.press("n").type("Fees").press("Tab").type("by the day").press("^o");

        assertThat(screens.effects()).containsExactly(new Effect.Lend(new Loan.Compose("by the day")));
        screens.send(new Message.TextComposed("by the day,\nor by\tthe week\u001b[2J"))
                .press("Enter");
        assertThat(screens.changes()).singleElement().isInstanceOfSatisfying(Change.AddTask.class, added -> {
            assertThat(added.task().title()).isEqualTo("Fees");
            assertThat(added.task().description()).isEqualTo("by the day,\nor by   the week");
        });
    }

    @Test
    void aLongLineComesBackWhole() {
        String line = "word ".repeat(5_000).strip();
        screens.press("n", "x", "^o").send(new Message.TextComposed(line)).press("Enter");

        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.AddTask.class,
                        added -> assertThat(added.task().description()).isEqualTo(line));
    }

    @Test
    void anEditorThatFailsLeavesTheTextAsItWasAndSaysSo() {
        screens.press("N").type("Refunds").press("Tab").type("paid back").press("^o");

        screens.send(new Message.Refused("the editor ended with 1: the text is as it was"));

        assertThat(screens.text()).contains("paid back", "the editor ended with 1: the text is as it was");
    }

    @Test
    void aMessageIsWrittenInTheEditorAndWhatIsLookedForIsNot() {
        screens.press("r").type("mind").press("^o").send(new Message.TextComposed("mind the fees\nand the scale"));
        screens.press("Enter");
        assertThat(screens.changes())
                .containsExactly(new Change.Message(Boards.LEDGER_TASK, "mind the fees\nand the scale"));

        Screens output = Screens.of(new Size(120, 35), Boards.payments());
        output.press("Enter").withOutput().press("/").type("fees").press("^o");
        assertThat(output.effects()).noneMatch(Effect.Lend.class::isInstance);
    }

    @Test
    void aBackslashBeforeEnterIsANewLineInAMessage() {
        screens.press("r").type("one\\").press("Enter").type("two").press("Enter");

        assertThat(screens.changes()).containsExactly(new Change.Message(Boards.LEDGER_TASK, "one\ntwo"));
    }

    @Test
    void anAgentIsTestedOnceAtATimeAndWhatItSaidStaysInView() {
        screens.press("2", "j", "t");
        assertThat(screens.effects()).endsWith(new Effect.TestAgent(Boards.SONNET));
        screens.send(new Message.Begun(7, "test claude-sonnet", Set.of("claude-sonnet")))
                .press("t");
        assertThat(screens.text()).contains("t: claude-sonnet is being tested");

        screens.send(new Message.AgentTested(MemoryBackend.trial(Boards.SONNET)))
                .send(new Message.Ended(7));

        assertThat(screens.text())
                .contains("claude-sonnet answered in 3.2s: ready", "412 tokens in, 5 out, $0.01", "t test");
        screens.later(Duration.ofMinutes(1));
        assertThat(screens.text()).contains("Test      answered in 3.2s: ready");
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest {
    private static final Size SIZE = new Size(120, 35);

    private final Screens screens = Screens.of(SIZE, Boards.payments());

    @Test
    void theFocusStartsWhereSomethingRuns() {
        assertThat(selected()).isEqualTo(Boards.LEDGER_TASK.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd", "q", "q\nq\n", "y", "SSS\n", "\u0003"})
    void pastingIntoAnyListChangesNothing(String text) {
        for (String view : List.of("1", "2", "3", "4", "5", "6", "7", "9")) {
            screens.press(view).paste(text);
        }

        assertThat(screens.effects()).allMatch(effect -> effect instanceof Effect.LoadOverview);
        assertThat(screens.state().overlay()).isEqualTo(Overlay.NONE);
        assertThat(screens.text()).contains("press n to make a task from it");
    }

    @Test
    void aPasteBecomesATaskWhenAsked() {
        screens.paste("Retry 425\nThe gateway\tanswers it.\nBoth are safe.").press("n", "Enter");

        assertThat(screens.changes()).singleElement().isInstanceOfSatisfying(Change.AddTask.class, effect -> {
            assertThat(effect.task().title()).isEqualTo("Retry 425");
            assertThat(effect.task().description()).isEqualTo("The gateway answers it.\nBoth are safe.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "Enter", "S", "x"})
    void holdingAKeyDownLosesNoWork(String key) {
        for (int press = 0; press < 100; press++) {
            screens.press(key);
        }

        assertThat(screens.effects()).allSatisfy(effect -> assertThat(effect).isInstanceOf(Effect.LoadDetail.class));
    }

    @Test
    void aHeldKeyDoesNotGoOnWithTheNextOne() {
        screens.press("h");
        for (int press = 0; press < 100; press++) {
            screens.press("d").send(new Message.BoardLoaded(Boards.payments()));
        }

        assertThat(screens.effects()).hasSize(1);
    }

    @Test
    void stoppingARunIsAskedForWithWhatIsAtStake() {
        screens.press("S");

        assertThat(screens.text()).contains("Stop run-2071ab?", "41 tool calls", "6m12s", "y stop    n keep running");
        assertThat(screens.press("Enter", "S").effects()).isEmpty();
        assertThat(screens.press("y").changes()).containsExactly(new Change.StopRun(Boards.LEDGER_RUN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "d"})
    void aQuestionAboutARunGoesAwayWhenItEndsByItself(String key) {
        screens.press(key);

        screens.send(new Message.BoardLoaded(Board.empty("payments-api"))).press("y");

        assertThat(screens.effects()).containsOnly(new Effect.LoadOverview());
    }

    @Test
    void theSelectionStaysWithItsTaskWhateverMovesAroundIt() {
        screens.press("h", "j", "j", "j");
        String before = selected();
        Random random = new Random(11);
        for (int turn = 0; turn < 50; turn++) {
            List<Card> ready = new ArrayList<>(Boards.ready());
            Collections.shuffle(ready, random);
            screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), Map.of(ColumnKind.READY, ready))));
            screens.send(new Message.Resized(new Size(60 + random.nextInt(140), 15 + random.nextInt(45))));

            assertThat(selected()).isEqualTo(before);
        }
    }

    @Test
    void aListThatNobodyHasLookedAtOpensAtItsFirstRow() {
        Board later = after(Boards.payments(), new EventLine(Boards.NOW, "f-61e8aa landed"));
        screens.send(new Message.BoardLoaded(later)).press("6");
        assertThat(screens.state().list(ViewKind.EVENTS).index()).isZero();

        String seen = screens.state().list(ViewKind.EVENTS).key();
        screens.send(new Message.BoardLoaded(after(later, new EventLine(Boards.NOW, "f-61e8ab landed"))));
        assertThat(screens.state().list(ViewKind.EVENTS).key()).isEqualTo(seen);
    }

    @Test
    void theFocusGoesWithATaskThatStarts() {
        screens.press("h", "j");
        Card started = Boards.ready().get(1);
        List<Card> ready =
                Boards.ready().stream().filter(card -> !card.equals(started)).toList();
        List<Card> running = new ArrayList<>(Boards.running());
        running.add(started);

        screens.send(new Message.BoardLoaded(
                Boards.with(Boards.payments(), Map.of(ColumnKind.READY, ready, ColumnKind.RUNNING, running))));

        assertThat(screens.state().focus().column()).isEqualTo(ColumnKind.RUNNING);
        assertThat(selected()).isEqualTo(started.id().value());
    }

    @Test
    void aTaskThatVanishesHandsTheSelectionToItsSuccessor() {
        screens.press("h", "j");
        List<Card> ready = new ArrayList<>(Boards.ready());
        ready.remove(1);

        screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), Map.of(ColumnKind.READY, ready))));

        assertThat(selected()).isEqualTo(Boards.ready().get(2).id().value());
    }

    @Test
    void columnsBeyondTheEdgeComeIntoView() {
        screens.press("l", "l", "l");
        assertThat(screens.text()).contains("[Done 41]").doesNotContain("[Ready 7]");

        screens.press("h", "h", "h", "h", "h", "h");
        assertThat(screens.text()).contains("[Backlog 12]");
    }

    @Test
    void whatIsTypedIntoAFormIsNoCommand() {
        screens.press("n").type("qP?S1!");

        assertThat(screens.effects()).isEmpty();
        assertThat(screens.press("Enter").changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.AddTask.class,
                        effect -> assertThat(effect.task().title()).isEqualTo("qP?S1!"));
    }

    @Test
    void theFormKnowsEmacs() {
        screens.press("n")
                .type("one two three")
                .press("^w")
                .type("3")
                .press("^a")
                .type(">")
                .press("^e", "Backspace", "^u");
        screens.type("done").press("Left", "Left", "^k", "Enter");

        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.AddTask.class,
                        effect -> assertThat(effect.task().title()).isEqualTo("do"));
    }

    @Test
    void theFormChoosesPriorityComplexityAgentAndEpic() {
        screens.press("n")
                .type("x")
                .press("Tab", "Tab", "Left", "Tab", "Right", "Tab", "Right", "Tab", "Right", "Enter");

        assertThat(screens.changes()).singleElement().isInstanceOfSatisfying(Change.AddTask.class, effect -> {
            assertThat(effect.task().priority().value()).isEqualTo(1);
            assertThat(effect.task().complexity().word()).isEqualTo("moderate");
            assertThat(effect.task().agent()).isEqualTo(Boards.OPUS);
            assertThat(effect.task().epic()).isEqualTo(Boards.LEDGER);
        });
    }

    @Test
    void anEmptyTitleIsRefusedInTheForm() {
        screens.press("n", "Enter");

        assertThat(screens.effects()).isEmpty();
        assertThat(screens.text()).contains("the title is empty");
    }

    @Test
    void enterHeldDownInAFormAddsOneTask() {
        screens.press("n").type("x").press("Enter", "Enter", "Enter");

        assertThat(screens.changes()).hasSize(1);
    }

    @Test
    void aFormThatCouldNotBeSentCanBeSentAgain() {
        screens.press("n").type("x").press("Enter").send(new Message.Failed("cannot add the task", "the disk is full"));

        assertThat(screens.press("Enter").changes()).hasSize(2);
        assertThat(screens.press("Esc").text()).contains("the disk is full");
    }

    @Test
    void whileFilteredTheCountsSayWhereTheMatchesAre() {
        screens.press("/").type("ledger");

        assertThat(screens.text()).contains("[Running 1/2]", "[Ready 0/7]", "Nothing here matches");
    }

    @Test
    void howManyAreMarkedIsInTheStatusLine() {
        assertThat(screens.press("h", "Space", "Space").text()).contains("2 marked, Esc unmarks");
    }

    @Test
    void aRunIsWonderedAtWhenItIsSilentForLongerThanItsAgentUsuallyIs() {
        screens.later(Duration.ofMinutes(3));
        assertThat(screens.text()).contains("quiet 3m03s").doesNotContain("quiet 3m03s ?");

        screens.later(Duration.ofMinutes(1));
        assertThat(screens.text()).contains("quiet 4m03s ?");
    }

    @Test
    void pauseTogglesAndTakesOverWhereNobodyConsumes() {
        screens.press("P");
        screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), Dispatch.mine(true))))
                .press("P");
        Dispatch none = new Dispatch(Dispatch.Holder.NONE, false, "", "");
        screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), none)))
                .press("P");

        assertThat(screens.changes())
                .containsExactly(new Change.SetPaused(true), new Change.SetPaused(false), new Change.SetPaused(false));
    }

    @Test
    void aPausedScreenSaysSoAndNamesTheKey() {
        screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), Dispatch.mine(true))));

        assertThat(screens.text()).contains("PAUSED (P starts work)", "P start work");
    }

    @Test
    void leavingAsksWhileAgentsDependOnThisScreen() {
        screens.press("q");
        assertThat(screens.effects()).isEmpty();
        assertThat(screens.text()).contains("2 agents are at work", "Split ledger writes");

        screens.press("Enter", "q", "Esc");
        assertThat(screens.effects()).isEmpty();

        assertThat(screens.press("q", "b").effects()).containsExactly(new Effect.Leave(Leaving.BACKGROUND, List.of()));
    }

    @Test
    void anObserverLeavesAtOnce() {
        Dispatch other = new Dispatch(Dispatch.Holder.OTHER, false, "pid 4711", "");
        screens.send(new Message.BoardLoaded(Boards.with(Boards.payments(), other)));

        assertThat(screens.text()).contains("watching pid 4711");
        assertThat(screens.press("q").effects()).containsExactly(new Effect.Leave(Leaving.AT_ONCE, List.of()));
    }

    @Test
    void controlCLeavesOnlyOnTheSecondPress() {
        assertThat(screens.press("^c").effects()).isEmpty();
        assertThat(screens.text()).contains("^c again leaves");
        assertThat(screens.press("^c").effects()).containsExactly(new Effect.Leave(Leaving.KEEP, List.of()));
        screens.later(Duration.ofMillis(2001));
        assertThat(screens.text()).doesNotContain("again leaves");
    }

    @Test
    void escapeNeverLeaves() {
        for (int press = 0; press < 20; press++) {
            screens.press("Esc");
        }

        assertThat(screens.effects()).isEmpty();
        assertThat(screens.state().view()).isEqualTo(ViewKind.BOARD);
    }

    @Test
    void aKeyThatDoesNothingSaysWhy() {
        assertThat(screens.press("R").text()).contains("R: its run is still under way");
        assertThat(screens.press("w").text()).contains("w does nothing here, ? shows the keys");
        assertThat(screens.press("h", "S").text()).contains("S: no run is under way here");
    }

    @Test
    void theFilterHidesWhatHasNotItsWords() {
        screens.press("/").type("refund reasons").press("Enter");

        assertThat(screens.text())
                .contains("Refund reasons enum", "filter: refund reasons")
                .doesNotContain("Drop unused");
        assertThat(screens.press("Esc").text()).contains("Drop unused");
    }

    @Test
    void enterOnARunningCardOpensItsOutputAndEscapeComesBack() {
        screens.press("Enter").withOutput();

        assertThat(screens.state().view()).isEqualTo(ViewKind.OUTPUT);
        assertThat(screens.text()).contains("twoWritersKeepBalance FAILED", "FOLLOW");
        assertThat(screens.press("q").state().view()).isEqualTo(ViewKind.BOARD);
    }

    @Test
    void retryActsOnTheSelectedTask() {
        screens.press("h", "R", "Enter").press("R", "3");

        TaskId task = new TaskId("f-1c90d1");
        assertThat(changes()).containsExactly(new Change.Retry(task, null), new Change.Retry(task, Boards.SONNET));
    }

    @Test
    void theWheelScrollsWithoutMovingTheFocus() {
        screens.send(new Message.Input(new InputEvent.Mouse(InputEvent.Mouse.Action.WHEEL_DOWN, 5, 6)));

        assertThat(screens.state().focus().column()).isEqualTo(ColumnKind.RUNNING);
        assertThat(screens.text()).contains("2-7 of 7");
    }

    @Test
    void aClickSelectsTheCardUnderIt() {
        screens.send(new Message.Input(new InputEvent.Mouse(InputEvent.Mouse.Action.PRESS, 5, 6)));

        assertThat(selected()).isEqualTo(Boards.ready().get(1).id().value());
    }

    @ParameterizedTest
    @EnumSource(ColumnKind.class)
    void everyCardIsInExactlyOneColumnOfTheScreen(ColumnKind kind) {
        Board board = Boards.payments();
        long others = board.columns().stream()
                .filter(column -> column.kind() != kind)
                .flatMap(column -> column.cards().stream())
                .filter(board.column(kind).cards()::contains)
                .count();

        assertThat(others).isZero();
    }

    private List<Change> changes() {
        return screens.changes();
    }

    private String selected() {
        return Targets.card(screens.state()).map(card -> card.id().value()).orElse("nothing");
    }

    /// With one more thing that has just happened.
    private static Board after(Board board, EventLine event) {
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                board.inbox(),
                board.runs(),
                board.epics(),
                Stream.concat(Stream.of(event), board.events().stream()).toList(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.BoardPane;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputLayout;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputPane;
import dev.fuel.tui.state.OutputSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The outputs of several runs beside each other.
class OutputsTest {
    private static final Size WIDE = new Size(200, 60);
    private static final RunId RETRY_RUN = new RunId("run-2072cd");
    private static final RunId THIRD_RUN = new RunId("run-3000cc");

    private final Screens screens = Screens.of(WIDE, Boards.payments());

    @Test
    void eachPaneHasARunOfItsOwn() {
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN);

        assertThat(screens.press("O").text()).contains("run-2071ab", "run-2072cd", "2 outputs beside each other");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, RETRY_RUN);
        screens.press("O", "O");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, RETRY_RUN, null, null);
        assertThat(screens.text()).contains("Free for the next run.");

        screens.press("O");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN);
    }

    @Test
    void aNewRunFillsAFreePane() {
        screens.press("O", "O").send(new Message.BoardLoaded(withThirdRun()));

        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, RETRY_RUN, THIRD_RUN);
    }

    @Test
    void aPaneIsFreeWhenItsRunIsOverAndNobodyReadsIt() {
        screens.press("O");
        screens.send(new Message.BoardLoaded(afterTheRetry()));

        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, THIRD_RUN);
    }

    @Test
    void whatIsReadIsNotTakenAway() {
        screens.press("O").output(RETRY_RUN, lines(100)).press("Tab", "Tab", "Tab", "Tab", "k");
        assertThat(focused().run()).isEqualTo(RETRY_RUN);
        String before = screens.text();

        screens.send(new Message.BoardLoaded(afterTheRetry())).press("Tab");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, RETRY_RUN);
        assertThat(before).contains("PAUSED");

        screens.press("S-Tab", "G", "Esc");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, THIRD_RUN);
    }

    @Test
    void theFirstPaneGoesWithTheSelectedCard() {
        screens.press("j");
        assertThat(runs()).containsExactly(RETRY_RUN);

        screens.press("k", "O");
        assertThat(runs()).containsExactly(Boards.LEDGER_RUN, RETRY_RUN);
        screens.press("j");
        assertThat(runs()).as("it is in view already").containsExactly(Boards.LEDGER_RUN, RETRY_RUN);
    }

    @Test
    void tabGoesThroughThePanesAndKeysReachTheOneWithTheFocus() {
        screens.press("O").output(Boards.LEDGER_RUN, lines(100)).output(RETRY_RUN, lines(100));

        screens.press("S-Tab", "k");
        assertThat(focused().run()).isEqualTo(RETRY_RUN);
        assertThat(focused().follow()).isFalse();
        assertThat(screens.state().outputs().board().getFirst().follow()).isTrue();
        screens.press("S-Tab");
        assertThat(focused().run()).isEqualTo(Boards.LEDGER_RUN);
        screens.press("Tab", "Tab");
        assertThat(screens.state().focus().pane()).isEqualTo(BoardPane.CARDS);
    }

    @Test
    void theMouseReachesThePaneUnderThePointer() {
        screens.press("O").output(Boards.LEDGER_RUN, lines(100)).output(RETRY_RUN, lines(100));
        Rectangle second = screens.state().outputPlaces().get(1);

        screens.send(mouse(Mouse.Action.WHEEL_UP, second));
        assertThat(screens.state().outputs().board().get(1).follow()).isFalse();
        assertThat(screens.state().focus().pane()).isEqualTo(BoardPane.CARDS);

        screens.send(mouse(Mouse.Action.PRESS, second));
        assertThat(focused().run()).isEqualTo(RETRY_RUN);
    }

    @Test
    void aRunOpensWithAllThatItsPaneHasAndLeavesThePaneAsItIs() {
        screens.output(Boards.LEDGER_RUN, lines(100)).press("S-Tab", "k", "k");
        OutputPane read = focused();

        screens.press("Esc", "Enter");
        assertThat(screens.text()).contains("said 99");
        screens.press("Esc");

        assertThat(focused()).isEqualTo(read);
    }

    @Test
    void aSmallScreenSaysWhereOutputsAre() {
        screens.send(new Message.Resized(new Size(80, 24))).press("O");

        assertThat(screens.text()).contains("O: the board shows outputs from 120x35 on");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void panesShareTheRoomWithoutGapsAndStayReadable(int wanted) {
        for (int columns = 20; columns <= 200; columns += 7) {
            for (int rows = 3; rows <= 40; rows++) {
                List<Rectangle> places = OutputLayout.of(new Rectangle(5, 2, columns, rows), wanted);

                assertThat(places.stream()
                                .mapToInt(place -> place.columns() * place.rows())
                                .sum())
                        .isEqualTo(columns * rows);
                assertThat(places).hasSizeLessThanOrEqualTo(wanted);
                if (places.size() > 1) {
                    assertThat(places).allMatch(place -> place.columns() >= 40 && place.rows() >= 5);
                }
            }
        }
    }

    private OutputPane focused() {
        return screens.state().outputs().board().get(screens.state().outputs().focus());
    }

    private List<RunId> runs() {
        List<RunId> runs = new ArrayList<>();
        screens.state().outputs().board().forEach(pane -> runs.add(pane.run()));
        return runs;
    }

    private static Message mouse(Mouse.Action action, Rectangle place) {
        return new Message.Input(new Mouse(action, place.column() + 2, place.row() + 2));
    }

    private static List<OutputLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new OutputLine(OutputLine.Kind.TEXT, "said " + number))
                .toList();
    }

    private static Board withThirdRun() {
        List<Card> running = new ArrayList<>(Boards.running());
        running.add(third());
        return Boards.with(Boards.payments(), Map.of(ColumnKind.RUNNING, running));
    }

    /// The second run is over, and a third has begun.
    private static Board afterTheRetry() {
        List<Card> running = List.of(Boards.running().getFirst(), third());
        return Boards.withRuns(
                Boards.with(Boards.payments(), Map.of(ColumnKind.RUNNING, running)),
                Boards.payments().runs().stream()
                        .filter(run -> !run.id().equals(RETRY_RUN))
                        .toList());
    }

    private static Card third() {
        ActiveRun run = new ActiveRun(
                THIRD_RUN, RunKind.WORK, Boards.SONNET, 1, Boards.NOW, Boards.NOW, Boards.USUAL_SILENCE, 0, null, null);
        return Boards.running("f-2be13e", 1, "Drop the flag", Boards.LEDGER, run);
    }

    @Test
    void withoutRoomForAnOutputTheSelectedRunIsFollowedSoThatItsCardSaysWhatItIsAt() {
        Screens narrow = Screens.of(new Size(80, 24), Boards.payments());

        assertThat(narrow.state().outputs().sources()).containsExactly(new OutputSource(Boards.LEDGER_RUN, false));
        narrow.press("j");
        assertThat(narrow.state().outputs().sources()).containsExactly(new OutputSource(RETRY_RUN, false));
    }
}

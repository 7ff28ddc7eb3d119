package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Manner;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Tip;
import dev.fuel.tui.view.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One pane with all the room, tips in the room that hints leave, and what both act on.
class ZoomAndTipsTest {
    private static final Size WIDE = new Size(200, 60);

    private final Screens screens = Screens.of(WIDE, Boards.payments()).withOutput();

    @Test
    void thePaneWithTheFocusFillsTheBodyAndEscapeGivesTheRoomBack() {
        String before = body();

        screens.press("z");
        assertThat(screens.text())
                .contains("Split ledger writes")
                .doesNotContain("┌ ◦ Ready", "Events", "LedgerService");

        screens.press("h");
        assertThat(screens.text()).contains("Ready").doesNotContain("Split ledger writes");

        screens.press("l", "Esc");
        assertThat(body()).isEqualTo(before);
    }

    @Test
    void tabGoesOnToTheNextPaneWhileZoomed() {
        screens.press("z", "Tab");
        assertThat(screens.text()).contains("AGENT ", "OK 24 h").doesNotContain("Split ledger writes");

        screens.press("Tab", "Tab");
        assertThat(screens.text()).contains("LedgerService.java").doesNotContain("OK 24 h");
    }

    @Test
    void aZoomEndsWithItsView() {
        screens.press("z", "2", "1");

        assertThat(screens.text()).contains("Events");
    }

    @Test
    void aReviewGivesItsDifferenceAllTheRoom() {
        Screens review =
                Screens.of(WIDE, Patches.waiting()).send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
        assertThat(review.text()).contains("0/5 viewed");

        assertThat(review.press("z").text()).doesNotContain("0/5 viewed");
        assertThat(review.press("Tab").text()).isNotEqualTo(review.press("Tab").text());
        assertThat(review.press("Esc").text()).contains("0/5 viewed");
    }

    @Test
    void aTipGoesWhenItsActionIsUsedAndTheNextComes() {
        assertThat(screens.text()).contains("Tip: Space marks several");

        assertThat(screens.press("Space").text()).contains("Tip: z gives a pane all the room");
        assertThat(screens.press("z", "z").text()).doesNotContain("Tip:");
    }

    @Test
    void aTipIsToldOnceAndNeverComesBackWithItsView() {
        screens.press("2", "1");

        assertThat(screens.text()).contains("Tip:").doesNotContain("Tip: Space");
    }

    @Test
    void tipsNeverTakeRoomFromHintsAndCanBeTurnedOff() {
        for (int columns = 60; columns < 120; columns++) {
            AppState state =
                    Screens.of(new Size(columns, 24), Boards.payments()).state();
            String with = hints(state);
            String without = hints(state.behaving(new Manner(false, false, false)));

            assertThat(with.replaceFirst(" Tip: .*(?=   \\? help)", "").replaceAll(" +", " "))
                    .isEqualTo(without.replaceAll(" +", " "));
        }
        assertThat(Tip.of(screens.state().behaving(new Manner(false, false, false))))
                .isEmpty();
    }

    @Test
    void theMenuOfMarkedTasksActsOnAllOfThem() {
        screens.press("h", "Space", "Space", "m");
        assertThat(screens.text()).contains("2 marked tasks", "defer: put it back into the backlog (2)");

        screens.press("b");
        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Together.class,
                        change -> assertThat(change.changes()).hasSize(2).allMatch(Change.Defer.class::isInstance));
        assertThat(screens.state().doing().marks().keys()).isEmpty();
    }

    @Test
    void theMenuIsAboutTheOneThatIsMarkedAndNotTheOneBelowIt() {
        String marked = screens.press("h").state().focus().row(ColumnKind.READY).key();

        assertThat(screens.press("Space", "m").text()).contains("marked: " + marked);
        assertThat(screens.press("b").changes()).singleElement().isEqualTo(new Change.Defer(new TaskId(marked)));
    }

    @Test
    void aFoldMarkIsClickedAsEnterIsPressed() {
        Screens run =
                Screens.of(new Size(120, 35), Boards.payments()).press("Enter").withOutput();
        assertThat(run.text()).contains("twoWritersKeepBalance");

        click(run, "▾");
        assertThat(run.text()).doesNotContain("twoWritersKeepBalance");

        click(run, "▸");
        assertThat(run.text()).contains("212 lines");
    }

    @Test
    void theListOfRunsTellsWhenALiveRunLastSaidSomething() {
        String row = screens.press("4")
                .text()
                .lines()
                .filter(line -> line.contains("run-2071ab"))
                .findFirst()
                .orElseThrow();

        assertThat(row).matches(".*6m12s +\\d+s .*");
    }

    /// Clicks the first such fold mark on the screen.
    private static void click(Screens screens, String mark) {
        List<String> rows = screens.text().lines().toList();
        for (int row = 2; row < rows.size(); row++) {
            int column = rows.get(row).indexOf(mark);
            if (column == 2) {
                screens.send(new Message.Input(new Mouse(Mouse.Action.PRESS, column, row)));
                return;
            }
        }
        throw new AssertionError("no fold mark " + mark);
    }

    private static String hints(AppState state) {
        return View.draw(state, Look.COLOUR, KeyMap.DEFAULT)
                .canvas()
                .text()
                .lines()
                .toList()
                .getLast();
    }

    private String body() {
        List<String> rows = screens.text().lines().toList();
        return String.join("\n", rows.subList(0, rows.size() - 2));
    }
}

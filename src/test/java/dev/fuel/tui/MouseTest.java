package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.canvas.Zone;
import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.ViewKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The mouse does what keys do, at the places that have a meaning.
class MouseTest {
    private static final Size SIZE = new Size(120, 35);

    private final Screens screens = Screens.of(SIZE, Boards.payments());

    @Test
    void viewsHintsAndColumnTitlesAreClickedAsTheirKeysArePressed() {
        click("2 Agents");
        assertThat(screens.state().view()).isEqualTo(ViewKind.AGENTS);
        click("1 Board");
        click("Needs you ");
        assertThat(screens.state().focus().column()).isEqualTo(ColumnKind.NEEDS_YOU);
        click("n new");
        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Form.class);
    }

    @Test
    void anEntryOfAMenuIsChosenByAClickAndNothingBehindItIsHit() {
        screens.press("h", "R");
        assertThat(zone("2 Agents")).isEmpty();

        click("with claude-sonnet");
        assertThat(screens.changes()).singleElement().isInstanceOf(Change.Retry.class);
    }

    @Test
    void twoClicksOpenAndOneDoesNot() {
        mouse(Mouse.Action.PRESS, 3, 4).mouse(Mouse.Action.RELEASE, 3, 4);
        assertThat(screens.effects()).isEmpty();

        mouse(Mouse.Action.PRESS, 3, 4);
        assertThat(screens.effects()).singleElement().isInstanceOf(Effect.LoadDetail.class);
    }

    @Test
    void theRightButtonOpensTheMenuOfWhatItPointsAt() {
        mouse(Mouse.Action.RIGHT_PRESS, 3, 4);

        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Menu.class);
        assertThat(screens.state().focus().column()).isEqualTo(ColumnKind.READY);
    }

    @Test
    void aTextIsCopiedFromInsideItsPane() {
        screens.press("Enter").withOutput();
        mouse(Mouse.Action.PRESS, 10, 4).mouse(Mouse.Action.DRAG, 200, 5);
        assertThat(screens.frame(Look.COLOUR).canvas().styleAt(12, 4).reverse()).isTrue();

        mouse(Mouse.Action.RELEASE, 200, 5);
        assertThat(screens.effects())
                .contains(new Effect.CopyShown(List.of(new Rectangle(10, 4, 108, 1), new Rectangle(2, 5, 116, 1))));
        assertThat(screens.text()).contains("copied 2 lines");
    }

    @Test
    void aCardGoesWhereItIsDroppedIfItMayAndTheOthersSayWhyNot() {
        mouse(Mouse.Action.PRESS, 3, 4).mouse(Mouse.Action.DRAG, 70, 6);
        assertThat(screens.text()).contains("work comes here when it");
        mouse(Mouse.Action.RELEASE, 70, 6);
        assertThat(screens.changes()).isEmpty();
        assertThat(screens.text()).contains("work comes here when it ends");

        mouse(Mouse.Action.PRESS, 3, 4).mouse(Mouse.Action.DRAG, 40, 6).mouse(Mouse.Action.RELEASE, 40, 6);
        assertThat(screens.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.StartNow.class, start -> assertThat(start.task()).isInstanceOf(TaskId.class));
    }

    @Test
    void errorsAreReadOneAfterTheOtherAndNeverTakeAFormAway() {
        screens.press("n").type("New");
        screens.send(new Message.Failed("cannot one", "first")).send(new Message.Failed("cannot two", "second"));
        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Form.class);

        screens.press("Esc");
        assertThat(screens.text()).contains("cannot one", "1 more error");
        screens.press("Esc");
        assertThat(screens.text()).contains("cannot two").doesNotContain("more error");
        assertThat(screens.press("Esc").state().overlay()).isEqualTo(Overlay.NONE);
    }

    private MouseTest mouse(Mouse.Action action, int column, int row) {
        screens.send(new Message.Input(new Mouse(action, column, row)));
        return this;
    }

    private Optional<Zone> zone(String text) {
        Canvas canvas = screens.frame(Look.COLOUR).canvas();
        List<String> rows = canvas.text().lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            int column = rows.get(row).indexOf(text);
            if (column >= 0) {
                return canvas.zoneAt(column, row);
            }
        }
        throw new AssertionError(text + " is not on the screen");
    }

    private void click(String text) {
        screens.send(new Message.Clicked(zone(text).orElseThrow().id()));
    }
}

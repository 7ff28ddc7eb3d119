package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Entries;
import dev.fuel.tui.state.History;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Pick;
import dev.fuel.tui.state.ViewKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The palette, help, and what changes something by a key.
class PaletteTest {
    private static final TaskId ROTATE = new TaskId("f-1c90d1");

    private final Screens screens = Screens.of(new Size(120, 35), Boards.payments());

    @Test
    void thePaletteDoesWhatItFinds() {
        screens.press(":").type(">stop the run").press("Enter");

        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Question.class);
    }

    @Test
    void thePaletteFindsTasksAgentsAndRuns() {
        assertThat(palette("#refund")).allMatch(choice -> choice.pick() instanceof Pick.Show);
        assertThat(palette("@sonnet")).singleElement().extracting(Choice::words).isEqualTo("agent claude-sonnet");
        assertThat(palette("run-2071ab")).first().extracting(Choice::pick).isEqualTo(new Pick.Watch(Boards.LEDGER_RUN));
        assertThat(palette("fltr")).isEmpty();
        assertThat(palette("rty")).extracting(Choice::words).contains("retry the task, with another agent if you like");
    }

    @Test
    void anAgentIsGoneTo() {
        screens.press("^p").type("@sonnet").press("Enter");

        assertThat(screens.state().view()).isEqualTo(ViewKind.AGENTS);
        assertThat(screens.state().list(ViewKind.AGENTS).key()).isEqualTo("claude-sonnet");
    }

    @Test
    void whatCannotBeDoneSaysWhyAndStaysOpen() {
        screens.press(":").type(">retry").press("Enter");

        assertThat(screens.text()).contains("off: its run is still under way");
        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Palette.class);
        assertThat(screens.effects()).isEmpty();
    }

    @Test
    void helpRunsItsEntries() {
        screens.press("?").type("new task").press("Enter");

        assertThat(screens.state().overlay()).isInstanceOf(Overlay.Form.class);
    }

    @Test
    void prioritiesAreRaisedAndLowered() {
        screens.press("h", "J");

        assertThat(screens.changes()).containsExactly(new Change.Prioritise(ROTATE, new Priority(1)));
        assertThat(screens.press("K").text()).contains("K: it is the most urgent already");
    }

    @Test
    void cancellingATaskIsUndone() {
        screens.press("h", "d")
                .send(new Message.ChangeMade(
                        new Made("f-1c90d1 is cancelled", new Change.Reopen(ROTATE)), History.Cause.ASKED));
        assertThat(screens.text()).contains("f-1c90d1 is cancelled, u undoes it");

        screens.press("u", "u");

        assertThat(screens.effects())
                .containsExactly(
                        make(new Change.Cancel(ROTATE), History.Cause.ASKED),
                        make(new Change.Reopen(ROTATE), History.Cause.UNDO));
        screens.send(new Message.ChangeMade(
                new Made("f-1c90d1 is open again", new Change.Cancel(ROTATE)), History.Cause.UNDO));
        assertThat(screens.press("U").effects()).endsWith(make(new Change.Cancel(ROTATE), History.Cause.REDO));
    }

    @Test
    void cancellingARunningTaskIsAskedFor() {
        screens.press("d");

        assertThat(screens.text()).contains("Cancel f-3a9c12?", "41 tool calls");
        assertThat(screens.press("d", "Enter").effects()).isEmpty();
        assertThat(screens.press("y").changes()).containsExactly(new Change.Cancel(Boards.LEDGER_TASK));
    }

    @Test
    void aTaskIsEditedInAForm() {
        screens.press("h", "e").send(new Message.DraftLoaded(ROTATE, NewTask.titled("Rotate webhook secrets")));
        assertThat(screens.text()).contains("Change f-1c90d1");

        screens.type(" now").press("Enter");

        assertThat(screens.changes())
                .containsExactly(new Change.Edit(ROTATE, NewTask.titled("Rotate webhook secrets now")));
    }

    @Test
    void theMenuSaysWhatIsNotPossibleNow() {
        assertThat(screens.press("m").text()).contains("stop its run first (S)");
        assertThat(screens.press("t").state().overlay()).isInstanceOf(Overlay.Menu.class);
        assertThat(screens.changes()).isEmpty();
        assertThat(screens.press("h").changes()).containsExactly(new Change.Hold(Boards.LEDGER, true));
    }

    @Test
    void whatIsCopiedIsChosen() {
        screens.press("y")
                .send(new Message.CopiesLoaded(List.of(new Copyable("id", "f-3a9c12"), new Copyable("branch", "b"))))
                .press("2");

        assertThat(screens.effects()).containsExactly(new Effect.LoadCopies(Boards.LEDGER_TASK), new Effect.Copy("b"));
    }

    private static Effect.Make make(Change change, History.Cause cause) {
        return new Effect.Make(change, cause);
    }

    private List<Choice> palette(String query) {
        return Entries.palette(screens.state(), KeyMap.DEFAULT, query);
    }

    @Test
    void aReasonIsReadWholeAndTheActionLosesItsExplanation() {
        screens.press("?").type("attach");

        assertThat(screens.text())
                .contains("attach          off: its run is still under way: S stops it")
                .doesNotContain("attach: go");
    }
}

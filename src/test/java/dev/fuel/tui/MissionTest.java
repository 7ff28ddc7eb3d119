package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.state.AgentStory;
import dev.fuel.tui.state.BoardPane;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.state.ViewKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The panes of mission control, and the views beside the first five.
class MissionTest {
    private static final Size LARGE = new Size(160, 50);
    private static final Size SMALL = new Size(80, 24);

    @Test
    void tabGoesRoundThePanesAndBack() {
        Screens screens = Screens.of(LARGE, Boards.payments());

        assertThat(pane(screens.press("Tab"))).isEqualTo(BoardPane.AGENTS);
        assertThat(pane(screens.press("Tab"))).isEqualTo(BoardPane.EVENTS);
        assertThat(pane(screens.press("Tab"))).isEqualTo(BoardPane.OUTPUT);
        assertThat(pane(screens.press("Tab"))).isEqualTo(BoardPane.CARDS);
        assertThat(pane(screens.press("S-Tab"))).isEqualTo(BoardPane.OUTPUT);
        assertThat(pane(screens.press("Esc"))).isEqualTo(BoardPane.CARDS);
    }

    @Test
    void aPaneThatLosesItsRoomHandsTheFocusToTheCards() {
        Screens screens = Screens.of(LARGE, Boards.payments()).press("Tab", "Tab");

        screens.send(new Message.Resized(SMALL));

        assertThat(pane(screens)).isEqualTo(BoardPane.CARDS);
    }

    @Test
    void keysInAPaneDoNotReachTheCardBehind() {
        Screens screens = Screens.of(LARGE, Boards.payments()).press("Tab", "Tab");

        screens.press("S", "d", "e");

        assertThat(screens.effects()).isEmpty();
        assertThat(screens.text()).doesNotContain("Stop run");
    }

    @Test
    void enterOnAnAgentShowsItsRunsOnly() {
        Screens screens = Screens.of(LARGE, Boards.payments()).press("Tab", "j", "Enter");

        assertThat(screens.state().view()).isEqualTo(ViewKind.RUNS);
        assertThat(screens.state().runs())
                .extracting(RunLine::id)
                .containsExactly(new RunId("run-2072cd"), new RunId("run-1980aa"));
        assertThat(screens.press("4").state().runs()).hasSize(4);
    }

    @Test
    void anAgentTellsItsLastRunsItsMedianAndWhatWaitsForIt() {
        AgentStory story = AgentStory.of(Boards.payments(), Boards.OPUS);

        assertThat(story.last()).extracting(RunLine::id).containsExactly(new RunId("run-1911bb"));
        assertThat(story.median()).contains(Duration.ofMinutes(20));
        assertThat(story.waiting()).isEmpty();
    }

    @Test
    void theWheelAndAClickReachThePaneUnderThePointer() {
        Screens screens = Screens.of(LARGE, Boards.payments());

        screens.send(new Message.Input(new Mouse(Mouse.Action.PRESS, 5, 34)));

        assertThat(pane(screens)).isEqualTo(BoardPane.AGENTS);
        assertThat(screens.state().list(ViewKind.AGENTS).index()).isEqualTo(1);
        InputEvent wheel = new Mouse(Mouse.Action.WHEEL_DOWN, 60, 34);
        assertThat(pane(screens.send(new Message.Input(wheel)))).isEqualTo(BoardPane.AGENTS);
    }

    @Test
    void costsAreReadWhenTheyAreLookedAtAndWhenTheyChange() {
        Screens screens = Screens.of(SMALL, Boards.payments()).press("8");
        screens.send(new Message.BoardLoaded(Boards.payments()));

        assertThat(screens.effects()).isEqualTo(List.of(new Effect.LoadOverview(), new Effect.LoadOverview()));
        assertThat(screens.press("q").state().view()).isEqualTo(ViewKind.BOARD);
    }

    private static BoardPane pane(Screens screens) {
        return screens.state().focus().pane();
    }
}

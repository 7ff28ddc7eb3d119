package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Update;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a person is told who looks elsewhere.
class AttentionTest {
    private static final Board NOTHING = Board.empty("payments-api");

    private final MemoryDisplay display = new MemoryDisplay(new Size(80, 24));
    private final Attention attention = new Attention(display, true);
    private AppState state = AppState.opening(display.size(), Boards.NOW, "payments-api", true);

    @Test
    void theTitleCountsWhatWaits() {
        show(NOTHING, Boards.NOW);
        show(Boards.payments(), Boards.NOW);
        show(Boards.payments(), Boards.NOW);
        show(NOTHING, Boards.NOW);

        assertThat(display.told())
                .containsExactly("title fuel payments-api", "title (1!) fuel payments-api", "title fuel payments-api");
    }

    @Test
    void aNewItemRingsOnceWhileNobodyLooks() {
        show(NOTHING, Boards.NOW);
        attention.on(new InputEvent.FocusLost());
        show(Boards.payments(), Boards.NOW);
        show(Boards.payments(), Boards.NOW.plusSeconds(60));

        assertThat(rings()).containsExactly("ring QUESTION: Retry on 409 only, or also on 425?");
    }

    @Test
    void ringsAreHalfAMinuteApart() {
        show(NOTHING, Boards.NOW);
        attention.on(new InputEvent.FocusLost());
        show(Boards.payments(), Boards.NOW);
        show(Boards.withEpicReview(), Boards.NOW.plusSeconds(29));
        show(Boards.withManyItems(), Boards.NOW.plusSeconds(30));

        assertThat(rings()).hasSize(2);
    }

    @Test
    void nothingRingsWhileSomebodyLooks() {
        show(NOTHING, Boards.NOW);
        attention.on(new InputEvent.FocusLost());
        attention.on(new InputEvent.FocusGained());
        show(Boards.payments(), Boards.NOW);

        assertThat(rings()).isEmpty();
    }

    @Test
    void whatWaitedBeforeTheScreenOpenedDoesNotRing() {
        attention.on(new InputEvent.FocusLost());
        show(Boards.payments(), Boards.NOW);

        assertThat(rings()).isEmpty();
    }

    private List<String> rings() {
        return display.told().stream().filter(told -> told.startsWith("ring")).toList();
    }

    private void show(Board board, Instant now) {
        state = new Update(KeyMap.DEFAULT)
                .update(state, new Message.BoardLoaded(board), now)
                .state();
        attention.look(state);
    }
}

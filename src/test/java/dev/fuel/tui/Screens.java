package dev.fuel.tui;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.action.KeyNames;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLine.Kind;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Step;
import dev.fuel.tui.state.Update;
import dev.fuel.tui.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Plays the screen by hand: messages in, state and effects out.
final class Screens {
    private static final Update UPDATE = new Update(KeyMap.DEFAULT);

    private AppState state;
    private Instant now = Boards.NOW;
    private final List<Effect> effects = new ArrayList<>();

    private Screens(AppState state) {
        this.state = state;
    }

    /// The screen right after the first snapshot.
    static Screens of(Size size, Board board) {
        return opening(size).send(new Message.BoardLoaded(board));
    }

    /// The screen before anything has been read.
    static Screens opening(Size size) {
        return new Screens(AppState.opening(size, Boards.NOW, "payments-api", true));
    }

    Screens send(Message message) {
        Step step = UPDATE.update(state, message, now);
        state = step.state();
        effects.addAll(step.effects());
        return this;
    }

    /// Time goes by.
    Screens later(Duration time) {
        now = now.plus(time);
        return send(new Message.Tick());
    }

    /// Presses keys by their names.
    Screens press(String... keys) {
        for (String key : keys) {
            send(new Message.Input(KeyNames.parse(key)));
        }
        return this;
    }

    Screens type(String text) {
        text.codePoints().forEach(sign -> press(sign == ' ' ? "Space" : Character.toString(sign)));
        return this;
    }

    Screens paste(String text) {
        return send(new Message.Input(new InputEvent.Paste(text)));
    }

    /// Output of the ledger's run.
    Screens withOutput() {
        return output(
                Boards.LEDGER_RUN,
                List.of(
                        new OutputLine(
                                Kind.TEXT,
                                "I will first make the write path go through a LedgerWriter, then move the balance update behind it."),
                        new OutputLine(Kind.TOOL, "Read src/main/java/pay/LedgerService.java"),
                        new OutputLine(Kind.RESULT, "  212 lines"),
                        new OutputLine(Kind.TOOL, "Edit src/main/java/pay/LedgerService.java  +41 -18"),
                        new OutputLine(Kind.TOOL, "Bash ./gradlew test --tests LedgerTest"),
                        new OutputLine(Kind.FAILED_RESULT, "  LedgerTest > twoWritersKeepBalance FAILED"),
                        new OutputLine(Kind.FAILED_RESULT, "    expected: 100.00 but was: 99.99"),
                        new OutputLine(
                                Kind.TEXT,
                                "The rounding differs because the second phase reads the old scale. I will carry the scale in the pending entry."),
                        new OutputLine(Kind.TOOL, "Edit src/main/java/pay/PendingEntry.java  +6 -1")));
    }

    /// Lines of a run that come.
    Screens output(RunId run, List<OutputLine> lines) {
        return send(new Message.OutputArrived(new OutputSource(run, false), OutputBatch.of(lines)));
    }

    AppState state() {
        return state;
    }

    /// The changes asked for, in order.
    List<Change> changes() {
        return effects.stream()
                .filter(Effect.Make.class::isInstance)
                .map(effect -> ((Effect.Make) effect).change())
                .toList();
    }

    List<Effect> effects() {
        return effects;
    }

    View.Frame frame(Look look) {
        return View.draw(state, look, KeyMap.DEFAULT);
    }

    String text() {
        return frame(Look.COLOUR).canvas().text();
    }
}

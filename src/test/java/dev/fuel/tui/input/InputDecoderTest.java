package dev.fuel.tui.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.input.InputEvent.Mouse;
import dev.fuel.tui.input.InputEvent.Paste;
import dev.fuel.tui.input.InputEvent.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputDecoderTest {
    private static final String ESC = "\u001b";

    static Stream<Arguments> table() {
        return Stream.of(
                row("a", Key.typed("a")),
                row("\r", Key.of(KeyCode.ENTER)),
                row("\r" + "a", Key.of(KeyCode.ENTER), Key.typed("a")),
                row("\t", Key.of(KeyCode.TAB)),
                row("\u007f", Key.of(KeyCode.BACKSPACE)),
                row("\u0003", Key.ctrl('c')),
                row("\u001a", Key.ctrl('z')),
                row("\u001c", Key.ctrl('\\')),
                row("é", Key.typed("é")),
                row("世", Key.typed("世")),
                row("🔥", Key.typed("🔥")),
                row(ESC + "a", Key.typed("a").withAlt()),
                row(ESC + "\r", Key.of(KeyCode.ENTER).withAlt()),
                row(ESC + "[A", Key.of(KeyCode.UP)),
                row(ESC + "OA", Key.of(KeyCode.UP)),
                row(ESC + "[H", Key.of(KeyCode.HOME)),
                row(ESC + "[4~", Key.of(KeyCode.END)),
                row(ESC + "[5~", Key.of(KeyCode.PAGE_UP)),
                row(ESC + "[3~", Key.of(KeyCode.DELETE)),
                row(ESC + "[Z", new Key(KeyCode.TAB, "", false, false, true)),
                row(ESC + "[1;5C", new Key(KeyCode.RIGHT, "", true, false, false)),
                row(ESC + "[1;2A", new Key(KeyCode.UP, "", false, false, true)),
                row(ESC + "OP", new Key(KeyCode.FUNCTION, "1", false, false, false)),
                row(ESC + "[15~", new Key(KeyCode.FUNCTION, "5", false, false, false)),
                row(ESC + "[24~", new Key(KeyCode.FUNCTION, "12", false, false, false)),
                row(ESC + "[97;5u", new Key(KeyCode.CHARACTER, "a", true, false, false)),
                row(ESC + "[27u", Key.of(KeyCode.ESCAPE)),
                row(ESC + "[I", new InputEvent.FocusGained()),
                row(ESC + "[O", new InputEvent.FocusLost()),
                row(ESC + "[<0;10;5M", new Mouse(Mouse.Action.PRESS, 9, 4)),
                row(ESC + "[<0;10;5m", new Mouse(Mouse.Action.RELEASE, 9, 4)),
                row(ESC + "[<2;1;1M", new Mouse(Mouse.Action.RIGHT_PRESS, 0, 0)),
                row(ESC + "[<32;120;40M", new Mouse(Mouse.Action.DRAG, 119, 39)),
                row(ESC + "[<64;3;4M", new Mouse(Mouse.Action.WHEEL_UP, 2, 3)),
                row(ESC + "[<65;3;4M", new Mouse(Mouse.Action.WHEEL_DOWN, 2, 3)),
                row(ESC + "[200~dd\nq\r" + ESC + "[201~j", new Paste("dd\nq\n"), Key.typed("j")),
                row(ESC + "[200~世" + ESC + "[A" + ESC + "[201~", new Paste("世" + ESC + "[A")),
                row(ESC + "[200~" + ESC + ESC + "[201~", new Paste(ESC)),
                row(ESC + "]11;rgb:1e1e/1e1e/2e2e" + ESC + "\\x", Key.typed("x")),
                row(ESC + "]0;title\u0007x", Key.typed("x")),
                row(ESC + "P1$r0m" + ESC + "\\x", Key.typed("x")),
                row(ESC + "[?62;22c", new Unknown("[?62;22c")),
                row(ESC + "[99~", new Unknown("[99~")),
                row(ESC + "[<0;0;5M", new Unknown("[<0;0;5M")));
    }

    private static Arguments row(String bytes, InputEvent... events) {
        return Arguments.of(bytes, List.of(events));
    }

    @ParameterizedTest
    @MethodSource("table")
    void bytesBecomeEvents(String bytes, List<InputEvent> events) {
        assertThat(decode(List.of(bytes.getBytes(StandardCharsets.UTF_8)))).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("table")
    void aSequenceMaySplitAnywhere(String text, List<InputEvent> events) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int split = 1; split < bytes.length; split++) {
            List<byte[]> pieces = List.of(Arrays.copyOf(bytes, split), Arrays.copyOfRange(bytes, split, bytes.length));

            assertThat(decode(pieces)).as("split at %d", split).isEqualTo(events);
        }
    }

    @Test
    void aLoneEscapeIsAKeyOnceNothingFollows() {
        InputDecoder decoder = new InputDecoder();

        assertThat(decoder.feed(new byte[] {0x1b}, 1)).isEmpty();
        assertThat(decoder.isWaiting()).isTrue();
        assertThat(decoder.flush()).containsExactly(Key.of(KeyCode.ESCAPE));
        assertThat(decoder.isWaiting()).isFalse();
    }

    @Test
    void marksJoinTheSignBeforeThem() {
        List<InputEvent> events = decode(List.of("e\u0301x".getBytes(StandardCharsets.UTF_8)));

        assertThat(events).containsExactly(Key.typed("e\u0301"), Key.typed("x"));
    }

    @Property(tries = 500)
    void anyBytesLeaveTheDecoderUsable(@ForAll byte[] bytes) {
        InputDecoder decoder = new InputDecoder();

        decoder.feed(bytes, bytes.length);
        decoder.flush();
        byte[] calming = (ESC + "[201~" + ESC + "\\" + "\u0007").getBytes(StandardCharsets.US_ASCII);
        decoder.feed(calming, calming.length);
        decoder.flush();

        assertThat(decoder.feed(new byte[] {'j'}, 1)).containsExactly(Key.typed("j"));
    }

    private static List<InputEvent> decode(List<byte[]> pieces) {
        InputDecoder decoder = new InputDecoder();
        List<InputEvent> events = new ArrayList<>();
        pieces.forEach(piece -> events.addAll(decoder.feed(piece, piece.length)));
        return events;
    }
}

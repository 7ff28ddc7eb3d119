package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Frames as they are meant to be, in text files: the signs, then a letter per cell for what they mean. With
/// `-Dfuel.frames.update=true` the files are written anew, to be read before they are committed.
class FramesTest {
    private static final Path FRAMES = Path.of("src/test/resources/frames");
    private static final Size SMALL = new Size(80, 24);
    private static final Size MIDDLE = new Size(120, 35);
    private static final Size LARGE = new Size(160, 50);

    static Stream<Arguments> frames() {
        return Stream.concat(
                Gallery.pictures()
                        .map(picture ->
                                Arguments.of(picture.name(), Look.COLOUR, (Supplier<Screens>) picture::screens)),
                others());
    }

    /// States of screens that the gallery shows otherwise.
    private static Stream<Arguments> others() {
        Board board = Boards.payments();
        Board items = Boards.withManyItems();
        Board paused = Boards.with(board, Dispatch.mine(true));
        return Stream.of(
                frame("board-80x24-mono", Look.MONO, () -> Screens.of(SMALL, board)),
                frame("board-80x24-ascii", Look.ASCII_MONO, () -> Screens.of(SMALL, board)),
                frame("board-80x24-paused", Look.COLOUR, () -> Screens.of(SMALL, paused)),
                frame(
                        "board-120x35",
                        Look.COLOUR,
                        () -> Screens.of(MIDDLE, board).withOutput()),
                frame("board-60x15", Look.COLOUR, () -> Screens.of(new Size(60, 15), board)),
                frame("too-small-48x10", Look.COLOUR, () -> Screens.of(new Size(48, 10), board)),
                frame(
                        "mission-agents-160x50",
                        Look.MONO,
                        () -> Screens.of(LARGE, board).withOutput().press("Tab", "j")),
                frame(
                        "review-80x24-ascii",
                        Look.ASCII_MONO,
                        () -> reviewing(SMALL).press("]")),
                frame("review-story-80x24", Look.COLOUR, () -> reviewing(SMALL).press("Tab")),
                frame(
                        "review-search-80x24",
                        Look.COLOUR,
                        () -> reviewing(SMALL).press("/").type("currency").press("Enter", "n")),
                frame(
                        "review-wrap-60x15",
                        Look.COLOUR,
                        () -> reviewing(new Size(60, 15)).press("w")),
                frame("review-120x35", Look.COLOUR, () -> reviewing(MIDDLE).press("Space")),
                frame(
                        "review-send-back-80x24",
                        Look.COLOUR,
                        () -> reviewing(SMALL).press("c").type("too late").press("Enter", "x")),
                frame(
                        "run-search-80x24",
                        Look.COLOUR,
                        () -> Screens.of(SMALL, board)
                                .press("Enter")
                                .withOutput()
                                .press("/")
                                .type("ledger")
                                .press("Enter", "[")),
                frame(
                        "inbox-needs-80x24",
                        Look.COLOUR,
                        () -> Screens.of(SMALL, items).press("!", "j", "j")),
                frame(
                        "inbox-120x35-mono",
                        Look.MONO,
                        () -> Screens.of(MIDDLE, items).press("3")),
                frame(
                        "menu-item-80x24",
                        Look.COLOUR,
                        () -> Screens.of(SMALL, items).press("3", "m")),
                frame(
                        "palette-60x15-ascii",
                        Look.ASCII_MONO,
                        () -> Screens.of(new Size(60, 15), board).press(":")),
                frame(
                        "output-80x24-ascii",
                        Look.ASCII_MONO,
                        () -> Screens.of(SMALL, board).press("Enter").withOutput()),
                frame(
                        "output-paused-80x24",
                        Look.COLOUR,
                        () -> Screens.of(new Size(80, 12), board)
                                .send(new Message.Resized(SMALL))
                                .press("Enter")
                                .withOutput()
                                .withOutput()
                                .withOutput()
                                .press("k", "k")
                                .withOutput()));
    }

    private static Screens reviewing(Size size) {
        return Screens.of(size, Patches.waiting()).send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
    }

    private static Arguments frame(String name, Look look, Supplier<Screens> screens) {
        return Arguments.of(name, look, screens);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void theScreenLooksAsItIsMeantTo(String name, Look look, Supplier<Screens> screens) throws IOException {
        Canvas canvas = screens.get().frame(look).canvas();
        String actual = canvas.text() + "\n" + canvas.roles();
        Path file = FRAMES.resolve(name + ".screen");
        if (Boolean.getBoolean("fuel.frames.update")) {
            Files.writeString(file, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(file));
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.ColourDepth;
import dev.fuel.tui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of real frames. `./mvnw -q test -Dtest=ScreenshotsTest -Dfuel.screenshots=tui-screenshots` makes those of
/// the repository; otherwise they go into a temporary folder, to prove that they can be made.
class ScreenshotsTest {
    private static final Size SMALL = new Size(80, 24);
    private static final Size MIDDLE = new Size(120, 35);
    private static final Size LARGE = new Size(200, 60);

    @Test
    void everyScreenCanBePictured(@TempDir Path temporary) throws IOException {
        System.setProperty("java.awt.headless", "true");
        String wanted = System.getProperty("fuel.screenshots", "");
        Path folder = wanted.isEmpty() ? temporary : Files.createDirectories(Path.of(wanted));
        paintAll(folder);

        try (Stream<Path> pictures = Files.list(folder)) {
            assertThat(pictures)
                    .hasSizeGreaterThanOrEqualTo(15)
                    .allSatisfy(picture -> assertThat(Files.size(picture)).isGreaterThan(2_000));
        }
    }

    private static void paintAll(Path folder) throws IOException {
        Board board = Boards.payments();
        Board paused = Boards.with(board, Dispatch.mine(true));
        Board empty = Board.empty("payments-api");
        dark(folder.resolve("board-80x24.png"), Screens.of(SMALL, paused));
        dark(folder.resolve("board-120x35.png"), Screens.of(MIDDLE, board).withOutput());
        dark(folder.resolve("board-200x60.png"), Screens.of(LARGE, board).withOutput());
        light(
                folder.resolve("board-light-120x35.png"),
                Screens.of(MIDDLE, board).withOutput());
        dark(folder.resolve("first-run-80x24.png"), Screens.of(SMALL, empty));
        dark(
                folder.resolve("new-task-120x35.png"),
                Screens.of(MIDDLE, board).withOutput().press("n").type("Retry 425 as well"));
        dark(
                folder.resolve("stop-120x35.png"),
                Screens.of(MIDDLE, board).withOutput().press("S"));
        dark(
                folder.resolve("help-120x35.png"),
                Screens.of(MIDDLE, board).withOutput().press("?"));
        dark(folder.resolve("inbox-120x35.png"), Screens.of(MIDDLE, board).press("3"));
        dark(folder.resolve("runs-120x35.png"), Screens.of(MIDDLE, board).press("4"));
        dark(folder.resolve("agents-80x24.png"), Screens.of(SMALL, board).press("2"));
        dark(
                folder.resolve("output-80x24.png"),
                Screens.of(SMALL, board).press("Enter").withOutput());
        dark(
                folder.resolve("approve-120x35.png"),
                Screens.of(MIDDLE, Boards.withEpicReview()).press("3", "a"));
        paint(
                folder.resolve("board-mono-80x24.png"),
                Screens.of(SMALL, board),
                Look.MONO,
                ColourDepth.MONO,
                Background.DARK);
        paint(
                folder.resolve("board-16-colours-80x24.png"),
                Screens.of(SMALL, board),
                Look.COLOUR,
                ColourDepth.SIXTEEN,
                Background.DARK);
    }

    private static void dark(Path file, Screens screens) throws IOException {
        paint(file, screens, Look.COLOUR, ColourDepth.TRUE_COLOUR, Background.DARK);
    }

    private static void light(Path file, Screens screens) throws IOException {
        paint(file, screens, Look.COLOUR, ColourDepth.TRUE_COLOUR, Background.LIGHT);
    }

    private static void paint(Path file, Screens screens, Look look, ColourDepth depth, Background background)
            throws IOException {
        new FramePng(Theme.of(depth, background), background).write(screens.frame(look), file);
    }
}

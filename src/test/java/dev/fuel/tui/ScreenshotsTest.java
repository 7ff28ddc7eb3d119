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
    private static final Terminal DARK = new Terminal(ColourDepth.TRUE_COLOUR, Background.DARK);
    private static final Terminal LIGHT = new Terminal(ColourDepth.TRUE_COLOUR, Background.LIGHT);
    private static final Terminal MONO = new Terminal(ColourDepth.MONO, Background.DARK);
    private static final Terminal SIXTEEN = new Terminal(ColourDepth.SIXTEEN, Background.DARK);

    @Test
    void everyScreenCanBePictured(@TempDir Path temporary) throws IOException {
        System.setProperty("java.awt.headless", "true");
        String wanted = System.getProperty("fuel.screenshots", "");
        Path folder = wanted.isEmpty() ? temporary : Files.createDirectories(Path.of(wanted));
        paintAll(folder);

        try (Stream<Path> pictures = Files.list(folder)) {
            assertThat(pictures)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(picture -> assertThat(Files.size(picture)).isGreaterThan(2_000));
        }
    }

    private static void paintAll(Path folder) throws IOException {
        for (Gallery.Picture picture : Gallery.pictures().toList()) {
            paint(folder, picture.name(), picture.screens(), Look.COLOUR, DARK);
        }
        Board board = Boards.payments();
        Board paused = Boards.with(board, Dispatch.mine(true));
        paint(folder, "board-paused-80x24", Screens.of(SMALL, paused), Look.COLOUR, DARK);
        paint(folder, "board-120x35", Screens.of(MIDDLE, board).withOutput(), Look.COLOUR, DARK);
        paint(folder, "board-light-120x35", Screens.of(MIDDLE, board).withOutput(), Look.COLOUR, LIGHT);
        paint(folder, "board-mono-80x24", Screens.of(SMALL, board), Look.MONO, MONO);
        paint(folder, "board-ascii-80x24", Screens.of(SMALL, board), Look.ASCII_MONO, MONO);
        paint(folder, "board-16-colours-80x24", Screens.of(SMALL, board), Look.COLOUR, SIXTEEN);
    }

    /// A terminal to be pictured.
    private record Terminal(ColourDepth depth, Background background) {}

    private static void paint(Path folder, String name, Screens screens, Look look, Terminal terminal)
            throws IOException {
        new FramePng(Theme.of(terminal.depth(), terminal.background()), terminal.background())
                .write(screens.frame(look), folder.resolve(name + ".png"));
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The last mile: the real screen in a real terminal, which tmux plays.
@Tag("tmux")
@Timeout(120)
class TmuxTest {
    @TempDir
    private Path folder;

    private Tmux terminal;

    @BeforeEach
    void openShell() throws Exception {
        terminal = new Tmux(folder);
    }

    @AfterEach
    void closeShell() throws Exception {
        if (terminal != null) {
            terminal.close();
        }
    }

    @Test
    void theScreenOpensResizesAndLeavesTheTerminalAsItWas() throws Exception {
        open("still");
        assertThat(terminal.await("Rotate webhook")).contains("[1 Board]", "? help");

        terminal.give("resize-window", "-x", "120", "-y", "35");
        assertThat(terminal.await("No output yet").lines().findFirst().orElse(""))
                .contains("slots 2/4");

        terminal.press("q");
        terminal.await("left: [leave AT_ONCE]");
        terminal.assertRestored();
    }

    @Test
    void suspendingComesBackToTheSameScreen() throws Exception {
        open("moving");
        terminal.await("Split ledger");

        terminal.press("C-z");
        terminal.await("Stopped");
        terminal.type("fg");
        terminal.await("Split ledger");
        terminal.press("q");
        terminal.press("k");

        terminal.await("left: [leave KEEP]");
        terminal.assertRestored();
    }

    private void open(String kind) throws Exception {
        terminal.run(
                folder,
                Map.of(),
                "dev.fuel.tui.DemoScreen",
                kind,
                folder.resolve("log").toString());
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String server = "fuel-%d-%d".formatted(ProcessHandle.current().pid(), System.nanoTime());

    @TempDir
    private Path folder;

    @BeforeEach
    void openShell() throws Exception {
        assumeThat(isInstalled()).as("tmux is installed").isTrue();
        tmux("-f", "/dev/null", "-u", "new-session", "-d", "-x", "80", "-y", "24", "env ENV= PS1='shell> ' sh -i");
        await("shell>");
        type("stty -g > '%s/before'".formatted(folder));
    }

    @AfterEach
    void closeShell() throws Exception {
        if (isInstalled()) {
            tmux("kill-server");
        }
    }

    @Test
    void theScreenOpensResizesAndLeavesTheTerminalAsItWas() throws Exception {
        open("still");
        assertThat(await("Rotate webhook")).contains("[1 Board]", "? help");

        tmux("resize-window", "-x", "120", "-y", "35");
        assertThat(await("No output yet").lines().findFirst().orElse("")).contains("slots 2/4");

        press("q");
        await("left: [leave AT_ONCE]");
        assertRestored();
    }

    @Test
    void suspendingComesBackToTheSameScreen() throws Exception {
        open("moving");
        await("Split ledger");

        press("C-z");
        await("Stopped");
        type("fg");
        await("Split ledger");
        press("q");
        press("k");

        await("left: [leave KEEP]");
        assertRestored();
    }

    @Test
    void aTermSignalRestoresTheTerminal() throws Exception {
        open("moving");
        await("Split ledger");
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());

        ProcessHandle screen = ProcessHandle.of(pid).orElseThrow();
        screen.destroy();
        screen.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        assertRestored();
    }

    @Test
    void anExceptionOfTheScreenRestoresTheTerminalAndIsShown() throws Exception {
        open("crash");

        await("the clock has");
        assertRestored();
    }

    private void open(String kind) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path script = Files.writeString(folder.resolve("open"), """
                echo $$ > '%s/pid'
                exec '%s' --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
                -cp '%s' dev.fuel.tui.DemoScreen %s '%s/log'
                """.formatted(folder, java, classes, kind, folder));
        type("LC_ALL=C.UTF-8 sh '%s'".formatted(script));
    }

    /// The modes are those of before, the cursor is visible, the main screen is back, the mouse is the terminal's.
    private void assertRestored() throws Exception {
        type("stty -g > '%s/after' && echo writ''ten".formatted(folder));
        await("written");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
        assertThat(tmux("display-message", "-p", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}"))
                .isEqualTo("1 0 0\n");
    }

    private String await(String text) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        String seen = "";
        while (System.nanoTime() < end) {
            seen = tmux("capture-pane", "-p");
            if (seen.contains(text)) {
                return seen;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("the terminal never shows '%s' but:%n%s".formatted(text, seen));
    }

    private void type(String line) throws Exception {
        tmux("send-keys", "-l", line);
        press("Enter");
    }

    private void press(String key) throws Exception {
        tmux("send-keys", key);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private String tmux(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, answer).isZero();
        return answer;
    }
}

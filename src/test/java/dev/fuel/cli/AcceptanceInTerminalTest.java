package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the screen promises where that takes the whole program, real agents and other processes: lines 3 and 8 of
/// `dev.fuel.tui.AcceptanceTest`.
@Tag("tmux")
@Timeout(120)
class AcceptanceInTerminalTest {
    @TempDir
    Path folder;

    private CommandLine project;
    private Tmux terminal;

    /// The agent notes every signal that a keyboard can send, prints what would control a terminal, and waits.
    @BeforeEach
    void anAgentThatNotesSignals() throws Exception {
        folder = folder.toRealPath();
        project = new CommandLine(folder);
        Path agent = Files.writeString(folder.resolve("agent"), """
                for signal in INT QUIT TSTP HUP TERM; do trap "echo $signal >> '%1$s/signals'" $signal; done
                echo $$ > '%1$s/agent-pid'
                printf 'hostile \\033c\\033]52;c;ZXZpbA==\\007\\033[201~\\033[?1049l\\233 text\\n'
                echo at work
                while [ ! -e '%1$s/gate' ]; do sleep 0.1; done
                """.formatted(folder));
        project.configure("""
                primary: mine
                limits: {max_load: 1000}
                workspace: {mode: shared}
                agents: {mine: {driver: command, command: [sh, "%s"]}}
                """.formatted(agent));
        project.out("add", "Mend the login", "--type", "chore");
        terminal = new Tmux(folder);
    }

    @AfterEach
    void endAll() throws Exception {
        Files.writeString(folder.resolve("gate"), "");
        if (terminal != null) {
            terminal.close();
        }
    }

    /// 3.
    @Test
    void keysThatSendSignalsReachNoAgentAndItsOutputNoTerminal() throws Exception {
        fuel("consume");
        terminal.await("[Running 1]");
        terminal.press("Enter");
        terminal.await("at work");

        terminal.press("C-c");
        terminal.await("again leaves");
        terminal.press("C-\\");
        terminal.press("C-z");
        terminal.await("Stopped");
        terminal.type("fg");
        assertThat(terminal.await("at work")).contains("hostile", "[Output]");

        assertThat(folder.resolve("signals")).doesNotExist();
        assertThat(agent().isAlive()).isTrue();
        Files.writeString(folder.resolve("gate"), "");
        terminal.press("q");
        terminal.await("[Running 0]");
        terminal.press("q");
        terminal.await("shell>");
        terminal.assertRestored();
    }

    /// 8.
    @Test
    void aConsumerThatIsKilledIsMissedAndItsPlaceIsTakenByOneKey() throws Exception {
        Process consumer = consumer();
        try {
            await(folder.resolve("agent-pid"));
            fuel();
            assertThat(terminal.await("watching fuel consume (pid %d)".formatted(consumer.pid())))
                    .contains("[Running 1]");

            consumer.destroyForcibly();
            long killed = System.nanoTime();
            terminal.await("* consumer gone");
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(2));
            terminal.press("Enter");
            terminal.await("at work");
            terminal.press("q");
            terminal.await("[Running 1]");

            terminal.press("P");
            assertThat(terminal.await("* live")).contains("Mend the login");
            assertThat(agent().isAlive()).isTrue();
            Files.writeString(folder.resolve("gate"), "");
            terminal.await("[Running 0]");
        } finally {
            consumer.destroyForcibly();
        }
        terminal.press("q");
        terminal.await("shell>");
    }

    private ProcessHandle agent() throws Exception {
        String pid = Files.readString(folder.resolve("agent-pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Process consumer() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        "dev.fuel.Fuel",
                        "consume",
                        "--headless")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("consumer.out").toFile());
        builder.environment().put("HOME", folder.resolve("home").toString());
        return builder.start();
    }

    private static void await(Path file) throws Exception {
        for (int turn = 0; turn < 600 && !Files.exists(file); turn++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(file).exists();
    }

    private void fuel(String... words) throws Exception {
        String[] all = new String[words.length + 1];
        all[0] = "dev.fuel.Fuel";
        System.arraycopy(words, 0, all, 1, words.length);
        terminal.run(folder, Map.of("HOME", folder.resolve("home").toString()), all);
    }
}

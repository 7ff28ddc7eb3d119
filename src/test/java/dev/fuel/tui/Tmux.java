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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A terminal of 80 columns and 24 lines with a shell in it, which tmux plays. Skips the test where there is no tmux.
public final class Tmux {
    static final Duration LIMIT = Duration.ofSeconds(20);

    private final String server = "fuel-%d-%d".formatted(ProcessHandle.current().pid(), System.nanoTime());
    private final Path folder;

    /// @param folder for files of the test's own
    public Tmux(Path folder) throws Exception {
        this.folder = folder;
        assumeThat(isInstalled()).as("tmux is installed").isTrue();
        give("-f", "/dev/null", "-u", "new-session", "-d", "-x", "80", "-y", "24", "env ENV= PS1='shell> ' sh -i");
        await("shell>");
        type("stty -g > '%s/before'".formatted(folder));
    }

    /// Runs a class of this program in the shell, which notes its process in the file `pid`.
    public void run(Path directory, Map<String, String> variables, String... words) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var script = new StringBuilder("cd '%s'\necho $$ > '%s/pid'\n".formatted(directory, folder));
        variables.forEach((name, value) -> script.append("export %s='%s'\n".formatted(name, value)));
        script.append("exec '%s' --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s'"
                .formatted(java, classes));
        List.of(words).forEach(word -> script.append(" '").append(word).append('\''));
        type("LC_ALL=C.UTF-8 sh '%s'".formatted(Files.writeString(folder.resolve("open"), script + "\n")));
    }

    /// The modes are those of before, the cursor is visible, the main screen is back, the mouse is the terminal's.
    public void assertRestored() throws Exception {
        type("stty -g > '%s/after' && echo writ''ten".formatted(folder));
        await("written");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
        assertThat(give("display-message", "-p", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}"))
                .isEqualTo("1 0 0\n");
    }

    /// Waits until the terminal shows the text.
    ///
    /// @return all that it shows then
    public String await(String text) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        String seen = "";
        while (System.nanoTime() < end) {
            seen = give("capture-pane", "-p");
            if (seen.contains(text)) {
                return seen;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("the terminal never shows '%s' but:%n%s".formatted(text, seen));
    }

    public void type(String line) throws Exception {
        give("send-keys", "-l", line);
        press("Enter");
    }

    public void press(String key) throws Exception {
        give("send-keys", key);
    }

    String give(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, answer).isZero();
        return answer;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /// Ends the terminal and whatever runs in it.
    public void close() throws Exception {
        give("kill-server");
    }
}

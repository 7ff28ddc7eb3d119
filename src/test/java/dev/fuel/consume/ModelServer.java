package dev.fuel.consume;

import dev.fuel.agents.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scripted model server (`scripted_model.py`, whose head explains the scripts) in a network of its own, where
/// there is nothing but it: programs that {@link #join} it can reach no other host. Where the machine does not allow
/// such networks, it listens on the machine's loopback device.
final class ModelServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("\"url\":\"([^\"]+)\"");

    final String url;
    private final Path script;
    private final Path log;
    private final Process process;
    private final boolean alone;

    private ModelServer(Path folder, Process process, boolean alone, String url) {
        this.script = folder.resolve("script");
        this.log = folder.resolve("log");
        this.process = process;
        this.alone = alone;
        this.url = url;
    }

    /// @param folder an empty folder for its files
    static ModelServer start(Path folder) {
        AgentPrograms.needed("python3");
        try {
            Files.createDirectories(folder);
            boolean alone = new ProcessBuilder("unshare", "--user", "--map-root-user", "--net", "true")
                            .start()
                            .waitFor()
                    == 0;
            Process process = new ProcessBuilder(words(folder, alone))
                    .redirectError(folder.resolve("stderr").toFile())
                    .start();
            // One line; the reader stays open as long as the process.
            String line = process.inputReader().readLine();
            Matcher address = ADDRESS.matcher(String.valueOf(line));
            if (!address.find()) {
                throw new IllegalStateException("the model server does not start: " + line);
            }
            return new ModelServer(folder, process, alone, address.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> words(Path folder, boolean alone) {
        Path resources = Recordings.resource("real-agents");
        var words = new ArrayList<String>();
        if (alone) {
            words.addAll(List.of("unshare", "--user", "--map-root-user", "--net"));
            words.addAll(List.of("python3", resources.resolve("alone.py").toString()));
        }
        words.addAll(List.of("python3", resources.resolve("scripted_model.py").toString(), "--port", "0"));
        words.addAll(List.of("--log", folder.resolve("log").toString(), "--log-bodies"));
        words.addAll(List.of("--control", folder.resolve("script").toString()));
        return words;
    }

    /// The words before those of a program that is to run in the server's network.
    List<String> join() {
        return alone
                ? List.of("nsenter", "--target=" + process.pid(), "--user", "--net", "--preserve-credentials", "--")
                : List.of();
    }

    /// What the model does from the next request on, whatever it is asked.
    void follow(String markers) {
        Path next = script.resolveSibling("script.new");
        Workshop.write(next, markers);
        try {
            Files.move(next, script, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The requests so far, each a line of JSON with its body; side queries of the programs are left out.
    List<String> requests() {
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream()
                            .filter(line -> line.contains("\"side\":false"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many requests the model has answered rather than refused.
    long answered() {
        return requests().stream()
                .filter(line -> line.contains("\"fault\":null"))
                .count();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

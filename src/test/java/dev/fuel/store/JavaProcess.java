package dev.fuel.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A main class of the tests in a JVM of its own; its lines are collected as they come.
final class JavaProcess {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstLine = new CountDownLatch(1);
    private final Thread collector;

    private JavaProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.collector = Thread.ofVirtual().start(this::collect);
    }

    static JavaProcess start(Path folder, String name, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve(name + ".err");
        return new JavaProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /// Waits until the first line has come or the process has ended without one.
    void awaitFirstLine() throws InterruptedException {
        require(firstLine.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS), "has said nothing");
    }

    void kill() {
        process.destroyForcibly();
    }

    /// Waits until the process has ended and all that it wrote has been read.
    void awaitEnd() throws InterruptedException {
        require(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS), "is still running");
        require(collector.join(Duration.ofSeconds(LONGEST_WAIT_SECONDS)), "is still writing");
    }

    List<String> lines() {
        return lines;
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    private void collect() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(line -> {
                lines.add(line);
                firstLine.countDown();
            });
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            firstLine.countDown();
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new AssertionError("process %d %s".formatted(process.pid(), problem));
        }
    }
}

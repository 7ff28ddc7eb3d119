package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A short program that is waited for and whose output is wanted: git, `claude --version`, a setup command.
/// Agents are not started this way: they outlive us.
///
/// @param environment added to the inherited environment; an empty value removes the variable
/// @param limit       it is killed when it takes longer
/// @param stdin       what it reads; nothing if null
public record Command(
        List<String> words, Path directory, Map<String, String> environment, Duration limit, @Nullable String stdin) {
    private static final Executor READERS =
            task -> Thread.ofVirtual().name("command-output").start(task);

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// What it printed and how it ended.
    ///
    /// @param exitCode the program's own, or 124 when the limit ended it
    public record Result(int exitCode, String stdout, String stderr) {
        public static final int TIMED_OUT = 124;

        public boolean isSuccess() {
            return exitCode == 0;
        }
    }

    /// Runs it to its end.
    ///
    /// @throws UncheckedIOException if the program cannot be started; the message names it
    public Result run() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            Process process = builder.start();
            try {
                var stdout = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), READERS);
                var stderr = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), READERS);
                feed(process);
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                int exitCode = ended ? process.exitValue() : Result.TIMED_OUT;
                return new Result(exitCode, collect(stdout), collect(stderr));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.getFirst(), e);
        }
    }

    private void feed(Process process) throws IOException {
        try (var sink = process.getOutputStream()) {
            if (stdin != null) {
                sink.write(stdin.getBytes(UTF_8));
            }
        } catch (IOException e) {
            // A program that ends without reading its input closes the pipe: its exit code says how it went.
            if (process.isAlive() && !"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /// A grandchild may keep the pipe open after the program's end, so this wait is limited too.
    private static String collect(CompletableFuture<String> output) throws InterruptedException {
        try {
            return output.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "";
        } catch (ExecutionException e) {
            throw new IllegalStateException("output could not be read", e.getCause());
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

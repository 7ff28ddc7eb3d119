package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A short program that is waited for and whose output is wanted: git, `claude --version`, a setup command.
/// Agents are not started this way: they outlive us.
///
/// @param environment added to the inherited environment; an empty value removes the variable
/// @param limit       it is killed when it takes longer
/// @param stdin       what it reads; nothing if null
public record Command(
        List<String> words,
        Path directory,
        Map<String, String> environment,
        Duration limit,
        @Nullable String stdin) {
    private static final Duration PIPE_LIMIT = Duration.ofSeconds(2);

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
                var stdout = new Output(process.getInputStream());
                var stderr = new Output(process.getErrorStream());
                Thread.ofVirtual().name("command-input").start(() -> feed(process));
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                int exitCode = ended ? process.exitValue() : Result.TIMED_OUT;
                if (!ended) {
                    end(process);
                }
                long deadline = System.nanoTime() + PIPE_LIMIT.toNanos();
                return new Result(exitCode, stdout.await(deadline), stderr.await(deadline));
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.getFirst(), e);
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// A program that ends, or closes its input, without reading it all is no error: its exit code says how it
    /// went.
    private void feed(Process process) {
        try (var sink = process.getOutputStream()) {
            if (stdin != null) {
                sink.write(stdin.getBytes(UTF_8));
            }
        } catch (IOException _) {
            // The pipe was closed at the other end, as said above.
        }
    }

    /// What a program prints. A grandchild (a daemon that git started, say) may hold the pipe open after the
    /// program's end, so the wait for its end is limited, and what has come by then is what the program printed.
    private static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread reader;

        Output(InputStream stream) {
            reader = Thread.ofVirtual().name("command-output").start(() -> read(stream));
        }

        String await(long deadline) throws InterruptedException {
            reader.join(Duration.ofNanos(deadline - System.nanoTime()));
            return bytes.toString(UTF_8);
        }

        private void read(InputStream stream) {
            try (stream) {
                stream.transferTo(bytes);
            } catch (IOException _) {
                // The stream is closed under us when the program is killed; what was read until then
                // stands.
            }
        }
    }
}

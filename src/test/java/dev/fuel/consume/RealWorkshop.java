package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project whose agent is a real program, worked on by Fuel as a program of its own: all of it in the network of a
/// {@link ModelServer}, with a home folder of its own, false keys, and no other environment.
final class RealWorkshop implements AutoCloseable {
    /// In which an agent has started, thought and committed, also on a busy machine.
    static final Duration LIMIT = Duration.ofMinutes(4);

    final Workshop workshop;
    final ModelServer model;
    private final Map<String, String> environment;
    private @Nullable Process consumer;

    private RealWorkshop(Workshop workshop, ModelServer model, Map<String, String> environment) {
        this.workshop = workshop;
        this.model = model;
        this.environment = environment;
    }

    static RealWorkshop of(Path folder, RealAgent agent, Duration backoff) {
        String path = AgentPrograms.pathWith(agent);
        ModelServer model = ModelServer.start(folder.resolve("model"));
        Workshop workshop = Workshop.withConfig(folder, agent.config(model.url, backoff));
        Map<String, String> environment = new HashMap<>(Workshop.environment(workshop.root));
        environment.put("PATH", path);
        environment.put("LANG", "C.UTF-8");
        // Nothing listens there: what cannot be kept from other hosts by a network of its own gets no further.
        environment.put("HTTPS_PROXY", "http://127.0.0.1:9");
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        agent.furnish(workshop.root.resolveSibling("home"));
        return new RealWorkshop(workshop, model, environment);
    }

    /// `fuel consume`, until nothing can go on even after all rests.
    RealWorkshop consume() {
        consumer = start("consume", "--until-idle", "--wait", "--stop-agents");
        return this;
    }

    /// Waits until the consumer has ended by itself.
    void untilIdle() {
        Process ending = Objects.requireNonNull(consumer);
        consumer = null;
        assertThat(ended(ending)).as(this::story).isZero();
    }

    /// Waits, without looking again and again, until the database says so.
    void until(String what, Predicate<Session> condition) {
        Process working = Objects.requireNonNull(consumer);
        Semaphore changes = new Semaphore(0);
        var _ = working.onExit().thenRun(changes::release);
        Instant limit = Instant.now().plus(LIMIT);
        try (var _ = workshop.store.onChange(changes::release)) {
            boolean ended = false;
            while (!workshop.store.read(condition::test)) {
                Duration left = Duration.between(Instant.now(), limit);
                if (ended || !changes.tryAcquire(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("it did not come to this: %s\n%s".formatted(what, story()));
                }
                int _ = changes.drainPermits();
                ended = !working.isAlive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Gives one command of `fuel` and expects it to do its work.
    void fuel(String... words) {
        assertThat(ended(start(words)))
                .as("fuel " + String.join(" ", words) + "\n" + story())
                .isZero();
    }

    private Process start(String... words) {
        var all = new ArrayList<>(model.join());
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        all.addAll(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        all.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.fuel.Fuel"));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all)
                .directory(workshop.root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(told().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int ended(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("fuel has not ended:\n" + story());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Waits until somebody writes to the pipe.
    void untilWritten(Path pipe) {
        try {
            Process reader = new ProcessBuilder("cat", pipe.toString()).start();
            if (!reader.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                reader.destroyForcibly();
                throw new AssertionError("nobody has written to %s:\n%s".formatted(pipe, story()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The processes that carry the run's token, whatever group or session they are in.
    List<String> processesOf(Run run) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(process -> read(process.resolve("environ")).contains("FUEL_RUN_TOKEN=" + run.token()))
                    .map(process -> process.getFileName() + " "
                            + read(process.resolve("cmdline")).replace('\0', ' '))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process that has gone meanwhile has no files, or empty ones.
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private Path told() {
        return workshop.root.resolveSibling("fuel.out");
    }

    /// For a person who has to find out why.
    String story() {
        var story = new StringBuilder(workshop.history()).append("\n\nfuel says:\n");
        story.append(Files.exists(told()) ? read(told()) : "");
        workshop.store
                .read(session -> session.runs().running())
                .forEach(run -> story.append(run).append('\n'));
        try (Stream<Path> files = Files.walk(workshop.root.resolve(".fuel/processes"))) {
            files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .forEach(file ->
                            story.append("\n== ").append(file).append('\n').append(read(file)));
        } catch (IOException e) {
            story.append(e);
        }
        return story.toString();
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.destroy();
            ended(consumer);
        }
        workshop.close();
        model.close();
    }
}

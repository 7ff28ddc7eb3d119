package dev.fuel.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A process manager with real agents in a folder with a space in its name, for tests.
final class Agents implements AutoCloseable {
    static final Duration GRACE = Duration.ofMillis(300);

    private final Path folder;
    private final ProcessManager manager;
    private final ProcessTable table = ProcessTable.ofThisMachine();
    private final BlockingQueue<RunEnd> ends = new LinkedBlockingQueue<>();
    private final Map<RunId, String> tokens;

    Agents(Path folder) throws IOException {
        this(folder, Map.of());
    }

    Agents(Path folder, Map<String, String> more) throws IOException {
        this(folder, more, new HashMap<>());
    }

    private Agents(Path folder, Map<String, String> more, Map<RunId, String> tokens) throws IOException {
        this.folder = folder;
        this.tokens = tokens;
        Files.createDirectories(work());
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        this.manager = new ProcessManager(environment, InstantSource.system(), GRACE, ends::add);
    }

    /// The next Fuel: it knows the runs, but is not the parent of their processes for its own purposes.
    Agents successor() throws IOException {
        return new Agents(folder, Map.of(), tokens);
    }

    ProcessManager manager() {
        return manager;
    }

    Path work() {
        return folder.resolve("the work");
    }

    String token(RunId run) {
        return requireNonNull(tokens.get(run));
    }

    RunDirectory directory(RunId run) {
        return new RunDirectory(folder.resolve("the runs").resolve(run.value()));
    }

    RunId start(String script) {
        return start(List.of("sh", "-c"), List.of(script));
    }

    RunId start(List<String> program, List<String> arguments) {
        return start(program, arguments, Map.of());
    }

    RunId start(List<String> program, List<String> arguments, Map<String, String> environment) {
        Launch launch = launch(program, arguments, environment);
        manager.spawn(launch);
        return launch.run();
    }

    Launch launch(List<String> program, List<String> arguments, Map<String, String> environment) {
        RunId run = new RunId("run-%06x".formatted(tokens.size()));
        tokens.put(run, UUID.randomUUID().toString());
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return new Launch(run, token(run), directory(run).path(), work(), command, environment, "the prompt\n", true);
    }

    RunEnd end() throws InterruptedException {
        RunEnd end = ends.poll(10, TimeUnit.SECONDS);
        assertThat(end).as("a run's end within 10 s").isNotNull();
        return end;
    }

    StopResult stop(RunId run) throws Exception {
        return manager.kill(run).get(20, TimeUnit.SECONDS);
    }

    List<ProcessIdentity> carriers(RunId run) {
        return table.carriers(token(run), ProcessTable.Mark.NONE);
    }

    ProcessState inspect(RunId run, @Nullable ProcessIdentity identity) {
        return manager.inspect(directory(run).path(), identity, token(run));
    }

    void awaitOutput(RunId run, String text) throws Exception {
        awaitFile(directory(run).stdout(), text);
    }

    static void awaitFile(Path file, String text) throws Exception {
        var seen = new CountDownLatch(1);
        try (var watch = new DirectoryWatch();
                var _ = watch.watch(file.resolveSibling(".").normalize(), () -> {
                    if (holds(file, text)) {
                        seen.countDown();
                    }
                })) {
            assertThat(holds(file, text) || seen.await(10, TimeUnit.SECONDS))
                    .as("%s holds %s within 10 s", file, text)
                    .isTrue();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        manager.shutdown(true);
    }
}

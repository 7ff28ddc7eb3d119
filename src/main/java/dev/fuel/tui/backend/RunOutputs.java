package dev.fuel.tui.backend;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.app.Project;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.process.DirectoryWatch;
import dev.fuel.process.RunDirectory;
import dev.fuel.tui.TuiBackend.Subscription;
import dev.fuel.tui.state.OutputLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what runs print, as readable lines. A run is read only while somebody looks at it.
final class RunOutputs implements AutoCloseable {
    /// What a pane of 10,000 lines can need, at most.
    private static final long MOST_BYTES = 4L << 20;

    private final Project project;
    private final Runnable changed;
    private final DirectoryWatch watch = new DirectoryWatch();
    private final Map<RunId, Activity> activities = new ConcurrentHashMap<>();

    /// @param changed called when what is known of a run under way has changed
    RunOutputs(Project project, Runnable changed) {
        this.project = project;
        this.changed = changed;
    }

    /// What a followed run is doing.
    ///
    /// @param now the tool call that it is in, else what it said last; null if nothing is known
    record Activity(int toolCalls, @Nullable String now) {
        static final Activity NONE = new Activity(0, null);

        Activity after(AgentEvent event) {
            return switch (event) {
                case AgentEvent.ToolCall call ->
                    new Activity(toolCalls + 1, "%s %s".formatted(call.name(), call.argument()));
                case AgentEvent.ToolResult _, AgentEvent.ToolDenied _ -> new Activity(toolCalls, null);
                case AgentEvent.Text text when !text.text().isBlank() -> new Activity(toolCalls, lastLine(text.text()));
                default -> this;
            };
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (_, line) -> line);
    }

    /// Of a run that is or was followed.
    Activity activity(RunId run) {
        return activities.getOrDefault(run, Activity.NONE);
    }

    Subscription follow(RunId id, Consumer<List<OutputLine>> lines) {
        Run run = project.store().read(session -> session.runs().get(id));
        RunDirectory directory = directory(run);
        Driver driver = driver(run);
        make(directory);
        var reader = new OutputReader(
                directory,
                driver,
                MOST_BYTES,
                lines,
                event -> activities.merge(id, Activity.NONE.after(event), (known, _) -> known.after(event)),
                changed);
        DirectoryWatch.Registration registration = watch.watch(directory.path(), reader::look);
        Thread thread = Thread.ofVirtual().name("output " + id).start(reader);
        return () -> {
            registration.close();
            thread.interrupt();
        };
    }

    /// How many lines of all the output have the words, in whatever case.
    long count(RunId id, String words) {
        Run run = project.store().read(session -> session.runs().get(id));
        String wanted = words.toLowerCase(Locale.ROOT);
        long[] found = {0};
        RunDirectory directory = directory(run);
        var log = new TranscriptLog(
                directory.stdout(),
                directory.stderr(),
                driver(run),
                Long.MAX_VALUE,
                line -> found[0] += line.plain().toLowerCase(Locale.ROOT).contains(wanted) ? 1 : 0,
                _ -> {});
        log.read();
        return found[0];
    }

    private static void make(RunDirectory directory) {
        try {
            directory.make();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory.path(), e);
        }
    }

    @Override
    public void close() {
        watch.close();
    }

    RunDirectory directory(Run run) {
        return RunDirectory.of(project.folder(), run.task() == null ? run.epic() : run.task(), run.id());
    }

    /// For reading alone: its environment does not matter.
    private Driver driver(Run run) {
        if (run.agent() == null) {
            return Drivers.plain();
        }
        return project.config()
                .agent(run.agent())
                .map(agent -> Drivers.of(agent, Map.of(), false))
                .orElseThrow(() -> new IllegalStateException("agent %s is not configured".formatted(run.agent())));
    }
}

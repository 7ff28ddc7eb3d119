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
import dev.fuel.tui.TuiBackend.Following;
import dev.fuel.tui.TuiBackend.Subscription;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputPage;
import dev.fuel.tui.state.OutputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what runs print, as readable lines. A run is read only while somebody looks at it.
final class RunOutputs implements AutoCloseable {
    /// What a pane of 10,000 lines can need, at most.
    private static final long MOST_BYTES = 4L << 20;

    private final Project project;
    private final CurrentConfig current;
    private final Runnable changed;
    private final DirectoryWatch watch = new DirectoryWatch();
    private final Map<RunId, Activity> activities = new ConcurrentHashMap<>();

    /// @param changed called when what is known of a run under way has changed
    RunOutputs(Project project, CurrentConfig current, Runnable changed) {
        this.project = project;
        this.current = current;
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

    Following follow(OutputSource source, Consumer<OutputBatch> batches) {
        Run run = project.store().read(session -> session.runs().get(source.run()));
        RunDirectory directory = directory(run);
        Driver driver = source.raw() ? Drivers.plain() : driver(run);
        make(directory);
        var track = new OutputTrack(TranscriptLog.lastLines(directory.stdout(), directory.stderr(), MOST_BYTES));
        Consumer<AgentEvent> activity = source.raw() ? _ -> {} : activityOf(run.id());
        var reader = new OutputReader(directory, driver, track, batches, activity, changed);
        DirectoryWatch.Registration registration = watch.watch(directory.path(), reader::look);
        Thread thread = Thread.ofVirtual().name("output " + run.id()).start(reader);
        return new Followed(new OutputHistory(directory, driver, track), () -> {
            registration.close();
            thread.interrupt();
        });
    }

    /// Who follows a run anew hears all of it again.
    private Consumer<AgentEvent> activityOf(RunId run) {
        activities.put(run, Activity.NONE);
        return event -> activities.merge(run, Activity.NONE.after(event), (known, _) -> known.after(event));
    }

    private record Followed(OutputHistory history, Subscription subscription) implements Following {
        @Override
        public OutputPage page(long from, int count) {
            return history.page(from, count);
        }

        @Override
        public OutputMatches search(String words) {
            return history.search(words);
        }

        @Override
        public void close() {
            subscription.close();
        }
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
        return current.get()
                .agent(run.agent())
                .map(agent -> Drivers.of(agent, Map.of(), false))
                .orElseThrow(() -> new IllegalStateException("agent %s is not configured".formatted(run.agent())));
    }
}

package dev.fuel.app;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.agents.TranscriptLine;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.config.AgentConfig;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.process.DirectoryWatch;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.Store;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Follows what a run says, readably.
public final class RunTail {
    /// Earlier output of a run that has already said more is left out.
    private static final long LAST_BYTES = 512 * 1024;

    private final Project project;

    public RunTail(Project project) {
        this.project = project;
    }

    /// Hands over the transcript from (almost) the beginning and each line as it comes, on the calling thread.
    /// Returns when the run has ended and everything was handed over, or the thread is interrupted.
    ///
    /// @throws Refusal if its files are gone, or its agent is not configured any more
    /// @return whether the run's end was seen
    public boolean follow(Run run, Consumer<TranscriptLine> listener) {
        RunDirectory directory = directory(run);
        var log = new TranscriptLog(directory.stdout(), directory.stderr(), driver(run), LAST_BYTES, listener, _ -> {});
        Semaphore changes = new Semaphore(1);
        Store.Subscription subscription = project.store().onChange(changes::release);
        try (DirectoryWatch watch = new DirectoryWatch()) {
            watch.watch(directory.path(), changes::release);
            boolean ended = false;
            while (!ended) {
                changes.acquire();
                changes.drainPermits();
                // Asked before reading, so that what was written up to the end is read.
                ended = directory.ended().isPresent() || isSettled(run);
                log.read();
            }
            log.end();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            subscription.close();
        }
    }

    private boolean isSettled(Run run) {
        return project.store().read(session -> session.runs().get(run.id()).status() != RunStatus.RUNNING);
    }

    private RunDirectory directory(Run run) {
        RunDirectory directory =
                RunDirectory.of(project.folder(), run.task() == null ? run.epic() : run.task(), run.id());
        if (!Files.isDirectory(directory.path())) {
            throw new Refusal("no_output", "%s has left no output in %s".formatted(run.id(), directory.path()));
        }
        return directory;
    }

    private Driver driver(Run run) {
        if (run.agent() == null) {
            return Drivers.plain();
        }
        AgentConfig agent = project.config()
                .agent(run.agent())
                .orElseThrow(() -> new Refusal(
                        "unknown_agent",
                        "agent %s is no longer configured, so %s cannot be read: its output is in %s"
                                .formatted(run.agent(), run.id(), directory(run).path())));
        // Reading needs neither the agent's environment nor the way in which it is started.
        return Drivers.of(agent, Map.of(), false);
    }
}

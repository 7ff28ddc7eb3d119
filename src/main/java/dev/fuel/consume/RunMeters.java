package dev.fuel.consume;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.AgentLog;
import dev.fuel.agents.Consumption;
import dev.fuel.agents.Driver;
import dev.fuel.agents.RunReading;
import dev.fuel.agents.UsageScope;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.process.DirectoryWatch;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// What the agents at work have consumed so far, by their own output. They are followed only where something is
/// limited by it; what is read is what has been written since, and after each look there is a rest. Nothing of it is
/// kept: the next consumer reads the same output.
///
/// Owned by the consumer's loop; each run is read on a thread of its own.
final class RunMeters implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(100);

    private final Ground ground;
    private final Runnable wake;
    private final Map<RunId, Meter> meters = new HashMap<>();
    private @Nullable DirectoryWatch watch;

    /// @param wake called, on any thread, when a turn of a model has ended
    RunMeters(Ground ground, Runnable wake) {
        this.ground = ground;
        this.wake = wake;
    }

    /// What one run has consumed.
    ///
    /// @param turns how many turns of its model have ended
    record Reading(Consumption consumption, UsageScope scope, int turns) {}

    /// Follows these runs and no others. What they have written by now is read before this returns.
    void follow(Collection<Run> runs, FuelConfig config) {
        List<RunId> wanted = runs.stream().map(Run::id).toList();
        meters.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        for (Run run : runs) {
            if (!meters.containsKey(run.id())) {
                meters.put(run.id(), new Meter(run, config));
            }
        }
    }

    /// @return null if the run is not followed
    @Nullable
    Reading of(RunId run) {
        Meter meter = meters.get(run);
        return meter == null ? null : meter.reading;
    }

    /// Whether a turn has ended that nobody has looked at.
    boolean haveNews() {
        return meters.values().stream().anyMatch(Meter::hasNews);
    }

    /// Whether a turn of the run has ended since the last time that this was asked.
    boolean lookAt(RunId run) {
        Meter meter = meters.get(run);
        return meter != null && meter.look();
    }

    @Override
    public void close() {
        meters.values().forEach(Meter::close);
        meters.clear();
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private DirectoryWatch watch() {
        DirectoryWatch folders = watch == null ? new DirectoryWatch() : watch;
        watch = folders;
        return folders;
    }

    /// Reads the output of one run.
    private final class Meter implements AutoCloseable {
        private final AgentLog log;
        private final RunReading gathered;
        private final UsageScope scope;
        private final Semaphore changes = new Semaphore(1);
        private final Thread thread;
        private final DirectoryWatch.@Nullable Registration registration;
        private volatile Reading reading;
        private int turns;
        private int lookedAt;

        Meter(Run run, FuelConfig config) {
            Driver driver = ground.reader(Objects.requireNonNull(run.agent()), config);
            log = AgentLog.of(ground.runDirectory(run).stdout(), driver);
            gathered = new RunReading(driver);
            scope = driver.usageScope();
            reading = new Reading(Consumption.UNKNOWN, scope, 0);
            registration = register(run);
            read();
            thread = Thread.ofVirtual().name("meter " + run.id()).unstarted(this::follow);
            if (registration != null) {
                thread.start();
            }
        }

        /// Without its folder, which somebody has deleted, there is nothing to be told.
        private DirectoryWatch.@Nullable Registration register(Run run) {
            try {
                return watch().watch(ground.runDirectory(run).path(), this::changed);
            } catch (UncheckedIOException gone) {
                return null;
            }
        }

        private void changed() {
            if (changes.availablePermits() == 0) {
                changes.release();
            }
        }

        private void follow() {
            try {
                while (true) {
                    changes.acquire();
                    int before = turns;
                    read();
                    if (turns > before) {
                        wake.run();
                    }
                    Thread.sleep(REST);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        /// Output that cannot be read tells nothing; how the run ends is settled all the same.
        private void read() {
            try {
                log.read(this::take);
                reading = new Reading(gathered.consumption(), scope, turns);
            } catch (UncheckedIOException unreadable) {
                changes.drainPermits();
            }
        }

        private void take(AgentEvent event) {
            gathered.accept(event);
            if (event instanceof AgentEvent.TurnEnded || event instanceof AgentEvent.UsageReported) {
                turns++;
            }
        }

        boolean hasNews() {
            return reading.turns() > lookedAt;
        }

        boolean look() {
            boolean news = hasNews();
            lookedAt = reading.turns();
            return news;
        }

        @Override
        public void close() {
            if (registration != null) {
                registration.close();
            }
            thread.interrupt();
        }
    }
}

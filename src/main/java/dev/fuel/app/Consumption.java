package dev.fuel.app;

import dev.fuel.config.ConfigFile;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Consumer;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.consume.Ground;
import dev.fuel.consume.IdleReport;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.Refusal;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A consumer at work on a project: holds the lock, watches the configuration, and runs the loop.
public final class Consumption implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final ConsumerLock lock;
    private final ConfigFile config;
    private final Consumer consumer;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Consumption(ConsumerLock lock, ConfigFile config, Consumer consumer) {
        this.lock = lock;
        this.config = config;
        this.consumer = consumer;
    }

    /// Takes the lock and makes everything ready.
    ///
    /// @param launcher the folder of the `fuel` program, which agents get on their PATH; null if it is not known
    /// @param listener told of every recorded change, on the thread of {@link #run}
    /// @throws Refusal if another process consumes already
    public static Consumption open(
            Project project,
            ConsumerOptions options,
            @Nullable Path launcher,
            java.util.function.Consumer<List<Event>> listener) {
        ConsumerLock lock = ConsumerLock.acquire(
                project.folder(), options.name(), project.clock().instant());
        try {
            ConfigFile config = ConfigFile.open(project.configFile(), ".fuel/config.yaml");
            var effective = new AtomicReference<FuelConfig>(config.current());
            Ground ground = new Ground(
                    project.store(),
                    project.root(),
                    project.folder(),
                    repository(project),
                    effective::get,
                    project.clock(),
                    ZoneId.systemDefault(),
                    project.random(),
                    project.environment(),
                    Project.isRoot(),
                    STOP_GRACE,
                    request -> OutwardActs.carryOut(project, request),
                    launcher);
            Consumer consumer = new Consumer(ground, options, listener);
            config.watch(reading -> {
                takeUp(reading, effective, project);
                consumer.wake();
            });
            return new Consumption(lock, config, consumer);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Consumes until the mode says that it is done, or {@link #leave} was called.
    ///
    /// @return what still waits, and for what
    public IdleReport run() {
        try {
            return consumer.run();
        } finally {
            ended.countDown();
        }
    }

    public Consumer consumer() {
        return consumer;
    }

    /// Lets {@link #run} return and waits for it, within the limit.
    public void leave(boolean stopAgents, long seconds) {
        consumer.leave(stopAgents);
        try {
            ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        config.close();
        lock.close();
    }

    private static void takeUp(ConfigReading reading, AtomicReference<FuelConfig> effective, Project project) {
        switch (reading) {
            case ConfigReading.Unusable broken -> note(project, "config_broken", broken.message());
            case ConfigReading.Usable usable -> {
                effective.set(usable.config());
                note(project, "config_loaded", "taken up");
            }
        }
    }

    private static void note(Project project, String what, String cause) {
        String words = what.equals("config_broken") ? "the last good one stays; " + cause : cause;
        project.store().change(Actor.CONSUMER, session -> session.events().add("project", what, words));
    }

    private static @Nullable Repository repository(Project project) {
        return switch (Repository.discover(project.root(), project.environment())) {
            case Discovery.Found(Repository repository) -> repository;
            case Discovery.NotARepository(Path _) -> null;
            case Discovery.NoGit(String cause) ->
                throw new Refusal("no_git", "git is needed and cannot be run: %s".formatted(cause));
            case Discovery.Unusable(String cause) -> throw new Refusal("unusable_repository", cause);
        };
    }
}

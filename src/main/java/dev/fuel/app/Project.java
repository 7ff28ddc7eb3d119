package dev.fuel.app;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ProgramKnowledge;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One project and what belongs to it, each part opened when it is first asked for. Used by one thread.
public final class Project implements AutoCloseable {
    private static final String CONFIG_NAME = ".fuel/config.yaml";

    private final ProjectLocation location;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable FuelConfig config;
    private @Nullable Store store;

    private Project(
            ProjectLocation location, Map<String, String> environment, InstantSource clock, RandomGenerator random) {
        this.location = location;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.random = random;
    }

    public static Project open(
            ProjectLocation location, Map<String, String> environment, InstantSource clock, RandomGenerator random) {
        return new Project(location, environment, clock, random);
    }

    /// Whether agents run as the superuser.
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// The folder that `.fuel` stands in.
    public Path root() {
        return location.root();
    }

    /// `.fuel`.
    public Path folder() {
        return location.folder();
    }

    public Path configFile() {
        return location.configFile();
    }

    public Map<String, String> environment() {
        return environment;
    }

    public InstantSource clock() {
        return clock;
    }

    public RandomGenerator random() {
        return random;
    }

    /// The database, opened once and made where there is none yet, as in a fresh clone.
    ///
    /// @throws dev.fuel.store.StoreUnusable if it cannot be used
    public Store store() {
        if (store == null) {
            store = Store.open(databaseFile(), clock, random);
        }
        return store;
    }

    public Path databaseFile() {
        return location.databaseFile();
    }

    /// The configuration, read once.
    ///
    /// @throws dev.fuel.config.UnusableConfigException if it cannot be used
    public FuelConfig config() {
        if (config == null) {
            config = readConfig().require().config();
        }
        return config;
    }

    /// The configuration as the file is now.
    public ConfigReading readConfig() {
        return ConfigReader.read(configFile(), CONFIG_NAME);
    }

    /// The branch that work lands on: the configured one, else the one checked out; null outside git.
    public @Nullable String baseBranch() {
        String configured = config().workspace().base();
        if (configured != null) {
            return configured;
        }
        return Repository.discover(root(), environment) instanceof Discovery.Found(Repository repository)
                ? repository.branch()
                : null;
    }

    public ProgramKnowledge programs() {
        return new ProgramKnowledge(root(), environment, clock);
    }

    public LogFile log() {
        return new LogFile(folder(), clock);
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}

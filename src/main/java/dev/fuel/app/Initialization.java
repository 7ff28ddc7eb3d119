package dev.fuel.app;

import dev.fuel.agents.AgentDiscovery;
import dev.fuel.config.ConfigReader;
import dev.fuel.config.ConfigTemplate;
import dev.fuel.config.KnownDriver;
import dev.fuel.domain.Refusal;
import dev.fuel.process.Command;
import dev.fuel.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes `.fuel/` in the root of the current repository, or in the current folder outside git. What is there already
/// is left as it is, and nothing outside `.fuel/` is touched.
public final class Initialization {
    private static final Duration GIT_LIMIT = Duration.ofSeconds(20);

    /// Everything in `.fuel/` that is not for git.
    private static final String IGNORED = """
            # Made by fuel init: what belongs to this machine. The rest of the folder is for git.
            /agent.db*
            /backlog.lock
            /backups/
            /consumer.*
            /merge.lock
            /processes/
            /worktrees/
            /fuel.log*
            """;

    private final Map<String, String> environment;
    private final Path directory;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Initialization(
            Map<String, String> environment, Path directory, InstantSource clock, RandomGenerator random) {
        this.environment = environment;
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /// What was done.
    ///
    /// @param made     the files that were not there before, relative to the root
    /// @param programs the agent programs on PATH, where a new configuration was written
    /// @param git      whether the root is a git repository's
    /// @param base     the branch that work lands on; null without git and on a detached HEAD
    public record Outcome(
            ProjectLocation location,
            List<String> made,
            List<String> programs,
            boolean git,
            @Nullable String base) {
        public Outcome {
            made = List.copyOf(made);
            programs = List.copyOf(programs);
        }

        /// How the agents of the configuration are started.
        public List<StartLine> starts() {
            return StartLine.of(ConfigReader.read(location.configFile(), ".fuel/config.yaml")
                    .require()
                    .config());
        }

        /// The found programs that the new configuration uses; the others have no driver.
        public List<KnownDriver> drivers() {
            return Initialization.drivers(programs);
        }
    }

    /// @param folder `--project`, to make it there
    /// @throws Refusal if the folder cannot be written
    public Outcome run(Optional<String> folder) {
        Path start = folder.map(directory::resolve).orElse(directory).normalize();
        if (!Files.isDirectory(start)) {
            throw new Refusal("no_folder", "cannot initialise %s: there is no such folder".formatted(start));
        }
        Optional<GitPlace> git = GitPlace.of(start);
        var location = new ProjectLocation(
                folder.isPresent() ? start : git.map(GitPlace::main).orElse(start));
        String base = git.isPresent() ? branch(location.root()) : null;
        var made = new ArrayList<String>();
        List<String> found = List.of();
        try {
            Files.createDirectories(location.folder());
            if (create(location, ".gitignore", IGNORED)) {
                made.add(".fuel/.gitignore");
            }
            if (create(location, "backlog.jsonl", "")) {
                made.add(".fuel/backlog.jsonl");
            }
            List<String> programs = programs();
            if (create(location, "config.yaml", template(drivers(programs), git.isPresent(), base))) {
                made.add(".fuel/config.yaml");
                found = programs;
            }
            if (Files.notExists(location.databaseFile())) {
                Store.open(location.databaseFile(), clock, random).close();
                made.add(".fuel/agent.db");
            }
        } catch (IOException e) {
            throw new Refusal("cannot_write", "cannot initialise %s: %s".formatted(location.root(), e));
        }
        return new Outcome(location, made, found, git.isPresent(), base);
    }

    private static String template(List<KnownDriver> found, boolean git, @Nullable String base) {
        String text = ConfigTemplate.write(found, git && base == null ? "main" : base);
        ConfigReader.read(text, "the new configuration").require();
        return text;
    }

    private List<String> programs() {
        return AgentDiscovery.on(environment.getOrDefault("PATH", "")).stream()
                .map(AgentDiscovery.FoundAgent::name)
                .toList();
    }

    private static List<KnownDriver> drivers(List<String> programs) {
        return Arrays.stream(KnownDriver.values())
                .filter(driver -> driver.program() != null && programs.contains(driver.program()))
                .toList();
    }

    /// The branch that is checked out, born or not; null on a detached HEAD.
    private static @Nullable String branch(Path root) {
        try {
            var answer = new Command(
                            List.of("git", "symbolic-ref", "--quiet", "--short", "HEAD"),
                            root,
                            Map.of(),
                            GIT_LIMIT,
                            null)
                    .run();
            String name = answer.stdout().strip();
            return answer.isSuccess() && !name.isEmpty() ? name : null;
        } catch (UncheckedIOException e) {
            throw new Refusal("no_git", "cannot ask git for the branch of %s: %s".formatted(root, e.getMessage()));
        }
    }

    /// Writes the whole file by rename, and never over one that is there.
    private static boolean create(ProjectLocation location, String name, String content) throws IOException {
        Path file = location.folder().resolve(name);
        if (Files.exists(file)) {
            return false;
        }
        Path draft = Files.createTempFile(location.folder(), name, ".new");
        try {
            Files.writeString(draft, content);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return true;
    }
}

package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.WorkspaceSettings;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    @TempDir
    Path folder;

    private Path repository;

    @BeforeEach
    void aRepositoryOnTheBranchTrunk() throws Exception {
        folder = folder.toRealPath();
        repository = Files.createDirectory(folder.resolve("app"));
        git(repository, "init", "-q", "-b", "trunk");
    }

    @Test
    void aSecondInitChangesNothingAndSaysSo() throws Exception {
        Prompt.Ending first = new Prompt(repository).give("init");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("initialised").contains("work starts from and lands on trunk");
        Map<Path, FileTime> before = files();

        Prompt.Ending second = new Prompt(repository).give("init");
        assertThat(second.exit()).isZero();
        assertThat(second.out()).isEqualTo("already initialised, nothing changed: %s/.fuel%n".formatted(repository));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nothingButTheSharedFilesIsForGitAndNothingElseIsTouched() throws Exception {
        new Prompt(repository).give("init");
        assertThat(git(repository, "status", "--porcelain", "--untracked-files=all")
                        .lines())
                .containsExactly("?? .fuel/.gitignore", "?? .fuel/backlog.jsonl", "?? .fuel/config.yaml");
        try (var hooks = Files.list(repository.resolve(".git/hooks"))) {
            assertThat(hooks).allMatch(hook -> hook.toString().endsWith(".sample"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(repository.resolve(".fuel/agent.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void fromASubfolderTheRootIsInitialisedAndFound() throws Exception {
        Path deep = Files.createDirectories(repository.resolve("src/deep"));
        assertThat(new Prompt(deep).give("init").out()).contains(repository + "/.fuel");
        assertThat(new Prompt(deep).give("config").exit()).isZero();
        assertThat(Files.exists(deep.resolve(".fuel"))).isFalse();
    }

    @Test
    void inALinkedWorktreeTheMainWorktreesProjectIsMeant() throws Exception {
        new Prompt(repository).give("init");
        git(repository, "add", "-A");
        git(repository, "commit", "-q", "-m", "first");
        Path linked = folder.resolve("linked");
        git(repository, "worktree", "add", "-q", linked.toString());
        Path deep = Files.createDirectory(linked.resolve("deep"));

        assertThat(Files.exists(linked.resolve(".fuel/config.yaml"))).isTrue();
        assertThat(new Prompt(deep).give("config", "--json").out())
                .contains("\"" + repository + "/.fuel/config.yaml\"");
        assertThat(new Prompt(deep).give("init").out())
                .isEqualTo("already initialised, nothing changed: %s/.fuel%n".formatted(repository));
        assertThat(git(linked, "status", "--porcelain")).isEmpty();
    }

    @Test
    void aParentsProjectIsNeverAdopted() throws Exception {
        assertThat(new Prompt(folder).give("init").out()).contains("not a git repository");
        assertThat(new Prompt(repository).give("init").exit()).isZero();
        assertThat(repository.resolve(".fuel/config.yaml")).exists();
        assertThat(folder.resolve(".fuel/config.yaml")).exists();
        assertThat(new Prompt(repository).give("config", "--json").out()).contains(repository + "/.fuel/config.yaml");
    }

    @Test
    void outsideGitTheFolderItselfIsShared() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Prompt.Ending ending = new Prompt(plain).give("init");
        assertThat(ending.exit()).isZero();
        assertThat(ending.out()).contains("not a git repository").contains("workspace.mode: shared");
        assertThat(config(plain).workspace().mode()).isEqualTo(WorkspaceSettings.Mode.SHARED);
    }

    @Test
    void theConfigurationUsesWhatIsOnPathAndIsValidAsItStands() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path claude = Files.writeString(bin.resolve("claude"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(claude, PosixFilePermissions.fromString("rwxr-xr-x"));

        Prompt.Ending ending = new Prompt(repository)
                .with("PATH", bin + ":" + System.getenv("PATH"))
                .give("init");
        assertThat(ending.out())
                .contains("claude-opus: claude --print")
                .contains("--dangerously-skip-permissions")
                .contains("autonomy: full");
        FuelConfig config = config(repository);
        assertThat(config.primary()).isEqualTo(new AgentName("claude-opus"));
        assertThat(config.workspace().base()).isEqualTo("trunk");
        assertThat(config.agents()).hasSize(3);
    }

    @Test
    void aBranchWithAnOddNameIsQuoted() throws Exception {
        git(repository, "symbolic-ref", "HEAD", "refs/heads/no");
        new Prompt(repository).with("PATH", pathWithout("claude")).give("init");
        assertThat(config(repository).workspace().base()).isEqualTo("no");
        assertThat(config(repository).agents()).isEmpty();
    }

    private static FuelConfig config(Path root) {
        return ConfigReader.read(root.resolve(".fuel/config.yaml"), "c")
                .require()
                .config();
    }

    private static String pathWithout(String program) {
        return String.join(
                ":",
                Arrays.stream(System.getenv("PATH").split(":"))
                        .filter(folder -> Files.notExists(Path.of(folder, program)))
                        .toList());
    }

    private Map<Path, FileTime> files() throws Exception {
        var files = new TreeMap<Path, FileTime>();
        try (var all = Files.walk(repository.resolve(".fuel"))) {
            for (Path file : all.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private static String git(Path directory, String... words) {
        var all = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost"));
        all.addAll(List.of(words));
        Command.Result result = new Command(all, directory, Map.of(), Duration.ofSeconds(20), null).run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
        return result.stdout();
    }
}

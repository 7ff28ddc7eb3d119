package dev.fuel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLocationTest {
    @TempDir
    Path folder;

    private Path one;
    private Path two;

    @BeforeEach
    void twoProjects() throws Exception {
        one = project("one");
        two = project("two");
    }

    @Test
    void theOptionWinsOverTheVariableAndTheVariableOverTheFolder() {
        Map<String, String> environment = Map.of("FUEL_PROJECT", two.toString());
        assertThat(ProjectLocation.find(Optional.of("../one"), environment, two).root())
                .isEqualTo(one);
        assertThat(ProjectLocation.find(Optional.empty(), environment, one).root())
                .isEqualTo(two);
        assertThat(ProjectLocation.find(Optional.empty(), Map.of("FUEL_PROJECT", ""), one)
                        .root())
                .isEqualTo(one);
    }

    @Test
    void aNamedFolderWithoutAProjectIsNotReplacedByAParents() throws Exception {
        Path inside = Files.createDirectory(one.resolve("inside"));
        assertThatThrownBy(() -> ProjectLocation.find(Optional.of("inside"), Map.of(), one))
                .isInstanceOf(NotInitialisedException.class)
                .hasMessage("no .fuel/config.yaml in %s (named by --project): run fuel init there".formatted(inside));
    }

    @Test
    void aFolderWithStateButWithoutConfigurationIsNoProject() throws Exception {
        Path inside = Files.createDirectories(one.resolve("inside/.fuel"));
        assertThat(ProjectLocation.find(Optional.empty(), Map.of(), inside).root())
                .isEqualTo(one);
    }

    @Test
    void aSubmoduleIsItsOwnProject() throws Exception {
        Path module = Files.createDirectories(one.resolve("module"));
        Files.createDirectories(one.resolve(".git/modules/module"));
        Files.writeString(module.resolve(".git"), "gitdir: ../.git/modules/module\n");
        Files.createDirectory(module.resolve(".fuel"));
        Files.createFile(module.resolve(".fuel/config.yaml"));
        assertThat(ProjectLocation.find(Optional.empty(), Map.of(), module).root())
                .isEqualTo(module);
    }

    @Test
    void aDamagedPointerOfAWorktreeIsNoReasonToFail() throws Exception {
        Files.writeString(one.resolve(".git"), "what is this\n");
        assertThat(ProjectLocation.find(Optional.empty(), Map.of(), one).root()).isEqualTo(one);
    }

    private Path project(String name) throws Exception {
        Path root = Files.createDirectory(folder.resolve(name));
        Files.createDirectory(root.resolve(".fuel"));
        Files.createFile(root.resolve(".fuel/config.yaml"));
        return root;
    }
}

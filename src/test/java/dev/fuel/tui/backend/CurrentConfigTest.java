package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentConfigTest {
    @TempDir
    Path folder;

    @Test
    void anEditIsSeenAtTheNextLookAndABrokenOneLeavesTheLastGood() throws Exception {
        Path file = Files.createDirectories(folder.resolve(".fuel")).resolve("config.yaml");
        write(file, "max_concurrent: 2\n");
        try (Project project =
                Project.open(new ProjectLocation(folder), Map.of(), InstantSource.system(), new Random(1))) {
            CurrentConfig current = new CurrentConfig(project);
            assertThat(current.get().maxConcurrent()).isEqualTo(2);

            write(file, "max_concurrent: 13\n");
            assertThat(current.get().maxConcurrent()).isEqualTo(13);
            write(file, "max_concurrent: many more\n");
            assertThat(current.get().maxConcurrent()).isEqualTo(13);
            Files.delete(file);
            assertThat(current.get().maxConcurrent()).isEqualTo(13);
            write(file, "max_concurrent: 4\n");
            assertThat(current.get().maxConcurrent()).isEqualTo(4);
        }
    }

    private static void write(Path file, String agents) throws Exception {
        Files.writeString(file, agents + "agents: {mine: {driver: command, command: [cat]}}\n");
    }
}

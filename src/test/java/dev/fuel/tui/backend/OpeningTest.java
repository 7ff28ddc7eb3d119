package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.tui.TuiBackend;
import dev.fuel.tui.state.Dispatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place as the consumer counts as ours while the screen opens, and has to be taken whatever happens meanwhile.
class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void thePlaceIsTakenAlsoAfterAFirstBoardThatCannotBeRead() throws Exception {
        Path fuel = Files.createDirectories(folder.resolve(".fuel"));
        Files.writeString(fuel.resolve("config.yaml"), "agents: {mine: {driver: command, command: [cat]}}\n");
        Path backlog = Files.createDirectory(fuel.resolve("backlog.jsonl"));
        var told = new Semaphore(0);
        try (Project project = Project.open(
                        new ProjectLocation(folder), System.getenv(), InstantSource.system(), new Random(1));
                ProjectBackend backend = ProjectBackend.open(project, null, true);
                TuiBackend.Subscription _ = backend.onChange(told::release)) {
            assertThatThrownBy(backend::snapshot).isInstanceOf(RuntimeException.class);
            Files.delete(backlog);

            while (ConsumerLock.holder(fuel).isEmpty()) {
                assertThat(told.tryAcquire(20, TimeUnit.SECONDS))
                        .as("a change is told")
                        .isTrue();
            }
            assertThat(backend.snapshot().dispatch().holder()).isEqualTo(Dispatch.Holder.MINE);
        }
        assertThat(ConsumerLock.holder(fuel)).isEmpty();
    }
}

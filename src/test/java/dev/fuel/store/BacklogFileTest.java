package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogFileTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private BacklogFile backlog = backlog(file);

    @BeforeEach
    void name() {
        file = folder.resolve("backlog.jsonl");
        backlog = backlog(file);
    }

    private static BacklogFile backlog(Path file) {
        return new BacklogFile(file, InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z")), new Random(7));
    }

    @Test
    void whatIsAddedIsOneLineOfJson() throws IOException {
        BacklogItem item = add("Dark mode");

        assertThat(Files.readString(file))
                .isEqualTo("{\"id\":\"%s\",\"title\":\"Dark mode\",\"type\":\"feature\",\"priority\":2,"
                                .formatted(item.id())
                        + "\"complexity\":\"simple\",\"created_at\":\"2026-01-02T03:04:05.678Z\"}\n");
        assertThat(backlog.read().items()).containsExactly(item);
    }

    @Test
    void unknownKeysAndBrokenLinesStayAsTheyAre() throws IOException {
        String known = "{\"id\":\"b-00000a\",\"title\":\"Known\",\"mood\": \"good\" }";
        String broken = "<<<<<<< HEAD";
        Files.writeString(file, known + "\n" + broken + "\n\n{\"id\":\"b-00000b\",\"title\":\"Going\"}\n");

        assertThat(backlog.read().problems()).singleElement().asString().contains("line 2: not JSON");
        backlog.remove("00000b");

        assertThat(Files.readString(file)).isEqualTo(known + "\n" + broken + "\n\n");
    }

    @Test
    void lineWithoutTitleIsNamedWithItsNumber() throws IOException {
        Files.writeString(file, "{\"id\":\"b-00000a\"}\n[1]\n{\"id\":\"x\",\"title\":\"t\"}\n");

        assertThat(backlog.read().items()).isEmpty();
        assertThat(backlog.read().problems())
                .satisfiesExactly(
                        first -> assertThat(first).contains("line 1: the title is empty"),
                        second -> assertThat(second).contains("line 2: not a JSON object"),
                        third -> assertThat(third).contains("line 3: not an id of the form b-xxxxxx"));
    }

    @Test
    void unknownItemIsRefused() {
        add("Known");

        assertThatThrownBy(() -> backlog.remove("b-zzz"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no backlog item 'b-zzz'");
    }

    @Test
    void writersAtTheSameTimeLoseNothing() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(number -> threads.execute(() -> add("idea " + number)));
        }

        assertThat(backlog.read().items()).hasSize(40);
        assertThat(backlog.read().problems()).isEmpty();
    }

    private BacklogItem add(String title) {
        return backlog.add(title, "", TaskType.FEATURE, Priority.DEFAULT, Complexity.SIMPLE, new TreeSet<>());
    }
}

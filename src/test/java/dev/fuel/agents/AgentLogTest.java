package dev.fuel.agents;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {
    @TempDir
    Path folder;

    private final List<AgentEvent> events = new ArrayList<>();

    @Test
    void growingFileIsReadOnce() throws IOException {
        Path file = folder.resolve("stdout.log");
        AgentLog log = AgentLog.of(file, Recordings.commandDriver());
        assertThat(log.read(events::add)).isFalse();
        Files.writeString(file, "one\ntw");
        assertThat(log.read(events::add)).isTrue();
        assertThat(log.read(events::add)).isFalse();
        Files.writeString(file, "o\nthree", APPEND);
        assertThat(log.read(events::add)).isTrue();
        assertThat(texts()).containsExactly("one", "two");
        log.end(events::add);
        assertThat(texts()).containsExactly("one", "two", "three");
        assertThat(events).last().isEqualTo(new AgentEvent.Finished("one\ntwo\nthree", true));
        assertThat(log.position()).isEqualTo(Files.size(file));
    }

    @Test
    void lastPartBeginsWithAWholeLine() throws IOException {
        Path file = folder.resolve("stdout.log");
        Files.writeString(file, "x".repeat(200_000) + "\nlast but one\nlast\n");
        AgentLog log = lastBytes(file, 150_000);
        assertThat(log.read(events::add)).isTrue();
        assertThat(texts()).containsExactly("last but one", "last");
    }

    @Test
    void lastPartOfAShortFileIsAllOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("stdout.log"), "one\n");
        lastBytes(file, 1000).read(events::add);
        assertThat(texts()).containsExactly("one");
    }

    private static AgentLog lastBytes(Path file, long bytes) {
        return new AgentLog(file, Recordings.commandDriver().parser(), AgentLog.lastLines(file, bytes));
    }

    private List<String> texts() {
        return events.stream()
                .filter(AgentEvent.Text.class::isInstance)
                .map(event -> ((AgentEvent.Text) event).text())
                .toList();
    }
}

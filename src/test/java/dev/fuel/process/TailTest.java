package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class TailTest {
    @TempDir
    Path folder;

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

    @Test
    void whatIsAppendedComesAsItIsWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("log"), "old new");
        try (var watch = new DirectoryWatch();
                var _ = Tail.follow(watch, file, 4, chunks::add)) {
            assertThat(next(3)).isEqualTo("new");
            Files.writeString(file, " newer", StandardOpenOption.APPEND);
            assertThat(next(6)).isEqualTo(" newer");
        }
    }

    @Test
    void fileThatIsNotThereYetIsWaitedFor() throws Exception {
        Path file = folder.resolve("log");
        try (var watch = new DirectoryWatch();
                var _ = Tail.follow(watch, file, 0, chunks::add)) {
            Files.writeString(file, "here");
            assertThat(next(4)).isEqualTo("here");
        }
    }

    @Test
    void bigFileComesInSmallChunksAndWhole() throws Exception {
        byte[] content = new byte[1_000_003];
        new java.util.Random(42).nextBytes(content);
        Path file = Files.write(folder.resolve("log"), content);
        var received = new ByteArrayOutputStream();
        try (var watch = new DirectoryWatch();
                var _ = Tail.follow(watch, file, 0, chunks::add)) {
            while (received.size() < content.length) {
                byte[] chunk = take();
                assertThat(chunk.length).isLessThanOrEqualTo(64 * 1024);
                received.writeBytes(chunk);
            }
        }
        assertThat(received.toByteArray()).isEqualTo(content);
    }

    @Test
    void closedTailSaysNothingMore() throws Exception {
        Path file = Files.writeString(folder.resolve("log"), "a");
        try (var watch = new DirectoryWatch()) {
            Tail tail = Tail.follow(watch, file, 0, chunks::add);
            assertThat(next(1)).isEqualTo("a");
            tail.close();
            try (var _ = Tail.follow(watch, file, 0, chunks::add)) {
                Files.writeString(file, "b", StandardOpenOption.APPEND);
                assertThat(next(2)).isEqualTo("ab");
            }
        }
        assertThat(chunks).isEmpty();
    }

    private String next(int length) throws InterruptedException {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(new String(take(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private byte[] take() throws InterruptedException {
        byte[] chunk = chunks.poll(10, TimeUnit.SECONDS);
        assertThat(chunk).as("a chunk within 10 s").isNotNull();
        return chunk;
    }
}

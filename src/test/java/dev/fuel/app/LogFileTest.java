package dev.fuel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    @TempDir
    Path folder;

    @Test
    void linesCarryTheirTimeAndOnlyTheOwnerMayReadThem() throws Exception {
        var log = new LogFile(folder, InstantSource.fixed(NOW));
        log.warning("the disk is nearly full");
        log.error("cannot go on", new IllegalStateException("the cause"));

        Path file = folder.resolve("fuel.log");
        assertThat(file)
                .content()
                .startsWith("2026-05-06T07:08:09Z WARN  the disk is nearly full\n")
                .contains("ERROR cannot go on\njava.lang.IllegalStateException: the cause\n\tat ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFullLogMakesRoomForANewOne() throws Exception {
        Path file = Files.write(folder.resolve("fuel.log"), new byte[1024 * 1024 + 1]);
        new LogFile(folder, InstantSource.fixed(NOW)).warning("next");
        assertThat(file).hasContent("2026-05-06T07:08:09Z WARN  next");
        assertThat(folder.resolve("fuel.log.1")).exists();
    }
}

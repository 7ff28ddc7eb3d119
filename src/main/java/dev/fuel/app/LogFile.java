package dev.fuel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/// `.fuel/fuel.log`: warnings and errors, readable by its owner only. A full one becomes `fuel.log.1`.
public final class LogFile {
    private static final long FULL_BYTES = 1024 * 1024;

    private final Path file;
    private final InstantSource clock;

    public LogFile(Path folder, InstantSource clock) {
        this.file = folder.resolve("fuel.log");
        this.clock = clock;
    }

    public void warning(String message) {
        append("WARN  " + message + "\n");
    }

    public void error(String message, Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        append("ERROR " + message + "\n" + trace);
    }

    private synchronized void append(String text) {
        try {
            if (Files.exists(file) && Files.size(file) > FULL_BYTES) {
                Files.move(file, file.resolveSibling("fuel.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(file)) {
                create();
            }
            Files.writeString(file, clock.instant() + " " + text, UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void create() throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException raced) {
            // Another process was first: it is as good.
            return;
        }
    }
}

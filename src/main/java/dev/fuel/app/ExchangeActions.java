package dev.fuel.app;

import dev.fuel.consume.ConsumerLock;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.exchange.BeadsFile;
import dev.fuel.exchange.ForeignReading;
import dev.fuel.exchange.GithubIssues;
import dev.fuel.exchange.TextLines;
import dev.fuel.store.Exchange;
import dev.fuel.store.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All that a project knows, out and in again.
public final class ExchangeActions {
    /// What the first line of an export begins with.
    private static final String BEGINNING = "{\"schema_version\":";

    private final Project project;
    private final Caller caller;

    public ExchangeActions(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// Writes everything, as it is at one moment; who works meanwhile is not held up.
    ///
    /// @return how many rows of each table were written
    public Map<String, Long> export(OutputStream out) {
        return project.store().read(session -> session.exchange().write(out));
    }

    /// As {@link #export(OutputStream)}, into a file that only its owner may read: whole or not at all. An export that
    /// is there is replaced, anything else is not.
    ///
    /// @throws Refusal if the file is something else or cannot be written
    public Map<String, Long> export(Path file) {
        try {
            if (Files.exists(file) && !isExport(file)) {
                throw new Refusal(
                        "not_an_export", "%s is there and is not an export of fuel: name another file".formatted(file));
            }
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "." + file.getFileName(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Map<String, Long> written;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    written = export(out);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return written;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UncheckedIOException cause) {
            throw cannotWrite(file, cause);
        }
    }

    /// Takes in what {@link #export(OutputStream)} has written, as the consumer's stand-in: while everything is
    /// written, nobody works.
    ///
    /// @param dryRun only says what would be new
    /// @throws Refusal if somebody consumes, the export is broken, or it contradicts what is here
    public Exchange.Taken takeExport(InputStream in, boolean dryRun) {
        caller.requirePerson("import");
        var lines = new TextLines(in);
        try (ConsumerLock _ = ConsumerLock.acquire(
                project.folder(), "fuel import", project.clock().instant())) {
            return dryRun
                    ? project.store()
                            .rehearse(
                                    caller.actor(),
                                    session -> session.exchange().take(lines))
                    : project.store()
                            .writeDurably(
                                    caller.actor(),
                                    session -> session.exchange().take(lines));
        }
    }

    /// Another tracker whose issues can be taken in.
    public enum Source implements Word {
        BEADS,
        GITHUB
    }

    /// What came of another tracker's issues.
    ///
    /// @param unchanged how many were here already
    /// @param problems  what could not be taken as it is there, each with its place
    public record Imported(int tasks, int epics, int links, int unchanged, List<String> problems) {
        public Imported {
            problems = List.copyOf(problems);
        }
    }

    /// Makes tasks and epics of another tracker's issues. What came before is left as it is.
    ///
    /// @param dryRun only says what would be new
    public Imported takeIssues(Source source, InputStream in, boolean dryRun) {
        caller.requirePerson("import");
        ForeignReading reading = switch (source) {
            case BEADS -> BeadsFile.read(new TextLines(in));
            case GITHUB -> GithubIssues.read(in);
        };
        @Nullable String base = project.baseBranch();
        Function<Session, Imported> work = session -> new ForeignImport(session, source.word(), base).take(reading);
        return dryRun
                ? project.store().rehearse(caller.actor(), work)
                : project.store().writeDurably(caller.actor(), work);
    }

    private static boolean isExport(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(BEGINNING.length());
            return beginning.length == 0 || BEGINNING.equals(new String(beginning, StandardCharsets.UTF_8));
        }
    }

    private static Refusal cannotWrite(Path file, Exception cause) {
        return new Refusal("cannot_write", "%s cannot be written: %s".formatted(file, cause.getMessage()));
    }
}

package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of one run: what it was told, what it said, how it ended. Readable by their owner only.
public record RunDirectory(Path path) {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<StandardOpenOption> CREATED = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> REPLACED =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}\n");

    /// What a run has written so far, in bytes.
    public record Output(Path stdout, long stdoutSize, Path stderr, long stderrSize) {}

    /// The folder of a run.
    ///
    /// @param fuelDirectory `.fuel`
    /// @param owner         the task or epic that it is about; null for what is about several
    public static RunDirectory of(Path fuelDirectory, @Nullable Identifier owner, RunId run) {
        return new RunDirectory(fuelDirectory
                .resolve("processes")
                .resolve(owner == null ? "project" : owner.value())
                .resolve(run.value()));
    }

    public Path prompt() {
        return path.resolve("prompt.md");
    }

    public Path stdout() {
        return path.resolve("stdout.log");
    }

    public Path stderr() {
        return path.resolve("stderr.log");
    }

    /// Makes the folder, if it is not there yet: a run is known before its process is started, and may be watched.
    public void make() throws IOException {
        Files.createDirectories(path, PRIVATE_FOLDER);
    }

    Path pidFile() {
        return path.resolve("pid");
    }

    Path exitFile() {
        return path.resolve("exit");
    }

    public Output output() {
        return new Output(stdout(), size(stdout()), stderr(), size(stderr()));
    }

    /// When the run last wrote anything, or was started; empty if it has no files.
    public Optional<Instant> lastOutputAt() {
        Optional<Instant> stdout = modifiedAt(stdout());
        Optional<Instant> stderr = modifiedAt(stderr());
        return stdout.isPresent() && stderr.isPresent() && stderr.get().isAfter(stdout.get())
                ? stderr
                : stdout.or(() -> stderr);
    }

    /// How the run ended; empty while it has left no exit code.
    public Optional<ProcessState.Ended> ended() {
        return number(exitFile()).stream()
                .mapToObj(code -> new ProcessState.Ended(
                        (int) code, modifiedAt(exitFile()).orElse(Instant.EPOCH)))
                .findFirst();
    }

    OptionalLong pid() {
        return number(pidFile());
    }

    /// Makes the folder and every file that the supervisor will write to, so that it needs no umask, which the
    /// agent would inherit.
    void prepare(String prompt) throws IOException {
        make();
        if (pid().isPresent() || ended().isPresent()) {
            throw new IOException(path + " holds another run");
        }
        for (Path file : List.of(stdout(), stderr(), pidFile(), exitFile())) {
            Files.newByteChannel(file, CREATED, PRIVATE_FILE).close();
        }
        try (var channel = Files.newByteChannel(prompt(), REPLACED, PRIVATE_FILE)) {
            ByteBuffer bytes = UTF_8.encode(prompt);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /// A number counts only with its line end: what is half written, or empty as a power failure may leave it, says
    /// as little as no file. So the supervisor can write it in place, and needs no program to rename it.
    private static OptionalLong number(Path file) {
        try {
            String text = Files.readString(file, UTF_8);
            return NUMBER.matcher(text).matches()
                    ? OptionalLong.of(Long.parseLong(text.strip()))
                    : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }

    private static Optional<Instant> modifiedAt(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the time of " + file, e);
        }
    }
}

package dev.fuel.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.run.ProcessIdentity;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The process table of Linux.
///
/// Reading every environment costs milliseconds, and runs can be as short as that. Linux gives process numbers in
/// sequence, so of a short run only the few that were given since its start are looked at; once so many were given that
/// the sequence may have come round, all are.
final class ProcFolder implements ProcessTable {
    private static final long OWN_PID = ProcessHandle.current().pid();
    private static final int KERNEL_THREAD = 0x0020_0000;
    private static final int GLANCES = 5;

    private final Path folder;
    private final String bootId;
    private final long greatestPid;

    ProcFolder(Path folder) {
        this.folder = folder;
        this.bootId = required("sys/kernel/random/boot_id").strip();
        this.greatestPid = Long.parseLong(required("sys/kernel/pid_max").strip());
    }

    @Override
    public Optional<ProcessIdentity> identify(long pid) {
        return status(pid).filter(ProcStatus::isRunning).map(status -> identity(pid, status));
    }

    @Override
    public List<ProcessIdentity> carriers(String token, Mark since) {
        byte[] entry = (AgentEnvironment.TOKEN + "=" + token).getBytes(UTF_8);
        Mark now = mark();
        List<Long> candidates = pids().stream()
                .filter(pid -> pid != OWN_PID && isSince(pid, since, now))
                .toList();
        List<Long> found = new ArrayList<>();
        for (int glance = 0; glance < GLANCES && !candidates.isEmpty(); glance++) {
            List<Long> unsure = new ArrayList<>();
            for (long pid : candidates) {
                switch (look(pid, entry)) {
                    case CARRIES -> found.add(pid);
                    case UNSURE -> unsure.add(pid);
                    case DOES_NOT -> {}
                }
            }
            candidates = unsure;
            if (!unsure.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
        return found.stream()
                .flatMap(pid -> status(pid).filter(ProcStatus::isRunning).stream()
                        .map(status -> new Aged(identity(pid, status), status.startTicks())))
                .sorted(Comparator.comparingLong(Aged::startTicks))
                .map(Aged::identity)
                .toList();
    }

    @Override
    public Mark mark() {
        String load = required("loadavg").strip();
        long lastPid = Long.parseLong(load.substring(load.lastIndexOf(' ') + 1));
        return required("stat")
                .lines()
                .filter(line -> line.startsWith("processes "))
                .findFirst()
                .map(line -> new Mark(lastPid, Long.parseLong(line.substring("processes ".length()))))
                .orElse(Mark.NONE);
    }

    private boolean isSince(long pid, Mark since, Mark now) {
        boolean wholeRound = now.forks() - since.forks() >= greatestPid / 2;
        if (since.equals(Mark.NONE) || wholeRound || since.lastPid() <= 0) {
            return true;
        }
        return since.lastPid() <= now.lastPid()
                ? pid > since.lastPid() && pid <= now.lastPid()
                : pid > since.lastPid() || pid <= now.lastPid();
    }

    private enum Glance {
        CARRIES,
        DOES_NOT,
        UNSURE
    }

    private record Aged(ProcessIdentity identity, long startTicks) {}

    /// A process in the middle of an exec shows an empty environment for a moment, and must be looked at again.
    private Glance look(long pid, byte[] entry) {
        Optional<byte[]> environment = read(pid + "/environ");
        if (environment.isEmpty()) {
            return Glance.DOES_NOT;
        }
        if (environment.get().length > 0) {
            return contains(environment.get(), entry) ? Glance.CARRIES : Glance.DOES_NOT;
        }
        return status(pid)
                        .filter(ProcStatus::isRunning)
                        .filter(status -> (status.flags() & KERNEL_THREAD) == 0)
                        .isPresent()
                ? Glance.UNSURE
                : Glance.DOES_NOT;
    }

    private static boolean contains(byte[] environment, byte[] entry) {
        String text = "\0" + new String(environment, ISO_8859_1) + "\0";
        return text.contains("\0" + new String(entry, ISO_8859_1) + "\0");
    }

    private List<Long> pids() {
        String[] names = folder.toFile().list((_, name) -> Character.isDigit(name.charAt(0)));
        if (names == null) {
            throw new IllegalStateException("cannot list " + folder);
        }
        List<Long> pids = new ArrayList<>(names.length);
        for (String name : names) {
            pids.add(Long.valueOf(name));
        }
        return pids;
    }

    private ProcessIdentity identity(long pid, ProcStatus status) {
        return new ProcessIdentity(pid, bootId + ":" + status.startTicks());
    }

    private Optional<ProcStatus> status(long pid) {
        return read(pid + "/stat").map(bytes -> ProcStatus.parse(new String(bytes, ISO_8859_1)));
    }

    /// Empty if the process is gone or belongs to somebody else.
    private Optional<byte[]> read(String name) {
        try (var stream = new FileInputStream(folder.resolve(name).toFile())) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String required(String name) {
        return read(name)
                .map(bytes -> new String(bytes, ISO_8859_1))
                .orElseThrow(() -> new UncheckedIOException(new IOException("cannot read " + folder.resolve(name))));
    }
}

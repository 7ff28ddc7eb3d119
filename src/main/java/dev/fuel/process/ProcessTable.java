package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The processes of this machine, as far as they concern us. Zombies do not count: they are only waiting to be
/// forgotten.
sealed interface ProcessTable permits ProcFolder, PsProgram {
    /// A point in the sequence of process numbers, by which the processes made later can be told from the earlier
    /// ones.
    ///
    /// @param lastPid the number given last
    /// @param forks   how many were given since the machine started
    record Mark(long lastPid, long forks) {
        static final Mark NONE = new Mark(0, 0);
    }

    static ProcessTable ofThisMachine() {
        Path proc = Path.of("/proc");
        return Files.isReadable(proc.resolve("self/environ")) ? new ProcFolder(proc) : new PsProgram();
    }

    Optional<ProcessIdentity> identify(long pid);

    /// Every process, other than this one, whose environment holds the token; oldest first.
    ///
    /// @param since only processes made after it need to be looked at; [Mark#NONE] for all
    List<ProcessIdentity> carriers(String token, Mark since);

    Mark mark();

    default boolean isRunning(ProcessIdentity identity) {
        return identify(identity.pid()).filter(identity::equals).isPresent();
    }
}

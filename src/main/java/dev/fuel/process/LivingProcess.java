package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.util.Optional;

/// Whether processes that somebody wrote down still live, safe against reuse of their numbers.
public final class LivingProcess {
    private LivingProcess() {}

    /// The process that asks.
    public static ProcessIdentity self() {
        return identify(ProcessHandle.current().pid())
                .orElseThrow(() -> new IllegalStateException("this process is not in the process table"));
    }

    /// The process that has the number now; empty if none has.
    public static Optional<ProcessIdentity> identify(long pid) {
        return ProcessTable.ofThisMachine().identify(pid);
    }

    public static boolean isAlive(ProcessIdentity process) {
        return ProcessTable.ofThisMachine().isRunning(process);
    }

    /// Calls the listener, on any thread, when the process has ended; at once if it has.
    public static void onEnd(ProcessIdentity process, Runnable listener) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process.pid()).filter(_ -> isAlive(process));
        if (handle.isEmpty()) {
            listener.run();
            return;
        }
        var _ = handle.get().onExit().thenRun(listener);
    }
}

package dev.fuel.domain.run;

/// Which process it is, safe against reuse of its number.
///
/// @param pid       the process number, which is also that of its session and group
/// @param startedAt boot id and raw start ticks, or what `ps -o lstart` says where there is no `/proc`
public record ProcessIdentity(long pid, String startedAt) {
    public ProcessIdentity {
        if (pid <= 1) {
            throw new IllegalArgumentException("not a process of ours: " + pid);
        }
    }
}

package dev.fuel.cli;

/// How a command ended, for scripts.
public enum ExitCode {
    DONE(0),
    /// Refused by a rule, or not found.
    REFUSED(1),
    USAGE(2),
    NOT_INITIALISED(3),
    /// The database or the configuration cannot be used.
    UNUSABLE(4),
    /// A defect in Fuel: the log has the details. The number is `EX_SOFTWARE` of sysexits.h.
    DEFECT(70),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

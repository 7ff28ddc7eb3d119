package dev.fuel.process;

/// What `/proc/PID/stat` says (proc_pid_stat(5)).
///
/// @param state      Z and X are processes that have ended
/// @param flags      the kernel's `PF_` bits
/// @param startTicks clock ticks between the machine's start and the process's
record ProcStatus(char state, long flags, long startTicks) {
    private static final int FLAGS = 9;
    private static final int START_TICKS = 22;

    /// The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
    static ProcStatus parse(String line) {
        int nameEnd = line.lastIndexOf(')');
        String[] fields = line.substring(nameEnd + 2).split(" ", START_TICKS);
        int third = 3;
        return new ProcStatus(
                fields[0].charAt(0),
                Long.parseLong(fields[FLAGS - third]),
                Long.parseLong(fields[START_TICKS - third]));
    }

    boolean isRunning() {
        return state != 'Z' && state != 'X';
    }
}

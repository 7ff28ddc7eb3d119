package dev.fuel.agents;

import org.jspecify.annotations.Nullable;

/// Exit codes in words.
final class ExitCode {
    private ExitCode() {}

    /// @param errorOutput the telling line of standard error
    static String explain(int exitCode, @Nullable String errorOutput) {
        String what = switch (exitCode) {
            case 0 -> "ended without a final event";
            case 126 -> "exit 126: the program cannot be executed";
            case 127 -> "exit 127: the program was not found";
            case 129 -> "ended by SIGHUP";
            case 130 -> "ended by SIGINT";
            case 134 -> "ended by SIGABRT";
            case 137 -> "ended by SIGKILL (by hand, or memory ran out)";
            case 139 -> "ended by SIGSEGV";
            case 143 -> "ended by SIGTERM";
            default -> exitCode > 128 && exitCode < 160 ? "ended by signal " + (exitCode - 128) : "exit " + exitCode;
        };
        return errorOutput == null ? what : what + ": " + errorOutput;
    }
}

package dev.fuel.domain.review;

import dev.fuel.domain.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one run of the test command has shown, at one commit.
///
/// @param ending   how the command came to its end
/// @param exitCode null unless it ended by itself
/// @param reports  how many report files were read, if only in part; with none, only the exit code is known
/// @param failed   names of the tests that failed or broke
/// @param passed   names of the tests that passed
/// @param skipped  names of the tests that were not run on purpose
/// @param unreadable the reports that could not be read to their end, each with the reason
/// @param remarks  what else a person must know of it
public record TestFindings(
        Ending ending,
        @Nullable Integer exitCode,
        int reports,
        SortedSet<String> failed,
        SortedSet<String> passed,
        SortedSet<String> skipped,
        List<String> unreadable,
        List<String> remarks) {
    /// A shell's codes for a program that is not executable and for one that is not there (POSIX sh, 2.8.2).
    private static final int NOT_EXECUTABLE = 126;

    private static final int NOT_FOUND = 127;

    /// How the command came to its end.
    public enum Ending implements Word {
        /// By itself.
        ENDED,
        /// Its time was up.
        TIMED_OUT,
        /// It could not be run; the remarks say why.
        UNAVAILABLE
    }

    public TestFindings {
        if ((ending == Ending.ENDED) != (exitCode != null)) {
            throw new IllegalArgumentException("%s with exit code %s".formatted(ending, exitCode));
        }
        failed = sorted(failed);
        passed = sorted(passed);
        skipped = sorted(skipped);
        unreadable = List.copyOf(unreadable);
        remarks = List.copyOf(remarks);
    }

    /// Of a command that could not be run.
    public static TestFindings unavailable(String why) {
        return new TestFindings(
                Ending.UNAVAILABLE,
                null,
                0,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                List.of(),
                List.of(why));
    }

    /// Whether tests are known by name.
    public boolean hasReports() {
        return reports > 0;
    }

    public boolean succeeded() {
        return exitCode != null && exitCode == 0;
    }

    public boolean timedOut() {
        return ending == Ending.TIMED_OUT;
    }

    /// Whether nothing was tested: the command could not be run, or its program is not there.
    public boolean isVoid() {
        return ending == Ending.UNAVAILABLE
                || (!hasReports() && exitCode != null && (exitCode == NOT_EXECUTABLE || exitCode == NOT_FOUND));
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}

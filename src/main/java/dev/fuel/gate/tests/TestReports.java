package dev.fuel.gate.tests;

import dev.fuel.domain.review.TestFindings;
import dev.fuel.gate.xml.XmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Gathers what a run of the test command has left: its exit code and, where a glob of reports is configured, the
/// results of the tests by name.
public final class TestReports {
    private TestReports() {}

    /// Reports that cannot be read are named in the findings and are no error.
    ///
    /// @param workspace where the command ran
    /// @param glob      of the reports; null if none is configured
    /// @param since     when the command began, by the clock that the file system stamps its files with
    /// @param ending    how the command came to its end
    /// @param exitCode  null unless it ended by itself
    public static TestFindings gather(
            Path workspace,
            @Nullable String glob,
            Instant since,
            TestFindings.Ending ending,
            @Nullable Integer exitCode) {
        Tally tally = new Tally();
        if (glob != null && !glob.isBlank()) {
            try {
                read(workspace, ReportFiles.find(workspace, glob, since), glob, tally);
            } catch (IOException | PatternSyntaxException failure) {
                tally.remark("the reports %s cannot be looked for: %s".formatted(glob, failure.getMessage()));
            }
        }
        return tally.findings(ending, exitCode);
    }

    private static void read(Path workspace, ReportFiles files, String glob, Tally tally) {
        for (Path file : files.fresh()) {
            read(workspace, file, tally);
        }
        if (files.fresh().isEmpty()) {
            tally.remark(
                    files.stale() == 0
                            ? "no file matches " + glob
                            : "all files that match %s are older than the check (%d)".formatted(glob, files.stale()));
        }
    }

    private static void read(Path workspace, Path file, Tally tally) {
        Path name = workspace.relativize(file);
        int before = tally.cases();
        try (InputStream stream = Files.newInputStream(file)) {
            JUnitReport.read(stream, tally);
            tally.countReport();
        } catch (XmlReport.Broken broken) {
            if (tally.cases() > before) {
                tally.countReport();
            }
            tally.addUnreadable("%s (%s)".formatted(name, broken.getMessage()));
        } catch (IOException failure) {
            tally.addUnreadable("%s (%s)".formatted(name, failure.getMessage()));
        }
    }
}

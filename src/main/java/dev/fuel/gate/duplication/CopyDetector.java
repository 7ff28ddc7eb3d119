package dev.fuel.gate.duplication;

import dev.fuel.gate.xml.XmlReport;
import dev.fuel.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs PMD's CPD over files of one language: a program of its own, with its own memory.
///
/// @param program   `pmd`, of version 7 or newer
/// @param workspace where the files are
record CopyDetector(Path program, Path workspace) {
    /// What PMD's documentation begins with for Java: about twelve lines of code.
    private static final int MINIMUM_TOKENS = 100;

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// The report may be large, since it repeats the code, and so it goes into a file.
    private static final String INTO_FILE = "exec \"$0\" \"$@\" >\"$FUEL_REPORT\"";

    /// The detector could not do its work; the message says why.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /// In its lists of files commas and line ends stand between the names.
    static boolean takes(String file) {
        return file.indexOf(',') < 0 && file.indexOf('\n') < 0 && file.strip().equals(file);
    }

    /// @param files by their names from the workspace's root
    /// @return passages that are the same, in groups of two or more
    List<List<Passage>> find(CodeLanguage language, List<String> files) throws Failed {
        try {
            Path list = Files.createTempFile("fuel", ".files");
            Path report = Files.createTempFile("fuel", ".xml");
            try {
                Files.write(
                        list,
                        files.stream()
                                .map(file -> workspace.resolve(file).toString())
                                .toList());
                run(language, list, report);
                try (InputStream xml = Files.newInputStream(report)) {
                    return CopyReport.read(xml, workspace);
                }
            } finally {
                Files.delete(list);
                Files.delete(report);
            }
        } catch (IOException | XmlReport.Broken failure) {
            throw new Failed("its report cannot be read: " + failure.getMessage());
        }
    }

    private void run(CodeLanguage language, Path list, Path report) throws Failed {
        List<String> words = List.of(
                "sh",
                "-c",
                INTO_FILE,
                program.toString(),
                "cpd",
                "--language",
                language.word(),
                "--minimum-tokens",
                Integer.toString(MINIMUM_TOKENS),
                "--format",
                "xml",
                "--file-list",
                list.toString(),
                "--no-fail-on-violation",
                "--no-fail-on-error");
        Command.Result result =
                new Command(words, workspace, Map.of("FUEL_REPORT", report.toString()), LIMIT, null).run();
        if (result.exitCode() == Command.Result.TIMED_OUT) {
            throw new Failed("it did not end within %d minutes".formatted(LIMIT.toMinutes()));
        }
        if (!result.isSuccess()) {
            throw new Failed("it ended with %d: %s".formatted(result.exitCode(), firstLine(result.stderr())));
        }
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("it said nothing");
    }
}

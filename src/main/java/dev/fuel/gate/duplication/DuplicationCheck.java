package dev.fuel.gate.duplication;

import dev.fuel.domain.review.Check;
import dev.fuel.git.AddedLines;
import dev.fuel.git.Repository;
import dev.fuel.git.TrackedFiles;
import dev.fuel.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds code that a task adds and that stands elsewhere in the tree. It never fails: copies are worth a task of their
/// own, and that nothing could be looked for is said.
public final class DuplicationCheck {
    private static final String CHECK = "duplication";
    private static final String PROGRAM = "pmd";
    private static final int MOST_COPIES = 10;

    private final Repository repository;
    private final Map<String, String> environment;

    /// @param environment names the folders that programs are looked for in
    public DuplicationCheck(Repository repository, Map<String, String> environment) {
        this.repository = repository;
        this.environment = environment;
    }

    /// What was found.
    ///
    /// @param copies each worth a follow-up; the first ten
    public record Result(Check check, List<Copy> copies) {
        public Result {
            copies = List.copyOf(copies);
        }
    }

    /// Takes as long as the detector does, minutes at most.
    ///
    /// @param base the commit that the task started from
    public Result look(Path workspace, String base) {
        Map<String, BitSet> added = AddedLines.since(repository, workspace, base);
        Set<CodeLanguage> languages = added.keySet().stream()
                .flatMap(file -> CodeLanguage.of(file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (languages.isEmpty()) {
            return skipped("nothing was added in a language that copies are looked for in");
        }
        return switch (Program.find(PROGRAM, workspace, environment)) {
            case Program.Found(Path file) -> look(new CopyDetector(file, workspace), workspace, languages, added);
            case Program.Missing() ->
                skipped("%s is not on PATH: install PMD 7 (https://pmd.github.io), or switch review.duplication off"
                        .formatted(PROGRAM));
            case Program.NotExecutable(Path file) -> skipped(file + " cannot be executed");
        };
    }

    private Result look(CopyDetector detector, Path workspace, Set<CodeLanguage> languages, Map<String, BitSet> added) {
        List<Copy> copies = new ArrayList<>();
        try {
            for (CodeLanguage language : languages) {
                List<String> files =
                        TrackedFiles.of(repository, workspace, file -> language.isOf(file) && CopyDetector.takes(file));
                for (List<Passage> same : detector.find(language, files)) {
                    Optional<Copy> copy = Copy.among(same, added);
                    copy.ifPresent(copies::add);
                }
            }
        } catch (CopyDetector.Failed failure) {
            return skipped("%s could not look for copies: %s".formatted(PROGRAM, failure.getMessage()));
        }
        return new Result(
                Check.passed(CHECK, words(copies)),
                copies.stream().limit(MOST_COPIES).toList());
    }

    private static String words(List<Copy> copies) {
        if (copies.isEmpty()) {
            return "nothing that was added stands elsewhere";
        }
        String first = copies.stream().limit(MOST_COPIES).map(Copy::words).collect(Collectors.joining(", "));
        int more = copies.size() - MOST_COPIES;
        return "for a follow-up: " + first + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static Result skipped(String why) {
        return new Result(Check.skipped(CHECK, why), List.of());
    }
}

package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Issue.Severity;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Examination;
import dev.fuel.gate.duplication.Copy;
import dev.fuel.gate.duplication.DuplicationCheck;
import dev.fuel.git.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks for copied code in finished work, if that is configured. Beside the loop: it may take minutes.
final class CopySearch {
    private final Ground ground;

    CopySearch(Ground ground) {
        this.ground = ground;
    }

    /// @param worktree where the work was done; null for the shared workspace, where nobody knows what was added
    /// @return the examination with what was found, if it was looked for and the work is not sent back anyway
    Examination extend(Examination examination, Task task, @Nullable Path worktree, FuelConfig config) {
        ReviewSettings review = config.review();
        Repository repository = ground.repository();
        if (review == null
                || !review.duplication()
                || repository == null
                || worktree == null
                || task.baseCommit() == null
                || examination.hasFailed()
                || !Files.isDirectory(worktree)) {
            return examination;
        }
        DuplicationCheck.Result result =
                new DuplicationCheck(repository, ground.environment()).look(worktree, task.baseCommit());
        Map<String, List<Copy>> byFile =
                result.copies().stream().collect(Collectors.groupingBy(Copy::file, TreeMap::new, Collectors.toList()));
        return examination.with(
                result.check(), byFile.values().stream().map(CopySearch::issue).toList());
    }

    /// One for each file: who mends one copy there sees the others.
    private static Issue issue(List<Copy> ofFile) {
        String copies = ofFile.stream().map(Copy::description).collect(Collectors.joining("; "));
        Copy first = ofFile.getFirst();
        return new Issue("refactor", Severity.FOLLOW_UP, first.file(), first.line(), "Say it in one place: " + copies);
    }
}

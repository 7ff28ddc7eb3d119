package dev.fuel.gate;

import dev.fuel.domain.review.Check;
import dev.fuel.git.WorkState;
import java.util.List;

/// The deterministic checks of finished work.
public final class Checks {
    private Checks() {}

    static List<Check> of(WorkState work) {
        return List.of(cleanTree(work), commits(work));
    }

    static List<Check> withoutRepository() {
        return List.of(
                Check.skipped(Check.CLEAN_TREE, "not a git repository"),
                Check.skipped("commits", "not a git repository"));
    }

    static List<Check> ofAnAnswer() {
        return List.of(
                Check.passed(Check.CLEAN_TREE, "nothing was changed"),
                Check.skipped("commits", "the result is an answer, not a change"));
    }

    static List<Check> shared() {
        return List.of(
                Check.skipped(Check.CLEAN_TREE, "shared workspace: changes may be anybody's"),
                Check.skipped("commits", "shared workspace: commits are on the branch already"));
    }

    private static Check cleanTree(WorkState work) {
        return work.isClean()
                ? Check.passed(Check.CLEAN_TREE, "no uncommitted changes")
                : Check.failed(Check.CLEAN_TREE, "uncommitted: " + String.join(", ", work.dirty()));
    }

    private static Check commits(WorkState work) {
        return work.commits().isEmpty()
                ? Check.failed("commits", "no commit since the base")
                : Check.passed("commits", "%d, +%d −%d".formatted(work.commits().size(), work.added(), work.removed()));
    }
}

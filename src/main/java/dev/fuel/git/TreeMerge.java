package dev.fuel.git;

import java.util.List;

/// The merge of two commits, made in the object database alone (`git merge-tree --write-tree`, git 2.38).
sealed interface TreeMerge {
    record Clean(String tree) implements TreeMerge {}

    record Conflicting(List<String> files) implements TreeMerge {}

    static TreeMerge of(Git git, String ours, String theirs) {
        String[] words = {
            "merge-tree",
            "--write-tree",
            "--allow-unrelated-histories",
            "--name-only",
            "-z",
            "--no-messages",
            ours,
            theirs
        };
        var result = git.attempt(words);
        List<String> fields = List.of(result.stdout().split("\0", -1));
        return switch (result.exitCode()) {
            case 0 -> new Clean(fields.getFirst());
            case 1 ->
                new Conflicting(fields.stream()
                        .skip(1)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
            default -> throw git.failure(result, words);
        };
    }
}

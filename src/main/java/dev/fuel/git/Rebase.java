package dev.fuel.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Commits put on top of another commit, in the object database alone: no checkout, no state that a crash could leave.
/// Merge commits are left out (their content comes with the commits that they merged), and so is a commit whose change
/// is there already.
sealed interface Rebase {
    /// @param head the last of the new commits; the new base if none was needed
    record OnTop(String head) implements Rebase {}

    record Conflicting(List<String> files) implements Rebase {}

    static Rebase of(Git git, String head, String onto) {
        Git committer = Identity.completing(git);
        String tip = onto;
        String tipTree = git.read("rev-parse", onto + "^{tree}").strip();
        for (Picked picked : Picked.between(git, onto, head)) {
            switch (picked.merge(git, committer, tip, tipTree)) {
                case TreeMerge.Conflicting conflict -> {
                    return new Conflicting(conflict.files());
                }
                case TreeMerge.Clean clean -> {
                    if (!clean.tree().equals(tipTree) || picked.isEmpty(git)) {
                        tip = picked.commit(committer, clean.tree(), tip);
                        tipTree = clean.tree();
                    }
                }
            }
        }
        return new OnTop(tip);
    }

    /// A commit to be made again elsewhere.
    record Picked(String hash, String tree, String parent, String author, String email, String date, String message) {
        private static final int FIELDS = 7;

        /// Oldest first.
        static List<Picked> between(Git git, String exclude, String head) {
            String log = git.read(
                    "-c",
                    "log.showSignature=false",
                    "log",
                    "-z",
                    "--reverse",
                    "--topo-order",
                    "--no-merges",
                    "--encoding=UTF-8",
                    "--date=raw",
                    "--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%ad%x00%B",
                    exclude + ".." + head);
            String[] fields = log.split("\0", -1);
            List<Picked> all = new ArrayList<>();
            for (int i = 0; i + FIELDS <= fields.length; i += FIELDS) {
                all.add(new Picked(
                        fields[i],
                        fields[i + 1],
                        fields[i + 2],
                        fields[i + 3],
                        fields[i + 4],
                        fields[i + 5],
                        fields[i + 6]));
            }
            return all;
        }

        /// It was made without a change, on purpose.
        boolean isEmpty(Git git) {
            return !parent.isEmpty()
                    && git.read("rev-parse", parent + "^{tree}").strip().equals(tree);
        }

        /// Git 2.38 chooses the base of a merge itself, from the history. A commit that has the tip's content
        /// and this commit's parent makes it choose that parent: the merge is then this commit's change on top
        /// of the tip.
        TreeMerge merge(Git git, Git committer, String tip, String tipTree) {
            if (parent.isEmpty()) {
                return TreeMerge.of(git, tip, hash);
            }
            String stand =
                    committer.feed("", "commit-tree", tipTree, "-p", parent).strip();
            return TreeMerge.of(git, stand, hash);
        }

        String commit(Git committer, String newTree, String newParent) {
            return committer
                    .with(Map.of(
                            "GIT_AUTHOR_NAME",
                            author.isBlank() ? Identity.NAME : author,
                            "GIT_AUTHOR_EMAIL",
                            email,
                            "GIT_AUTHOR_DATE",
                            "@" + date))
                    .feed(
                            message,
                            "-c",
                            "i18n.commitEncoding=UTF-8",
                            "commit-tree",
                            newTree,
                            "-p",
                            newParent,
                            "-F",
                            "-")
                    .strip();
        }
    }
}

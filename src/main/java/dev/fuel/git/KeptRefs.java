package dev.fuel.git;

import dev.fuel.domain.epic.EpicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Fuel keeps of work whose worktree and branch are gone, as references below `refs/fuel/`, where no list of
/// branches shows them: heads and snapshots of runs ({@link RunRefs}), what a person discarded
/// (`discarded/<id>/<instant>`), and from where to where an epic's work went (`epics/<id>/base` and `/head`). They stay
/// until `fuel gc`.
public final class KeptRefs {
    static final String ALL = "refs/fuel/";
    static final String DISCARDED = ALL + "discarded/";
    private static final String EPICS = ALL + "epics/";

    private final Repository repository;
    private final Git git;

    public KeptRefs(Repository repository) {
        this.repository = repository;
        git = repository.git();
    }

    /// @param name without `refs/fuel/`: `runs/run-0a1b2c`
    public record Kept(String name, String commit) {
        /// The whole name, as git takes it.
        public String ref() {
            return ALL + name;
        }

        /// The words between the slashes.
        public List<String> parts() {
            return List.of(name.split("/", -1));
        }
    }

    /// The two ends of an epic's work.
    public record Range(String base, String head) {}

    /// All of them, in the order of their names.
    public List<Kept> list() {
        return below(ALL);
    }

    /// What of this task or epic was discarded, the latest first.
    public List<Kept> discarded(String id) {
        return below(DISCARDED + id + "/").reversed();
    }

    /// By one git call; those that are gone already are no error.
    public void forget(Collection<Kept> refs) {
        if (!refs.isEmpty()) {
            git.feed(
                    refs.stream().map(ref -> "delete %s\n".formatted(ref.ref())).collect(Collectors.joining()),
                    "update-ref",
                    "--stdin");
        }
    }

    /// Notes what the epic's branch adds to the branch that it is about to land on. Afterwards nothing would tell:
    /// the one contains the other. Does nothing when it has landed already, or cannot.
    public void keepEpic(EpicId epic, String head, String target) {
        if (repository.resolve(target).isEmpty() || repository.isAncestor(head, target)) {
            return;
        }
        var shared = git.query("merge-base", target, head);
        if (shared.isSuccess()) {
            git.write("update-ref", EPICS + epic + "/base", shared.stdout().strip());
            git.write("update-ref", EPICS + epic + "/head", head);
        }
    }

    /// What {@link #keepEpic} noted.
    public Optional<Range> ofEpic(EpicId epic) {
        Optional<String> base = repository.resolve(EPICS + epic + "/base");
        Optional<String> head = repository.resolve(EPICS + epic + "/head");
        return base.isPresent() && head.isPresent() ? Optional.of(new Range(base.get(), head.get())) : Optional.empty();
    }

    private List<Kept> below(String prefix) {
        List<Kept> found = new ArrayList<>();
        for (String line : git.read("for-each-ref", "--format=%(refname)%00%(objectname)", prefix)
                .split("\n", -1)) {
            String[] fields = line.split("\0", -1);
            if (fields.length == 2) {
                found.add(new Kept(fields[0].substring(ALL.length()), fields[1]));
            }
        }
        return found;
    }
}

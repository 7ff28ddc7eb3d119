package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agents and a person edit and commit at random, Fuel makes, inspects, lands, snapshots and removes in between.
class NothingIsLostTest {
    private static final int TASKS = 3;

    @TempDir
    Path folder;

    private final Map<String, String> unsavedOfTheUser = new HashMap<>();
    private final Set<String> commits = new LinkedHashSet<>();
    private int counter;

    @Test
    void randomWorkAndLandingsKeepEveryCommitAndEveryFile() throws IOException {
        play(new Random().nextLong(), 60);
    }

    @Test
    @Tag("soak")
    void manyRandomWorksAndLandingsKeepEveryCommitAndEveryFile() throws IOException {
        play(new Random().nextLong(), 500);
    }

    private void play(long seed, int steps) throws IOException {
        TestRepository user = TestRepository.at(folder.resolve("project"));
        Repository repository = user.discover();
        RunRefs refs = new RunRefs(repository);
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            int task = random.nextInt(TASKS);
            String branch = "fuel/f-00000" + task;
            Path place = user.worktree("f-00000" + task);
            String told = "seed %d, step %d".formatted(seed, step);
            switch (random.nextInt(7)) {
                case 0 -> editOfTheUser(user, random);
                case 1 -> {
                    if (unsavedOfTheUser.isEmpty()) {
                        commits.add(user.commit("shared" + random.nextInt(3), "user " + counter++));
                    }
                }
                case 2, 3 -> work(repository, place, branch, random);
                case 4 -> snapshot(repository, place, told);
                default -> land(repository, refs, user, place, branch, told);
            }
            checkNothingIsLost(user, told);
        }
        assertThat(commits).as("seed %d", seed).isNotEmpty();
    }

    private void editOfTheUser(TestRepository user, Random random) throws IOException {
        if (random.nextInt(3) > 0) {
            for (String name : unsavedOfTheUser.keySet()) {
                Files.delete(user.root.resolve(name));
            }
            unsavedOfTheUser.clear();
            user.git("checkout", "--quiet", "--", ".");
        } else {
            String name = "shared" + random.nextInt(3);
            String content = "unsaved " + counter++;
            user.write(name, content);
            unsavedOfTheUser.put(name, content);
        }
    }

    private void work(Repository repository, Path place, String branch, Random random) throws IOException {
        new Worktrees(repository).create(place, branch, "main");
        String name = random.nextInt(4) == 0 ? "shared" + random.nextInt(3) : "own " + branch.hashCode();
        if (random.nextInt(4) == 0) {
            TestRepository.write(place, name, "not committed " + counter++);
        } else {
            commits.add(TestRepository.commit(place, name, "agent " + counter++));
        }
    }

    private void snapshot(Repository repository, Path place, String told) {
        if (Files.exists(place)) {
            List<String> dirty = WorkInspection.dirtyFiles(repository, place);
            var saved = new Snapshots(repository).save(place, new RunId("run-%06x".formatted(counter++)));
            assertThat(saved.isPresent()).as(told).isEqualTo(!dirty.isEmpty());
        }
    }

    private void land(Repository repository, RunRefs refs, TestRepository user, Path place, String branch, String told)
            throws IOException {
        String head = repository.resolve(branch).orElse(null);
        if (head == null) {
            return;
        }
        refs.keep(new RunId("run-%06x".formatted(counter++)), head);
        List<String> dirty = Files.exists(place) ? WorkInspection.dirtyFiles(repository, place) : List.of();
        Landing landing = new Landing(repository, user.root.resolve(".fuel"));
        LandingResult result = landing.land(new Work(branch, head, "main", Work.OnMoved.REBASE, "Merge " + branch));
        if (result instanceof LandingResult.Rebased rebased) {
            result = landing.land(new Work(branch, rebased.head(), "main", Work.OnMoved.REBASE, "Merge " + branch));
        }
        Removal removal = new Worktrees(repository).remove(place, branch, "main");
        boolean landed = switch (result) {
            case LandingResult.Landed _, LandingResult.AlreadyLanded _ -> true;
            case LandingResult.Rebased _,
                    LandingResult.Moved _,
                    LandingResult.Conflict _,
                    LandingResult.BlockedByLocalChanges _,
                    LandingResult.MissingBranch _ -> false;
        };
        assertThat(removal instanceof Removal.Removed)
                .as("%s: %s, %s", told, result, removal)
                .isEqualTo(landed && dirty.isEmpty());
        assertThat(Files.exists(place)).as(told).isEqualTo(!(removal instanceof Removal.Removed));
    }

    private void checkNothingIsLost(TestRepository user, String told) throws IOException {
        Set<String> reachable = Set.copyOf(user.git("rev-list", "--all").lines().toList());
        assertThat(reachable).as(told).containsAll(commits);
        for (var file : unsavedOfTheUser.entrySet()) {
            assertThat(user.root.resolve(file.getKey())).as(told).hasContent(file.getValue());
        }
        assertThat(user.git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
        if (unsavedOfTheUser.isEmpty()) {
            assertThat(user.git("status", "--porcelain")).as(told).isEmpty();
        }
        assertThat(user.root.resolve(".git/hook-ran")).doesNotExist();
    }
}

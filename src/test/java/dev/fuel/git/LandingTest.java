package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.LandingResult.AlreadyLanded;
import dev.fuel.git.LandingResult.BlockedByLocalChanges;
import dev.fuel.git.LandingResult.Conflict;
import dev.fuel.git.LandingResult.Landed;
import dev.fuel.git.LandingResult.MissingBranch;
import dev.fuel.git.LandingResult.Moved;
import dev.fuel.git.LandingResult.Rebased;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
    private static final TaskId TASK = new TaskId("f-0d55aa");
    private static final EpicId EPIC = new EpicId("e-77aa01");

    @TempDir
    Path folder;

    private TestRepository user;
    private Path worktree;

    @BeforeEach
    void makeTask() throws IOException {
        user = TestRepository.at(folder.resolve("project"));
        worktree = user.worktree(TASK.value());
        new Worktrees(user.discover()).create(worktree, "fuel/" + TASK, "main");
    }

    @Test
    void cleanCheckoutOfTheBaseFollowsTheFastForward() throws IOException {
        String work = TestRepository.commit(worktree, "new file.txt", "work\n");

        assertThat(land(ofTask(work))).isEqualTo(new Landed(work));

        assertThat(user.git("rev-parse", "HEAD")).isEqualTo(work);
        assertThat(user.root.resolve("new file.txt")).hasContent("work\n");
        assertThat(user.git("status", "--porcelain")).isEmpty();
        assertThat(user.git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
        assertThat(user.root.resolve(".git/hook-ran")).doesNotExist();
    }

    @Test
    void baseThatIsNotCheckedOutMovesAndTheCheckoutDoesNot() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.git("checkout", "--quiet", "-b", "other");

        assertThat(land(ofTask(work))).isEqualTo(new Landed(work));

        assertThat(user.git("rev-parse", "main")).isEqualTo(work);
        assertThat(user.root.resolve("a")).doesNotExist();
        assertThat(user.git("status", "--porcelain")).isEmpty();
        assertThat(user.git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/other");
    }

    @Test
    void localChangesInTheWayBlockAndNothingMoves() throws IOException {
        String work = TestRepository.commit(worktree, "README", "work\n");
        user.write("README", "my own words\n");
        String before = user.everything();

        assertThat(land(ofTask(work))).isInstanceOfSatisfying(BlockedByLocalChanges.class, blocked -> {
            assertThat(blocked.checkout()).isEqualTo(user.root);
            assertThat(blocked.files()).containsExactly("README");
            assertThat(blocked.cause()).contains("local changes");
        });

        assertThat(user.everything()).isEqualTo(before);
        assertThat(user.root.resolve("README")).hasContent("my own words\n");
    }

    @Test
    void untrackedFilesInTheWayBlockToo() throws IOException {
        String work = TestRepository.commit(worktree, "a b.txt", "work\n");
        user.write("a b.txt", "mine\n");

        assertThat(land(ofTask(work)))
                .isInstanceOfSatisfying(
                        BlockedByLocalChanges.class,
                        blocked -> assertThat(blocked.files()).containsExactly("a b.txt"));

        assertThat(user.root.resolve("a b.txt")).hasContent("mine\n");
    }

    @Test
    void aBranchInWhichAConflictWasResolvedKeepsTheMergeWhenItsTargetMovesOn() throws IOException {
        TestRepository.commit(worktree, "a", "work\n");
        TestRepository.commit(user.root, "a", "another\n");
        TestRepository.git(worktree, "merge", "--quiet", "--strategy=ours", "--message=Resolved", "main");
        String resolved = TestRepository.git(worktree, "rev-parse", "HEAD");
        String moved = TestRepository.commit(user.root, "b", "meanwhile\n");

        assertThat(land(ofTask(resolved))).isInstanceOfSatisfying(Rebased.class, rebased -> {
            assertThat(rebased.base()).isEqualTo(moved);
            assertThat(land(ofTask(rebased.head()))).isEqualTo(new Landed(rebased.head()));
        });

        assertThat(user.root.resolve("a")).hasContent("work\n");
        assertThat(user.root.resolve("b")).hasContent("meanwhile\n");
    }

    @Test
    void localChangesElsewhereStay() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.write("README", "my own words\n");
        user.write("notes", "untracked\n");

        assertThat(land(ofTask(work))).isEqualTo(new Landed(work));

        assertThat(user.root.resolve("README")).hasContent("my own words\n");
        assertThat(user.root.resolve("notes")).hasContent("untracked\n");
        assertThat(user.root.resolve("a")).hasContent("work\n");
    }

    @Test
    void autostashAndSquashOfTheUserDoNotApply() throws IOException {
        String work = TestRepository.commit(worktree, "README", "work\n");
        user.git("config", "merge.autoStash", "true");
        user.git("config", "branch.main.mergeOptions", "--squash");
        user.write("README", "my own words\n");

        assertThat(land(ofTask(work))).isInstanceOf(BlockedByLocalChanges.class);
        user.write("README", "hello\n");

        assertThat(land(ofTask(work))).isEqualTo(new Landed(work));
        assertThat(user.git("stash", "list")).isEmpty();
        assertThat(user.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void movedBaseIsRebasedOntoAndLandsWhenCheckedAgain() throws IOException {
        TestRepository.commit(worktree, "a", "one\n");
        String work = TestRepository.commit(worktree, "a", "one\ntwo\n");
        String moved = user.commit("b", "meanwhile\n");

        Rebased rebased = (Rebased) land(ofTask(work));

        assertThat(rebased.base()).isEqualTo(moved);
        assertThat(user.git("rev-parse", "main")).isEqualTo(moved);
        assertThat(TestRepository.git(worktree, "status", "--porcelain", "--branch"))
                .isEqualTo("## fuel/" + TASK);
        assertThat(worktree.resolve("a")).hasContent("one\ntwo\n");
        assertThat(worktree.resolve("b")).hasContent("meanwhile\n");
        assertThat(user.git("log", "--format=%an %s", moved + ".." + rebased.head()))
                .isEqualTo("Ada Change a\nAda Change a");
        assertThat(land(ofTask(work)))
                .as("the old head is not what was checked")
                .isEqualTo(new Moved(rebased.head()));
        assertThat(land(ofTask(rebased.head()))).isEqualTo(new Landed(rebased.head()));
        assertThat(user.git("log", "--merges", "--oneline")).isEmpty();
    }

    @Test
    void rebaseKeepsAuthorsDatesAndWords() throws IOException {
        TestRepository.write(worktree, "ä\nname", "x\n");
        TestRepository.git(worktree, "add", "--all");
        TestRepository.git(
                worktree,
                "commit",
                "--quiet",
                "--author=Émile <e@example.org>",
                "--date=2001-02-03T04:05:06+0200",
                "--message=Ünïcode\n\n# not a comment\nsecond line");
        String work = TestRepository.git(worktree, "rev-parse", "HEAD");
        user.commit("b", "meanwhile\n");

        Rebased rebased = (Rebased) land(ofTask(work));

        String format = "--format=%an|%ae|%aI|%B";
        assertThat(user.git("log", "-1", format, rebased.head())).isEqualTo(user.git("log", "-1", format, work));
        assertThat(worktree.resolve("ä\nname")).hasContent("x\n");
    }

    @Test
    void branchWithoutItsWorktreeIsRebasedAsWell() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.git("worktree", "remove", worktree.toString());
        user.commit("b", "meanwhile\n");

        Rebased rebased = (Rebased) land(ofTask(work));

        assertThat(land(ofTask(rebased.head()))).isEqualTo(new Landed(rebased.head()));
    }

    @Test
    void workThatTheBaseHasAlreadyIsLanded() throws IOException {
        String work = TestRepository.commit(worktree, "a", "same\n");
        user.commit("other", "x\n");
        String base = user.commit("a", "same\n");

        assertThat(land(ofTask(work))).isEqualTo(new AlreadyLanded(base));

        assertThat(user.git("rev-parse", "fuel/" + TASK)).isEqualTo(base);
    }

    @Test
    void conflictLeavesEverythingAsItWas() throws IOException {
        TestRepository.commit(worktree, "fine", "x\n");
        String work = TestRepository.commit(worktree, "README", "work\n");
        String moved = user.commit("README", "meanwhile\n");
        String before = user.everything();

        assertThat(land(ofTask(work))).isEqualTo(new Conflict(moved, List.of("README")));
        assertThat(land(new Work("fuel/" + TASK, work, "main", Work.OnMoved.MERGE, "m")))
                .isEqualTo(new Conflict(moved, List.of("README")));

        assertThat(user.everything()).isEqualTo(before);
        assertThat(TestRepository.git(worktree, "status", "--porcelain", "--branch"))
                .isEqualTo("## fuel/" + TASK);
    }

    @Test
    void uncommittedWorkInTheWorktreeStopsARebase() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.commit("b", "meanwhile\n");
        TestRepository.write(worktree, "a", "more\n");

        assertThat(land(ofTask(work)))
                .isInstanceOfSatisfying(
                        BlockedByLocalChanges.class,
                        blocked -> assertThat(blocked.files()).containsExactly("a"));

        assertThat(worktree.resolve("a")).hasContent("more\n");
    }

    @Test
    void rebaseOfTheUserIsNotDisturbed() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.commit("b", "x\n");
        user.git("-c", "sequence.editor=sed -i 1ibreak", "rebase", "--quiet", "-i", "HEAD~1");
        assertThat(user.git("branch", "--show-current")).isEmpty();

        assertThat(land(ofTask(work))).isInstanceOf(BlockedByLocalChanges.class);

        user.git("rebase", "--continue");
        assertThat(user.git("branch", "--show-current")).isEqualTo("main");
    }

    @Test
    void epicGetsAMergeCommitWhereItHasMovedAndNoCheckoutIsTouched() throws IOException {
        user.discover().ensureBranch("fuel/" + EPIC, "main");
        String first = TestRepository.commit(worktree, "a", "work\n");
        Work inEpic = Work.ofTask(TASK, "Add a", first, EPIC);
        assertThat(land(inEpic)).isEqualTo(new Landed(first));
        user.git("branch", "fuel/f-000002", "main");
        Path second = user.worktree("f-000002");
        new Worktrees(user.discover()).create(second, "fuel/f-000002", "main");
        String other = TestRepository.commit(second, "b", "work\n");
        String before = user.git("rev-parse", "HEAD");

        Landed landed = (Landed) land(Work.ofTask(new TaskId("f-000002"), "Add b", other, EPIC));

        assertThat(user.git("log", "-1", "--format=%s|%P|%cn", landed.commit()))
                .isEqualTo("Merge f-000002: Add b|%s %s|Ada".formatted(first, other));
        assertThat(user.git("rev-parse", "HEAD")).isEqualTo(before);
        user.commit("c", "meanwhile\n");
        assertThat(land(Work.ofEpic(EPIC, "Letters", landed.commit(), "main"))).isInstanceOf(Landed.class);
        assertThat(user.git("log", "-1", "--format=%s")).isEqualTo("Merge e-77aa01: Letters");
        assertThat(user.root.resolve("a")).exists();
        assertThat(user.root.resolve("b")).exists();
        assertThat(user.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void fuelSignsForMergesWhereNobodyIsConfigured() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        user.commit("b", "x\n");
        user.git("config", "--remove-section", "user");
        user.git("config", "commit.gpgSign", "true");
        user.git("config", "gpg.program", "false");

        Landed landed = (Landed) land(new Work("fuel/" + TASK, work, "main", Work.OnMoved.MERGE, "Merge it"));

        assertThat(user.git("log", "-1", "--format=%an <%ae>, %cn <%ce>", landed.commit()))
                .isEqualTo("Fuel <fuel@localhost>, Fuel <fuel@localhost>");
    }

    @Test
    void everyStepCanBeMadeAgainAfterACrash() throws IOException {
        String work = TestRepository.commit(worktree, "a", "work\n");
        Repository repository = user.discover();
        assertThat(land(ofTask(work))).isInstanceOf(Landed.class);
        assertThat(land(ofTask(work))).isEqualTo(new AlreadyLanded(work));

        TestRepository.git(user.root, "worktree", "remove", worktree.toString());
        assertThat(land(ofTask(work))).isEqualTo(new AlreadyLanded(work));
        Worktrees worktrees = new Worktrees(repository);
        assertThat(worktrees.remove(worktree, "fuel/" + TASK, "main")).isEqualTo(new Removal.Removed());
        assertThat(worktrees.remove(worktree, "fuel/" + TASK, "main")).isEqualTo(new Removal.Removed());

        assertThat(land(ofTask(work))).isEqualTo(new AlreadyLanded(work));
        assertThat(user.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
    }

    @Test
    void missingBranchesAreNamed() {
        String head = user.git("rev-parse", "HEAD");

        assertThat(land(new Work("fuel/" + TASK, head, "gone", Work.OnMoved.REBASE, "m")))
                .isEqualTo(new MissingBranch("gone"));
        assertThat(land(new Work(
                        "fuel/none", "0123456789012345678901234567890123456789", "main", Work.OnMoved.REBASE, "m")))
                .isEqualTo(new MissingBranch("fuel/none"));
    }

    @Test
    void landingsAtTheSameTimeAllArrive() throws Exception {
        record Task(String branch, String head) {}
        Worktrees worktrees = new Worktrees(user.discover());
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String branch = "fuel/f-00000" + i;
            Path place = user.worktree("f-00000" + i);
            worktrees.create(place, branch, "main");
            tasks.add(new Task(branch, TestRepository.commit(place, "file" + i, "x\n")));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = tasks.stream()
                    .map(task -> CompletableFuture.supplyAsync(
                            () -> land(new Work(
                                    task.branch, task.head, "main", Work.OnMoved.MERGE, "Merge " + task.branch)),
                            threads))
                    .toList();
            assertThat(results).allSatisfy(result -> assertThat(result.get()).isInstanceOf(Landed.class));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(user.root.resolve("file" + i)).exists();
        }
        assertThat(Files.exists(user.root.resolve(".git/index.lock"))).isFalse();
    }

    private Work ofTask(String head) {
        return Work.ofTask(TASK, "Do it", head, "main");
    }

    private LandingResult land(Work work) {
        return new Landing(user.discover(), user.root.resolve(".fuel")).land(work);
    }
}

package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final RunId RUN = new RunId("run-0a0b0c");

    @TempDir
    Path folder;

    private TestRepository user;
    private Repository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        user = TestRepository.at(folder.resolve("project"));
        repository = user.discover();
    }

    @Test
    void repositoryIsFoundFromAnywhereInside() throws IOException {
        Path linked = user.worktree("f-000001");
        new Worktrees(repository).create(linked, "fuel/f-000001", "main");
        Files.createDirectories(linked.resolve("deep/er"));

        Repository found = TestRepository.discover(linked.resolve("deep/er"));

        assertThat(found.root()).isEqualTo(user.root);
        assertThat(found.commonDir()).isEqualTo(user.root.resolve(".git"));
        assertThat(found.gitDir()).isEqualTo(user.root.resolve(".git/worktrees/f-000001"));
        assertThat(found.branch()).isEqualTo("main");
        assertThat(found.hasCommit()).isTrue();
    }

    @Test
    void foldersWithoutRepositoryOrCommitOrWorktreeAreToldApart() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertThat(Repository.discover(plain, TestRepository.ALONE)).isEqualTo(new Discovery.NotARepository(plain));

        TestRepository.git(plain, "init", "--quiet", "--initial-branch=trunk");
        Repository empty = TestRepository.discover(plain);
        assertThat(empty.hasCommit()).isFalse();
        assertThat(empty.branch()).isEqualTo("trunk");

        Path bare = Files.createDirectory(folder.resolve("bare"));
        TestRepository.git(bare, "init", "--quiet", "--bare");
        assertThat(Repository.discover(bare, TestRepository.ALONE)).isInstanceOf(Discovery.Unusable.class);
    }

    @Test
    void inspectionTellsCommitsChangesAndUncommittedFiles() throws IOException {
        String base = user.git("rev-parse", "HEAD");
        user.commit("src/a b.txt", "one\ntwo\n");
        user.commit(".fuel/config.yaml", "primary: me\n");
        String head = user.commit("README", "hello you\n");
        user.write("ü\nodd \"name\"", "x\n");
        user.write("new folder/x", "x\n");
        user.write("README", "changed\n");
        user.git("mv", "src/a b.txt", "moved");
        user.write(".env", "ignored\n");

        WorkState state = WorkInspection.inspect(repository, user.root, base);

        assertThat(state.head()).isEqualTo(head);
        assertThat(state.branch()).isEqualTo("main");
        assertThat(state.commits())
                .extracting(WorkState.Commit::subject)
                .containsExactly("Change src/a b.txt", "Change .fuel/config.yaml", "Change README");
        assertThat(state.dirty())
                .containsExactlyInAnyOrder("README", "moved", "src/a b.txt", "new folder/", "ü\nodd \"name\"");
        assertThat(state.changed()).containsExactly(".fuel/config.yaml", "README", "src/a b.txt");
        assertThat(state.changedFuelFiles()).containsExactly(".fuel/config.yaml");
        assertThat(state.added()).isEqualTo(4);
        assertThat(state.removed()).isEqualTo(1);
        assertThat(state.diffStat()).contains("README", "3 files changed, 4 insertions(+), 1 deletion(-)");
    }

    @Test
    void untouchedWorkspaceIsClean() {
        WorkState state = WorkInspection.inspect(repository, user.root, user.git("rev-parse", "HEAD"));

        assertThat(state.isClean()).isTrue();
        assertThat(state.commits()).isEmpty();
        assertThat(state.changed()).isEmpty();
    }

    @Test
    void snapshotKeepsEverythingUncommittedAndChangesNothing() throws IOException {
        user.commit("deleted", "x\n");
        user.write("README", "staged\n");
        user.git("add", "README");
        user.write("README", "staged and changed\n");
        user.write("un tracked/ü", "new\n");
        user.write(".env", "secret\n");
        Files.delete(user.root.resolve("deleted"));
        String before = user.everything();
        byte[] index = Files.readAllBytes(user.root.resolve(".git/index"));

        String commit = new Snapshots(repository).save(user.root, RUN).orElseThrow();

        assertThat(Files.readAllBytes(user.root.resolve(".git/index"))).isEqualTo(index);
        assertThat(user.git("show", commit + ":README")).isEqualTo("staged and changed");
        assertThat(user.git("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", commit))
                .isEqualTo("README\nun tracked/ü");
        assertThat(user.git("rev-parse", commit + "^")).isEqualTo(user.git("rev-parse", "HEAD"));
        RunRefs refs = new RunRefs(repository);
        assertThat(refs.snapshotOf(RUN)).contains(commit);
        refs.forget(List.of(RUN));
        assertThat(refs.snapshotOf(RUN)).isEmpty();
        assertThat(user.everything()).isEqualTo(before);
    }

    @Test
    void snapshotOfNothingIsNone() {
        assertThat(new Snapshots(repository).save(user.root, RUN)).isEmpty();
        assertThat(new RunRefs(repository).snapshotOf(RUN)).isEmpty();
    }

    @Test
    void headsOfRunsAreKept() throws IOException {
        String head = user.commit("a", "x\n");
        RunRefs refs = new RunRefs(repository);

        refs.keep(RUN, head);

        assertThat(refs.headOf(RUN)).contains(head);
        assertThat(user.git("rev-parse", "refs/fuel/runs/run-0a0b0c")).isEqualTo(head);
    }

    @Test
    void diffIsPlainAndBoundedWhateverIsConfigured() throws IOException {
        user.git("config", "diff.external", "false");
        user.git("config", "diff.noprefix", "true");
        user.git("config", "color.ui", "always");
        String base = user.git("rev-parse", "HEAD");
        user.commit("a", "1\n2\n3\n");

        Diff.Text whole = Diff.between(repository, base, "main", Diff.Form.PATCH, 10_000);
        Diff.Text part = Diff.between(repository, base, "main", Diff.Form.PATCH, 40);
        user.write("README", "uncommitted\n");

        assertThat(whole.text()).startsWith("diff --git a/a b/a\n").endsWith("+1\n+2\n+3\n");
        assertThat(part.text()).isEqualTo("diff --git a/a b/a\nnew file mode 100644\n");
        assertThat(part.omitted()).isEqualTo(whole.text().length() - part.text().length());
        assertThat(Diff.ofWorkspace(repository, user.root, base, Diff.Form.SHORT_STAT, 1000)
                        .text()
                        .strip())
                .isEqualTo("2 files changed, 4 insertions(+), 1 deletion(-)");
    }

    @Test
    void reportTellsWhatDoctorWarnsOf() {
        GitReport plain = GitReport.of(repository);
        assertThat(plain.isNewEnough()).isTrue();
        assertThat(plain.identityConfigured()).isTrue();
        assertThat(plain.signing()).isFalse();
        assertThat(plain.hooks()).contains("pre-commit", "post-merge");
        assertThat(plain.blockingBranch()).isFalse();

        user.git("config", "--remove-section", "user");
        user.git("config", "commit.gpgSign", "true");
        user.git("config", "core.hooksPath", "none");
        user.git("branch", "fuel");
        GitReport odd = GitReport.of(repository);

        assertThat(odd.identityConfigured()).isFalse();
        assertThat(odd.signing()).isTrue();
        assertThat(odd.hooks()).isEmpty();
        assertThat(odd.blockingBranch()).isTrue();
        assertThatThrownBy(() -> repository.ensureBranch("fuel/e-000001", "main"))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("'refs/heads/fuel' exists");
        assertThat(new GitReport("2.37.9", true, false, List.of(), false, false).isNewEnough())
                .isFalse();
    }

    @Test
    void branchIsMadeOnce() throws IOException {
        String first = repository.ensureBranch("fuel/e-000001", "main");
        user.commit("a", "x\n");

        assertThat(repository.ensureBranch("fuel/e-000001", "main")).isEqualTo(first);
    }
}

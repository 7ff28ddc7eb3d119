package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreesTest {
    private static final String BRANCH = "fuel/f-0d55aa";

    @TempDir
    Path folder;

    private TestRepository user;
    private Worktrees worktrees;
    private Path place;

    @BeforeEach
    void makeRepository() throws IOException {
        user = TestRepository.at(folder.resolve("my project"));
        worktrees = new Worktrees(user.discover());
        place = user.worktree("f-0d55aa");
    }

    @Test
    void worktreeStartsFromTheStartPointOnItsBranch() {
        String config = user.git("config", "--list", "--local");
        String head = user.git("rev-parse", "main");

        assertThat(worktrees.create(place, BRANCH, "main")).isEqualTo(new Worktree(place, BRANCH, head, head));

        assertThat(TestRepository.git(place, "branch", "--show-current")).isEqualTo(BRANCH);
        assertThat(place.resolve("README")).hasContent("hello\n");
        assertThat(user.git("config", "--list", "--local")).isEqualTo(config);
        assertThat(user.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void whatAKilledGitLeftLockedCanBeWorkedInAgain() throws IOException {
        worktrees.create(place, BRANCH, "main");
        Path lock = user.discover().commonDir().resolve("worktrees/f-0d55aa/index.lock");
        Files.createFile(lock);

        worktrees.clearLock(place);

        assertThat(lock).doesNotExist();
        TestRepository.commit(place, "a", "work\n");
        worktrees.clearLock(place);
    }

    @Test
    void commitInALinkedWorktreeWritesToItsOwnAndTheCommonDirectory() {
        worktrees.create(place, BRANCH, "main");
        Path common = user.discover().commonDir();
        assertThat(worktrees.writtenBy(place)).containsExactly(common, common.resolve("worktrees/f-0d55aa"));
        assertThat(worktrees.writtenBy(user.discover().root())).containsExactly(common);
    }

    @Test
    void makingItAgainKeepsCommitsAndUncommittedWork() throws IOException {
        worktrees.create(place, BRANCH, "main");
        String base = user.git("rev-parse", "main");
        String work = TestRepository.commit(place, "a", "work\n");
        TestRepository.write(place, "b", "unsaved\n");
        user.commit("c", "main moves on\n");

        assertThat(worktrees.create(place, BRANCH, "main")).isEqualTo(new Worktree(place, BRANCH, base, work));

        assertThat(place.resolve("b")).hasContent("unsaved\n");
    }

    @Test
    void branchLeftByACrashIsUsed() {
        user.git("branch", BRANCH, "main");

        worktrees.create(place, BRANCH, "main");

        assertThat(TestRepository.git(place, "branch", "--show-current")).isEqualTo(BRANCH);
    }

    @Test
    void staleRegistrationIsReplaced() throws IOException {
        worktrees.create(place, BRANCH, "main");
        String work = TestRepository.commit(place, "a", "work\n");
        deleteFolder(place);

        assertThat(worktrees.create(place, BRANCH, "main").head()).isEqualTo(work);

        assertThat(place.resolve("a")).hasContent("work\n");
    }

    @Test
    void halfMadeWorktreeIsMadeAnew() throws IOException {
        worktrees.create(place, BRANCH, "main");
        Files.delete(place.resolve("README"));
        Files.writeString(user.root.resolve(".git/worktrees/f-0d55aa/locked"), "initializing");

        worktrees.create(place, BRANCH, "main");

        assertThat(place.resolve("README")).exists();
        assertThat(user.root.resolve(".git/worktrees/f-0d55aa/locked")).doesNotExist();
    }

    @Test
    void halfMadeWorktreeWithoutItsLinkIsMadeAnew() throws IOException {
        worktrees.create(place, BRANCH, "main");
        Files.delete(place.resolve(".git"));
        Files.delete(place.resolve("README"));
        Files.writeString(user.root.resolve(".git/worktrees/f-0d55aa/locked"), "initializing");

        worktrees.create(place, BRANCH, "main");

        assertThat(place.resolve("README")).exists();
    }

    @Test
    void somebodyElsesFolderIsNotTouched() throws IOException {
        TestRepository.write(place, "precious", "mine\n");

        assertThatThrownBy(() -> worktrees.create(place, BRANCH, "main"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("move it away");

        assertThat(place.resolve("precious")).hasContent("mine\n");
    }

    @Test
    void mergedAndCleanWorktreeIsRemovedWithItsBranch() throws IOException {
        String before = user.everything();
        worktrees.create(place, BRANCH, "main");
        TestRepository.write(place, ".env", "ignored\n");

        assertThat(worktrees.remove(place, BRANCH, "main")).isEqualTo(new Removal.Removed());

        assertThat(place).doesNotExist();
        assertThat(user.everything()).isEqualTo(before);
    }

    @Test
    void uncommittedWorkIsNeverRemoved() throws IOException {
        user.git("config", "status.showUntrackedFiles", "no");
        worktrees.create(place, BRANCH, "main");
        TestRepository.write(place, "ü\n b", "unsaved\n");

        assertThat(worktrees.remove(place, BRANCH, "main"))
                .isInstanceOfSatisfying(
                        Removal.Kept.class, kept -> assertThat(kept.files()).containsExactly("ü\n b"));

        assertThat(place.resolve("ü\n b")).exists();
    }

    @Test
    void unmergedWorkIsNeverRemovedNotEvenFromADetachedHead() throws IOException {
        worktrees.create(place, BRANCH, "main");
        TestRepository.git(place, "checkout", "--quiet", "--detach");
        String work = TestRepository.commit(place, "a", "work\n");

        assertThat(worktrees.remove(place, BRANCH, "main")).isInstanceOf(Removal.Kept.class);
        TestRepository.git(place, "checkout", "--quiet", "-B", BRANCH);
        assertThat(worktrees.remove(place, BRANCH, "main"))
                .isInstanceOfSatisfying(
                        Removal.Kept.class, kept -> assertThat(kept.reason()).contains("not merged into main"));

        assertThat(user.git("rev-parse", BRANCH)).isEqualTo(work);
        assertThat(place.resolve("a")).exists();
    }

    @Test
    void disposableWorktreeIsDroppedWithWhatWasWrittenThere() throws IOException {
        Path review = user.worktree(".review-f-0d55aa");
        worktrees.createDetached(review, "main");
        TestRepository.write(review, "notes", "x");
        worktrees.createDetached(review, "main");
        assertThat(review.resolve("notes")).doesNotExist();
        assertThat(worktrees.list(user.worktree("."))).containsExactly(review);

        worktrees.removeDetached(review);

        assertThat(review).doesNotExist();
        worktrees.create(place, BRANCH, "main");
        assertThatThrownBy(() -> worktrees.removeDetached(place)).isInstanceOf(Refusal.class);
    }

    @Test
    void folderThatLostItsLinkIsKeptUntilDiscarded() throws IOException {
        worktrees.create(place, BRANCH, "main");
        TestRepository.write(place, "a", "unsaved\n");
        Files.delete(place.resolve(".git"));

        assertThat(worktrees.remove(place, BRANCH, "main")).isInstanceOf(Removal.Kept.class);
        assertThatThrownBy(() -> worktrees.create(place, BRANCH, "main")).isInstanceOf(Refusal.class);
        assertThat(place.resolve("a")).hasContent("unsaved\n");

        assertThat(worktrees.discard(place, BRANCH, "f-0d55aa/now"))
                .containsExactly("refs/fuel/discarded/f-0d55aa/now");
        assertThat(place).doesNotExist();
        assertThat(user.git("for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/fuel/discarded/f-0d55aa/now\nrefs/heads/main");
        assertThat(user.git("show", "refs/fuel/discarded/f-0d55aa/now:a")).isEqualTo("unsaved");
    }

    @Test
    void ignoredFilesAreBroughtAlongAndNothingIsOverwritten() throws IOException {
        worktrees.create(place, BRANCH, "main");
        user.write(".env", "A=1\n");
        user.write("deep/er/.env", "B=1\n");
        user.write("untracked", "not ignored\n");

        assertThat(WorkspaceCopy.copy(user.discover(), place, List.of("**/.env", "untracked", "README")))
                .containsExactlyInAnyOrder(".env", "deep/er/.env");
        TestRepository.write(place, ".env", "mine\n");
        assertThat(WorkspaceCopy.copy(user.discover(), place, List.of(".env"))).isEmpty();

        assertThat(place.resolve(".env")).hasContent("mine\n");
        assertThat(place.resolve("deep/er/.env")).hasContent("B=1\n");
        TestRepository.write(folder, ".env", "of nobody\n");
        assertThat(WorkspaceCopy.copy(user.discover(), place, List.of("../.env")))
                .isEmpty();
    }

    @Test
    void linkOutOfTheWorktreeIsNotFollowed() throws IOException {
        worktrees.create(place, BRANCH, "main");
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(place.resolve("deep"), outside);
        user.write("deep/.env", "B=1\n");

        assertThatThrownBy(() -> WorkspaceCopy.copy(user.discover(), place, List.of("**/.env")))
                .isInstanceOf(Refusal.class);

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void submodulesThatTheUserHasAreThereToo() throws IOException {
        TestRepository library = TestRepository.at(folder.resolve("library"));
        user.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.root.toString(), "lib");
        user.git("commit", "--quiet", "--message=Add lib");
        String config = user.git("config", "--list", "--local");

        // Git allows folders as sources of submodules only where it is told to.
        Map<String, String> allowing = new HashMap<>(TestRepository.ALONE);
        allowing.put("GIT_ALLOW_PROTOCOL", "file");
        Discovery.Found found = (Discovery.Found) Repository.discover(user.root, allowing);
        worktrees = new Worktrees(found.repository());

        worktrees.create(place, BRANCH, "main");

        assertThat(place.resolve("lib/README")).hasContent("hello\n");
        assertThat(user.git("config", "--list", "--local")).isEqualTo(config);
        TestRepository.git(place.resolve("lib"), "config", "user.email", "ada@example.org");
        TestRepository.git(place.resolve("lib"), "config", "user.name", "Ada");
        TestRepository.commit(place.resolve("lib"), "work", "nowhere else\n");
        TestRepository.git(place.resolve("lib"), "branch", "kept");
        TestRepository.git(place, "submodule", "--quiet", "update");
        assertThat(worktrees.remove(place, BRANCH, "main")).isInstanceOf(Removal.Kept.class);
        TestRepository.git(place.resolve("lib"), "branch", "-D", "kept");
        assertThat(worktrees.remove(place, BRANCH, "main")).isEqualTo(new Removal.Removed());
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

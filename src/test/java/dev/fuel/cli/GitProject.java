package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A project in a real repository with one commit on `main`, and work in worktrees as runs leave it.
final class GitProject {
    final Path root;
    final CommandLine fuel;

    GitProject(Path folder) {
        root = folder;
        git("init", "--quiet", "--initial-branch=main");
        write(root.resolve("a.txt"), "one\n");
        git("add", "a.txt");
        git("commit", "--quiet", "--message=Begin");
        fuel = new CommandLine(folder);
    }

    /// A task with a worktree, in which a run has committed `content` as a.txt and ended.
    Run worked(String task, String content) {
        String base = git("rev-parse", "main");
        git("worktree", "add", "--quiet", "-b", "fuel/" + task, worktree(task).toString(), "main");
        Run run = fuel.claim(task);
        fuel.store(session -> {
            session.progress().inWorkspace(run.id(), worktree(task).toString(), base);
            return session.tasks()
                    .change(new TaskId(task))
                    .branch("fuel/" + task)
                    .baseBranch("main")
                    .baseCommit(base)
                    .done();
        });
        write(worktree(task).resolve("a.txt"), content);
        gitIn(worktree(task), "commit", "--quiet", "--all", "--message=Work");
        String head = gitIn(worktree(task), "rev-parse", "HEAD");
        git("update-ref", "refs/fuel/runs/" + run.id(), head);
        write(processes(run).resolve("stdout.log"), "said\n");
        fuel.settle(run, ended(head));
        fuel.store(session -> session.tasks().move(new TaskId(task), Move.GIVE_BACK, null));
        return fuel.run(run.id());
    }

    /// A run that ended well and left nothing.
    static RunOutcome ended() {
        return ended(null);
    }

    private static RunOutcome ended(@Nullable String head) {
        return new RunOutcome(
                RunStatus.COMPLETED, 0, null, null, false, null, null, "said", Usage.UNKNOWN, head, "a.txt | 2", "");
    }

    Path worktree(String id) {
        return root.resolve(".fuel/worktrees").resolve(id);
    }

    Path processes(Run run) {
        return root.resolve(".fuel/processes")
                .resolve(String.valueOf(run.task()))
                .resolve(run.id().value());
    }

    String refs() {
        return git("for-each-ref", "--format=%(refname)");
    }

    void deleteFolder(Path folder) throws IOException {
        assertThat(folder).startsWith(root);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String git(String... words) {
        return gitIn(root, words);
    }

    static String gitIn(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t@example.org"));
        command.addAll(List.of(words));
        Command.Result result = new Command(command, folder, Map.of(), Duration.ofSeconds(20), null).run();
        assertThat(result.isSuccess()).as(result.stderr()).isTrue();
        return result.stdout().strip();
    }
}

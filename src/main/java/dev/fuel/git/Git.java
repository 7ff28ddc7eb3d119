package dev.fuel.git;

import dev.fuel.process.Command;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The git command in one directory. It never asks, never opens a pager or an editor, runs no hooks, signs nothing,
/// starts no background work and speaks English, whatever the user's configuration says.
///
/// @param environment added to the inherited environment; an empty value removes the variable
public record Git(Path directory, Map<String, String> environment) {
    private static final int MOST_REPEATS = 6;
    private static final long PAUSE_NANOS = 5_000_000;
    private static final Duration READ_LIMIT = Duration.ofMinutes(1);
    private static final Duration WRITE_LIMIT = Duration.ofMinutes(10);

    private static final List<String> PROGRAM = List.of(
            "git",
            "--no-pager",
            "-c",
            "commit.gpgSign=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.quotePath=false",
            "-c",
            "gc.auto=0",
            "-c",
            "maintenance.auto=false",
            "-c",
            "color.ui=false");

    /// What an outer git (a hook, an alias) would leave behind for us to stumble over is removed.
    private static final Map<String, String> SURROUNDINGS = Map.ofEntries(
            Map.entry("LC_ALL", "C"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_EDITOR", "false"),
            Map.entry("GIT_SEQUENCE_EDITOR", "false"),
            Map.entry("GIT_ASKPASS", "false"),
            Map.entry("SSH_ASKPASS", "false"),
            Map.entry("SSH_ASKPASS_REQUIRE", "force"),
            Map.entry("GIT_DIR", ""),
            Map.entry("GIT_COMMON_DIR", ""),
            Map.entry("GIT_WORK_TREE", ""),
            Map.entry("GIT_INDEX_FILE", ""),
            Map.entry("GIT_OBJECT_DIRECTORY", ""),
            Map.entry("GIT_ALTERNATE_OBJECT_DIRECTORIES", ""),
            Map.entry("GIT_NAMESPACE", ""),
            Map.entry("GIT_PREFIX", ""),
            Map.entry("GIT_CONFIG", ""),
            Map.entry("GIT_CONFIG_PARAMETERS", ""),
            Map.entry("GIT_CONFIG_COUNT", ""),
            Map.entry("GIT_EXTERNAL_DIFF", ""),
            Map.entry("GIT_DIFF_OPTS", ""),
            Map.entry("GIT_AUTHOR_DATE", ""),
            Map.entry("GIT_COMMITTER_DATE", ""),
            Map.entry("GIT_LITERAL_PATHSPECS", ""),
            Map.entry("GIT_GLOB_PATHSPECS", ""),
            Map.entry("GIT_NOGLOB_PATHSPECS", ""),
            Map.entry("GIT_ICASE_PATHSPECS", ""));

    public Git {
        environment = Map.copyOf(environment);
    }

    Git in(Path other) {
        return new Git(other, environment);
    }

    Git with(Map<String, String> variables) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(variables);
        return new Git(directory, both);
    }

    /// The output of a command that only looks.
    ///
    /// @throws GitFailure if it ends with another code than 0
    String read(String... words) {
        return demand(query(words), words);
    }

    /// The same for commands whose exit code is an answer.
    Command.Result query(String... words) {
        return run(READ_LIMIT, Map.of("GIT_OPTIONAL_LOCKS", "0"), null, words);
    }

    /// The output of a command that changes something.
    ///
    /// @throws GitFailure if it ends with another code than 0
    String write(String... words) {
        return demand(attempt(words), words);
    }

    /// The same with something to read.
    String feed(String stdin, String... words) {
        return demand(run(WRITE_LIMIT, Map.of(), stdin, words), words);
    }

    /// A command that changes something and may be refused.
    Command.Result attempt(String... words) {
        return run(WRITE_LIMIT, Map.of(), null, words);
    }

    GitFailure failure(Command.Result result, String... words) {
        return new GitFailure(String.join(" ", words), directory, result);
    }

    private String demand(Command.Result result, String... words) {
        if (!result.isSuccess()) {
            throw failure(result, words);
        }
        return result.stdout();
    }

    private Command.Result run(Duration limit, Map<String, String> more, @Nullable String stdin, String... words) {
        List<String> all = new ArrayList<>(PROGRAM);
        all.addAll(List.of(words));
        Map<String, String> variables = new HashMap<>(SURROUNDINGS);
        variables.putAll(environment);
        variables.putAll(more);
        Command command = new Command(all, directory, variables, limit, stdin);
        Command.Result result = command.run();
        for (int i = 0; i < MOST_REPEATS && metHalfMadeWorktree(result); i++) {
            LockSupport.parkNanos(PAUSE_NANOS << i);
            result = command.run();
        }
        return result;
    }

    /// While another command adds a worktree, its folder in the repository has files that are still empty, and
    /// every command that goes through the worktrees fails (git 2.39: `failed to read …/worktrees/…/commondir:
    /// Success`).
    private static boolean metHalfMadeWorktree(Command.Result result) {
        return !result.isSuccess()
                && result.stderr().contains("/worktrees/")
                && result.stderr().contains("/commondir");
    }

    /// Whether the program is there at all.
    static boolean isMissing(UncheckedIOException failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("cannot run git");
    }
}

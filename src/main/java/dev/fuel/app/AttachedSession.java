package dev.fuel.app;

import dev.fuel.domain.Actor;
import dev.fuel.domain.run.Attachment;
import dev.fuel.domain.task.Task;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import dev.fuel.process.ForegroundProgram;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A task that is held for a person, and the program that they are to use. Closing it gives the task back; what was
/// done stays.
public final class AttachedSession implements AutoCloseable {
    private final Project project;
    private final Actor actor;
    private final Attachment attachment;
    private final ForegroundProgram program;

    AttachedSession(Project project, Actor actor, Attachment attachment, ForegroundProgram program) {
        this.project = project;
        this.actor = actor;
        this.attachment = attachment;
        this.program = program;
    }

    /// What came of it.
    ///
    /// @param task       as it is afterwards
    /// @param exitCode   the program's
    /// @param newCommits made meanwhile in the workspace
    /// @param dirtyFiles that are not committed
    public record Left(Task task, int exitCode, int newCommits, int dirtyFiles) {
        /// What was done meanwhile, in one line.
        public String words() {
            String commits = newCommits == 1 ? "1 new commit" : newCommits + " new commits";
            String files = dirtyFiles == 1 ? "1 uncommitted file" : dirtyFiles + " uncommitted files";
            return "%s is released: %s%s".formatted(task.id(), commits, dirtyFiles == 0 ? "" : ", " + files);
        }

        /// What a person may do now.
        public String next() {
            return switch (task.status()) {
                case OPEN, NEEDS_WORK ->
                    (task.heldBy().isEmpty()
                                    ? "an agent goes on with it, `fuel done --gate %s` lets the checks decide instead"
                                    : "`fuel done --gate %1$s` lets the checks decide, `fuel retry %1$s` an agent go on")
                            .formatted(task.id());
                case IN_PROGRESS -> "`fuel done --gate %s` lets the checks decide".formatted(task.id());
                case REVIEW -> "`fuel retry %s` tries to land it again".formatted(task.id());
                case CLOSED, CANCELLED ->
                    "it is %s, `fuel reopen %s` opens it again"
                            .formatted(task.status().word(), task.id());
            };
        }
    }

    /// Runs the program on our terminal to its end. The terminal must be in its usual modes, and nobody else may
    /// read it.
    public Left run() {
        Optional<Repository> repository = repository();
        @Nullable
        String before = repository
                .map(there -> WorkInspection.head(there, program.directory()))
                .orElse(null);
        int exitCode = program.run(
                project.environment(),
                process -> project.store()
                        .change(actor, session -> session.attachments().started(attachment.task(), process)));
        close();
        Task task = project.store().read(session -> session.tasks().get(attachment.task()));
        if (before == null) {
            return new Left(task, exitCode, 0, 0);
        }
        WorkState after = WorkInspection.inspect(repository.orElseThrow(), program.directory(), before);
        return new Left(task, exitCode, after.commits().size(), after.dirty().size());
    }

    /// Gives the task back; more than once does no harm.
    @Override
    public void close() {
        project.store().changeDurably(actor, session -> session.attachments().close(attachment));
    }

    private Optional<Repository> repository() {
        return Repository.discover(program.directory(), project.environment())
                        instanceof Discovery.Found(Repository repository)
                ? Optional.of(repository)
                : Optional.empty();
    }
}

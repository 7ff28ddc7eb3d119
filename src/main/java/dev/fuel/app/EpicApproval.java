package dev.fuel.app;

import dev.fuel.consume.EpicRecords;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.gate.EpicGate;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.store.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A person's approval of an epic: its work lands on the base branch, then the approval is written down. Any process
/// may do it, and it may be repeated after a crash at any point.
public final class EpicApproval {
    private final Project project;
    private final Caller caller;

    public EpicApproval(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// @param reference an epic's id or the beginning of one
    /// What stands in its way is written down before it is refused: where the two branches conflict, a consumer is
    /// asked for an agent that resolves it, and the epic waits for another approval of what comes of that.
    ///
    /// @throws Refusal if tasks are open, it is approved already, or its work cannot be merged; the message says
    ///     why
    public Epic approve(String reference) {
        caller.requirePerson("approve epics");
        Epic epic = project.store().read(session -> {
            EpicId id = session.ids().epic(reference);
            session.signOff().requireNoOpenTask(id);
            requireNoMerge(session, id);
            return session.epics().get(id);
        });
        if (epic.approvedAt() != null) {
            throw new Refusal("already_approved", "%s is approved already".formatted(epic.id()));
        }
        @Nullable
        Repository repository =
                Repository.discover(project.root(), project.environment()) instanceof Discovery.Found(Repository found)
                        ? found
                        : null;
        if (repository != null && epic.baseBranch() != null) {
            land(new EpicGate(repository, project.folder()), epic, epic.baseBranch());
        }
        return project.store().writeDurably(caller.actor(), session -> approve(session, epic.id()));
    }

    private static void requireNoMerge(Session session, EpicId id) {
        session.runs().of(id).stream()
                .filter(run -> run.kind() == RunKind.MERGE && run.status() == RunStatus.RUNNING)
                .findFirst()
                .ifPresent(run -> {
                    throw new Refusal(
                            "run_at_work",
                            "cannot approve %s: %s resolves its conflicts; wait, or stop it with `fuel run:kill %s`"
                                    .formatted(id, run.id(), run.id()));
                });
    }

    private void land(EpicGate gate, Epic epic, String baseBranch) {
        switch (gate.land(epic, baseBranch)) {
            case EpicGate.Result.Landed() -> {}
            case EpicGate.Result.Conflict(String words) -> {
                write(session -> EpicRecords.conflicting(session, epic.id(), words));
                throw new Refusal(
                        "merge_conflict",
                        words + "; nothing has landed; an agent resolves it as soon as `fuel consume` runs, then it"
                                + " waits for your approval again");
            }
            case EpicGate.Result.Blocked(String words) -> {
                write(session -> EpicRecords.blocked(session, epic.id(), words));
                throw new Refusal("merge_blocked", words);
            }
        }
    }

    private void write(Consumer<Session> record) {
        project.store().writeDurably(caller.actor(), session -> {
            record.accept(session);
            return true;
        });
    }

    private static Epic approve(Session session, EpicId id) {
        EpicRecords.approved(session, id);
        return session.epics().get(id);
    }
}

package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.gate.EpicGate;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.store.Session;
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
    /// @throws Refusal if tasks are open, it is approved already, or its work cannot be merged; the message says
    ///     why
    public Epic approve(String reference) {
        caller.requirePerson("approve epics");
        Epic epic = project.store().read(session -> {
            EpicId id = session.ids().epic(reference);
            session.epics().requireNoOpenTask(id);
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
            new EpicGate(repository, project.folder()).land(epic, epic.baseBranch());
        }
        return project.store().writeDurably(caller.actor(), session -> approve(session, epic.id()));
    }

    private static Epic approve(Session session, EpicId id) {
        session.epics().approve(id);
        session.inbox().open().stream()
                .filter(item -> id.equals(item.epic())
                        && item.task() == null
                        && item.type().isAboutWork())
                .forEach(item -> session.inbox().action(item.id(), "approved"));
        return session.epics().get(id);
    }
}

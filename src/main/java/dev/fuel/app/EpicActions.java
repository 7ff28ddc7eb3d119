package dev.fuel.app;

import dev.fuel.consume.EpicReport;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done with epics.
public final class EpicActions {
    private final Store store;
    private final Caller caller;

    public EpicActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// @param baseBranch the branch that it will land on; null where there is no git
    public Epic add(String title, String description, @Nullable String baseBranch) {
        caller.requirePerson("add epics");
        return store.write(
                caller.actor(),
                session -> session.epics().add(title, NewTask.requireDescription(description), baseBranch));
    }

    /// Null leaves a thing as it is.
    ///
    /// @throws dev.fuel.domain.Refusal if there is no such epic
    public Epic update(String reference, @Nullable String title, @Nullable String description) {
        caller.requirePerson("change epics");
        return store.write(caller.actor(), session -> {
            EpicId id = session.ids().epic(reference);
            if (title != null) {
                session.epics().setTitle(id, title);
            }
            if (description != null) {
                session.epics().setDescription(id, NewTask.requireDescription(description));
            }
            return session.epics().get(id);
        });
    }

    /// Notes that a person has looked at the epics; that decides nothing.
    ///
    /// @throws dev.fuel.domain.Refusal if there is no such epic
    public List<Epic> markReviewed(List<String> references) {
        caller.requirePerson("look at epics for a person");
        return store.write(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::epic)
                        .distinct()
                        .map(id -> {
                            session.signOff().markReviewed(id);
                            return session.epics().get(id);
                        })
                        .toList());
    }

    /// In the order of creation.
    public List<Epic> list() {
        return store.read(session -> session.epics().list());
    }

    /// @throws dev.fuel.domain.Refusal if there is no such epic
    public EpicStory story(String reference) {
        return store.read(session -> story(session, session.ids().epic(reference)));
    }

    private static EpicStory story(Session session, EpicId id) {
        return new EpicStory(
                session.epics().get(id),
                TaskQueries.withReasons(session, session.tasks().list(TaskFilter.ofEpic(id))),
                session.inbox().open().stream()
                        .filter(item -> id.equals(item.epic()))
                        .toList(),
                session.runTotals().of(id),
                List.copyOf(EpicReport.read(session, id).agents()));
    }
}

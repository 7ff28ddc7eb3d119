package dev.fuel.app;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.store.Session;
import java.util.Collections;
import java.util.List;

/// What a person still wants of an epic becomes a task of it, so that the epic is in progress again and comes back when
/// that is done.
final class EpicChanges {
    private static final String TITLE = "Change: ";

    private EpicChanges() {}

    /// @return what has happened, in one line
    static String request(Session session, EpicId id, String reason) {
        session.signOff().requestChanges(id, reason);
        Epic epic = session.epics().get(id);
        NewTask plain = NewTask.titled(title(reason));
        Task task = session.tasks()
                .add(new NewTask(
                        plain.title(),
                        "A person has looked at the epic \"%s\" and asks for this change:\n\n%s"
                                .formatted(epic.title(), reason),
                        plain.type(),
                        plain.priority(),
                        plain.complexity(),
                        Collections.emptySortedSet(),
                        List.of(),
                        null,
                        id,
                        null));
        session.inbox().open().stream()
                .filter(item -> id.equals(item.epic())
                        && item.task() == null
                        && item.type().isAboutWork())
                .forEach(item -> session.inbox().action(item.id(), "changes requested: " + task.id()));
        return "%s goes on with %s: %s".formatted(id, task.id(), task.title());
    }

    private static String title(String reason) {
        String line = reason.lines().findFirst().orElse("").strip().replaceAll("\\p{Cntrl}", " ");
        int room = Task.LONGEST_TITLE - TITLE.length();
        return TITLE + (line.length() > room ? line.substring(0, room - 1) + "…" : line);
    }
}

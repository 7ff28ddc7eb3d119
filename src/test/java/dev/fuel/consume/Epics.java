package dev.fuel.consume;

import dev.fuel.app.Caller;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;

/// What a person does about the epics of a workshop, as from a process of their own.
final class Epics {
    private Epics() {}

    /// An epic that lands on `main`.
    static EpicId add(Workshop workshop, String title) {
        return workshop.store.write(
                Actor.HUMAN, session -> session.epics().add(title, "", "main").id());
    }

    static Epic get(Workshop workshop, EpicId epic) {
        return workshop.store.read(session -> session.epics().get(epic));
    }

    static void approve(Workshop workshop, EpicId epic) {
        try (Project project = workshop.project()) {
            new InboxDecisions(project, new Caller.Person(Actor.HUMAN)).approve(epic.value());
        }
    }

    static void reject(Workshop workshop, EpicId epic, String reason) {
        try (Project project = workshop.project()) {
            new InboxDecisions(project, new Caller.Person(Actor.HUMAN)).reject(epic.value(), reason);
        }
    }
}

package dev.fuel.app;

import dev.fuel.config.PlanReading;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.consume.PlanAnswers;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Has the primary propose the tasks of an epic, and makes them when a person agrees.
public final class PlanActions {
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final Project project;
    private final Store store;
    private final Caller caller;
    private final @Nullable Path launcher;

    /// @param launcher the folder of the `fuel` program; null if it is not known
    public PlanActions(Project project, Caller caller, @Nullable Path launcher) {
        this.project = project;
        this.store = project.store();
        this.caller = caller;
        this.launcher = launcher;
    }

    /// @throws Refusal if there is no such epic, or it has been approved
    public Epic epic(String reference) {
        caller.requirePerson("plan epics");
        Epic epic = store.read(session -> session.epics().get(session.ids().epic(reference)));
        if (epic.approvedAt() != null) {
            throw new Refusal("approved", "%s has been approved: plan a new epic".formatted(epic.id()));
        }
        return epic;
    }

    /// A plan that waits for a person.
    ///
    /// @param run that proposed it
    public record Proposal(ProposedPlan plan, Run run) {}

    /// The plan of the epic that waits, if one does.
    public Optional<Proposal> waiting(EpicId epic) {
        return store.read(session -> session.state()
                .proposal(epic)
                .flatMap(session.runs()::find)
                .flatMap(run -> PlanAnswers.read(run.finalText()) instanceof PlanReading.Usable(ProposedPlan plan)
                        ? Optional.of(new Proposal(plan, run))
                        : Optional.empty()));
    }

    /// Asks for a plan and waits for it. The consumer that is alive does the work; where there is none, this process
    /// takes its place for just that. The run goes on if this process ends, and its plan waits.
    ///
    /// @throws Refusal if there is no plan in the end, with the reason
    public Proposal ask(EpicId epic) {
        if (project.config().primary() == null) {
            throw new Refusal("no_primary", "no primary agent is configured: set primary: in .fuel/config.yaml");
        }
        long request = store.writeDurably(caller.actor(), session -> open(session, epic));
        String result = await(request);
        return waiting(epic)
                .filter(proposal -> result.startsWith(proposal.run().id().value()))
                .orElseThrow(() -> new Refusal("not_planned", "%s: %s".formatted(epic, result)));
    }

    /// Two who ask at the same time get the same answer.
    private static long open(Session session, EpicId epic) {
        return session.requests().pending().stream()
                .filter(request -> request.target().equals(epic.value())
                        && Word.find(RequestKind.class, request.kind()).orElse(null) == RequestKind.PLAN_EPIC)
                .findFirst()
                .orElseGet(() -> session.requests().post(RequestKind.PLAN_EPIC.word(), epic.value(), null, null))
                .id();
    }

    private String await(long request) {
        var changes = new Semaphore(0);
        try (var _ = store.onChange(changes::release)) {
            while (true) {
                Optional<String> result = result(request);
                if (result.isPresent()) {
                    return result.get();
                }
                if (ConsumerLock.holder(project.folder()).isEmpty()) {
                    consumeFor(request);
                } else {
                    // A consumer that dies tells nobody.
                    boolean _ = changes.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", "interrupted; the plan is still being made");
        }
    }

    private Optional<String> result(long request) {
        return store.read(session -> session.requests().find(request))
                .filter(found -> found.doneAt() != null)
                .map(Request::result);
    }

    /// Consumes until the request is answered, starting nothing else. Runs that are at work go on.
    private void consumeFor(long request) {
        var options = new ConsumerOptions("fuel epic:plan", ConsumerOptions.Mode.FOREVER, true, null, false);
        var here = new AtomicReference<@Nullable Consumption>();
        try (Consumption consumption = Consumption.open(project, options, launcher, _ -> {
            Consumption running = here.get();
            if (running != null && result(request).isPresent()) {
                running.consumer().leave(false);
            }
        })) {
            here.set(consumption);
            if (result(request).isEmpty()) {
                var _ = consumption.run();
            }
        } catch (Refusal refusal) {
            // A consumer has started in the meantime: it finds the request.
            if (!refusal.code().equals(ConsumerLock.TAKEN)) {
                throw refusal;
            }
        }
    }

    /// Makes the tasks, all or none; nothing waits any more.
    ///
    /// @return them in the order of the plan
    public List<Task> create(EpicId epic, ProposedPlan plan) {
        caller.requirePerson("plan epics");
        return store.writeDurably(caller.actor(), session -> {
            Map<String, TaskId> made = new HashMap<>();
            for (ProposedTask task : plan.inOrder()) {
                List<TaskId> blockers = task.blockedBy().stream().map(made::get).toList();
                made.put(
                        task.key(),
                        session.tasks().add(newTask(epic, task, blockers)).id());
            }
            boolean _ = session.state().forgetProposal(epic);
            session.events().add(epic.value(), "plan_created", "%d tasks".formatted(made.size()));
            List<Task> tasks = new ArrayList<>();
            plan.tasks().forEach(task -> tasks.add(session.tasks().get(Objects.requireNonNull(made.get(task.key())))));
            return tasks;
        });
    }

    private static NewTask newTask(EpicId epic, ProposedTask task, List<TaskId> blockers) {
        return new NewTask(
                task.title(),
                task.description(),
                task.type(),
                task.priority(),
                task.complexity(),
                Collections.emptySortedSet(),
                blockers,
                null,
                epic,
                null);
    }

    /// Forgets the plan that waits.
    ///
    /// @return whether one did
    public boolean drop(EpicId epic) {
        return store.writeDurably(caller.actor(), session -> session.state().forgetProposal(epic));
    }

    /// Where a person edits a plan.
    public Path editingFolder(EpicId epic) {
        return project.folder().resolve("processes").resolve(epic.value());
    }
}

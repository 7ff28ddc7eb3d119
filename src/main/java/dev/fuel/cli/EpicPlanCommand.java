package dev.fuel.cli;

import dev.fuel.app.PlanActions;
import dev.fuel.app.PlanActions.Proposal;
import dev.fuel.config.PlanReading;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.task.Task;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `fuel epic:plan EPIC`: the primary proposes the epic's tasks; they are made when the person agrees.
final class EpicPlanCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("EPIC")
                .flag("--again", "ask anew, although a plan waits")
                .value("--from", "FILE", "take the plan from a file, as it is edited")
                .flag("-y", "--yes", "make the tasks without asking")
                .flag("--drop", "forget the plan that waits")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        PlanActions actions = UseCases.of(invocation).plans();
        Arguments arguments = invocation.arguments();
        Epic epic = actions.epic(arguments.word(0));
        if (arguments.has("--drop")) {
            return drop(invocation, actions, epic);
        }
        Optional<String> file = arguments.value("--from");
        @Nullable Proposal proposal = file.isPresent() ? null : proposal(invocation, actions, epic);
        ProposedPlan plan = proposal == null
                ? require(PlanEditing.read(invocation.directory().resolve(file.orElseThrow())))
                : proposal.plan();
        if (arguments.has("--yes")) {
            create(invocation, actions, epic, plan);
        } else if (invocation.output().isJson()) {
            json(invocation.output(), epic, proposal, plan, List.of());
        } else {
            show(invocation, epic, proposal, plan);
            if (!invocation.surroundings().isInteractive()) {
                invocation.note("nothing is made yet: --yes makes these tasks, --drop forgets the plan");
                return ExitCode.DONE;
            }
            return converse(invocation, actions, epic, plan);
        }
        return ExitCode.DONE;
    }

    private static Proposal proposal(Invocation invocation, PlanActions actions, Epic epic) {
        Optional<Proposal> waiting =
                invocation.arguments().has("--again") ? Optional.empty() : actions.waiting(epic.id());
        return waiting.orElseGet(() -> {
            invocation.note(
                    "%s is being planned; Ctrl-C leaves the agent at work, and its plan waits".formatted(epic.id()));
            return actions.ask(epic.id());
        });
    }

    private static ExitCode drop(Invocation invocation, PlanActions actions, Epic epic) {
        boolean dropped = actions.drop(epic.id());
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.text("epic_id", epic.id()).flag("dropped", dropped));
        } else {
            invocation.output().line(dropped ? "the plan is forgotten" : "no plan of %s waits".formatted(epic.id()));
        }
        return ExitCode.DONE;
    }

    private static void show(Invocation invocation, Epic epic, @Nullable Proposal proposal, ProposedPlan plan) {
        Output output = invocation.output();
        output.line(
                Role.LINK.of(epic.id().value()),
                Span.of("  %s".formatted(epic.title())),
                Role.DIM.of(
                        proposal == null
                                ? "  · %d tasks".formatted(plan.tasks().size())
                                : "  · %d tasks, proposed by %s in %s (%s)"
                                        .formatted(
                                                plan.tasks().size(),
                                                proposal.run().agent(),
                                                proposal.run().id(),
                                                Cost.words(proposal.run().cost()))));
        new PlanTree(plan, output).print();
    }

    /// Until the person has decided.
    private static ExitCode converse(Invocation invocation, PlanActions actions, Epic epic, ProposedPlan proposed) {
        var editing = new PlanEditing(epic, actions.editingFolder(epic.id()), invocation.environment());
        ProposedPlan plan = proposed;
        boolean edited = false;
        boolean usable = true;
        while (true) {
            String answer = invocation.answer(
                    usable
                            ? "c makes these tasks, e edits them, x drops them, Enter leaves them for later:"
                            : "e edits again, Enter leaves it:");
            switch (answer) {
                case "c" -> {
                    if (usable) {
                        create(invocation, actions, epic, plan);
                        editing.end();
                        return ExitCode.DONE;
                    }
                }
                case "x" -> {
                    if (usable) {
                        return drop(invocation, actions, epic);
                    }
                }
                case "e" -> {
                    if (!edited) {
                        editing.begin(plan);
                        edited = true;
                    }
                    switch (editing.edit()) {
                        case PlanReading.Usable(ProposedPlan read) -> {
                            plan = read;
                            usable = true;
                            show(invocation, epic, null, plan);
                        }
                        case PlanReading.Unusable bad -> {
                            usable = false;
                            bad.inFile().lines().forEach(invocation::note);
                        }
                    }
                }
                case "" -> {
                    invocation.note(
                            edited
                                    ? "nothing is made. " + editing.kept()
                                    : "nothing is made; the plan waits: `fuel epic:plan %s`".formatted(epic.id()));
                    return ExitCode.DONE;
                }
                default -> invocation.note("c, e, x or Enter");
            }
        }
    }

    private static ProposedPlan require(PlanReading reading) {
        return switch (reading) {
            case PlanReading.Usable(ProposedPlan plan) -> plan;
            case PlanReading.Unusable bad -> throw new Refusal("bad_plan", bad.inFile());
        };
    }

    private static void create(Invocation invocation, PlanActions actions, Epic epic, ProposedPlan plan) {
        List<Task> tasks = actions.create(epic.id(), plan);
        Output output = invocation.output();
        if (output.isJson()) {
            json(output, epic, null, plan, tasks);
            return;
        }
        tasks.forEach(task -> output.line(
                Role.LINK.of(task.id().value()), Span.of("  %s  %s".formatted(task.priority(), task.title()))));
    }

    private static void json(
            Output output, Epic epic, @Nullable Proposal proposal, ProposedPlan plan, List<Task> tasks) {
        output.json(json -> json.text("epic_id", epic.id())
                .text("run_id", proposal == null ? null : proposal.run().id())
                .objects("plan", plan.tasks(), EpicPlanCommand::describe)
                .objects("tasks", tasks, JsonFields::task));
    }

    private static void describe(Json json, ProposedTask task) {
        json.text("key", task.key())
                .text("title", task.title())
                .text("description", task.description())
                .text("type", task.type().word())
                .text("complexity", task.complexity().word())
                .number("priority", task.priority().value())
                .texts("blocked_by", task.blockedBy());
    }
}

package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.action.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The menus: what can be done with one thing, in which way, and what of it can be copied.
final class Menus {
    private Menus() {}

    /// Everything that can be done with the selection; each entry that cannot says why.
    static Overlay of(AppState state) {
        boolean marked = !state.doing().marks().keys().isEmpty() && state.view() != ViewKind.EPICS;
        return marked ? ofMarked(state) : ofSelected(state);
    }

    /// What keys do to all that is marked, and the moves by hand of those that can be moved.
    private static Overlay ofMarked(AppState state) {
        List<Choice> choices = new ArrayList<>();
        List<TaskId> tasks = Marks.tasks(state);
        int items = Marks.items(state).size();
        if (items > 0) {
            choices.add(action(state, "a", Action.APPROVE));
            choices.add(action(state, "x", Action.REJECT));
        }
        if (!tasks.isEmpty()) {
            choices.add(action(state, "s", Action.START_NOW));
            choices.add(action(state, "p", Action.PAUSE_ONE));
            choices.add(action(state, "R", Action.RETRY));
            choices.add(action(state, "K", Action.RAISE));
            choices.add(action(state, "J", Action.LOWER));
            List<TaskId> still = tasks.stream()
                    .filter(task -> whyNotByHand(state, task).isEmpty())
                    .toList();
            String none = "each of them runs or is over";
            choices.add(moveAll("t", "take over: do it yourself", still, Change.TakeOver::new, none));
            choices.add(moveAll("f", "close: you have done it", still, Change.Finish::new, none));
            choices.add(moveAll("b", "defer: put it back into the backlog", still, Change.Defer::new, none));
            List<TaskId> over =
                    tasks.stream().filter(task -> isDone(state, task)).toList();
            choices.add(moveAll("o", "reopen it", over, Change.Reopen::new, "none of them is over"));
            choices.add(action(state, "d", Action.CANCEL));
        }
        String title = tasks.size() == 1
                ? "marked: " + tasks.getFirst()
                : tasks.isEmpty() ? items + " marked items" : tasks.size() + " marked tasks";
        return new Overlay.Menu(title, withOwnKeys(choices), 0);
    }

    private static Choice moveAll(
            String key, String words, List<TaskId> tasks, Function<TaskId, Change> change, String none) {
        List<Change> changes = tasks.stream().map(change).toList();
        Pick pick = new Pick.Make(changes.size() == 1 ? changes.getFirst() : new Change.Together(changes));
        Choice choice = Choice.of(key, "%s (%d)".formatted(words, tasks.size()), pick);
        return tasks.isEmpty() ? choice.offBecause(none) : choice;
    }

    /// Everything that can be done with the one selected.
    private static Overlay ofSelected(AppState state) {
        List<Choice> choices = new ArrayList<>();
        Optional<InboxLine> item = Targets.item(state);
        item.ifPresent(line -> choices.addAll(Answers.choices(line)));
        Targets.task(state)
                .ifPresent(task -> choices.addAll(
                        ofTask(state, task, item.map(InboxLine::actions).orElse(List.of()))));
        Targets.epic(state).ifPresent(epic -> choices.addAll(ofEpic(state)));
        String title = Targets.task(state)
                .map(TaskId::value)
                .or(() -> Targets.epic(state).map(EpicId::value))
                .or(() -> item.map(line -> line.kind() + " " + line.about()))
                .orElse("");
        return new Overlay.Menu(title.strip(), withOwnKeys(choices), 0);
    }

    /// @param answers what the item about the task offers already
    private static List<Choice> ofTask(AppState state, TaskId task, List<InboxAction> answers) {
        List<Choice> choices = new ArrayList<>();
        choices.add(action(state, "s", Action.START_NOW));
        choices.add(action(state, "p", Action.PAUSE_ONE));
        if (!answers.contains(InboxAction.RETRY)) {
            choices.add(action(state, "R", Action.RETRY));
        }
        choices.add(action(state, "e", Action.EDIT));
        if (!answers.contains(InboxAction.TAKE_OVER)) {
            choices.add(move("t", "take over: do it yourself", new Change.TakeOver(task), whyNotByHand(state, task)));
        }
        if (!answers.contains(InboxAction.DONE)) {
            choices.add(move("f", "close: you have done it", new Change.Finish(task), whyNotByHand(state, task)));
        }
        choices.add(
                move("b", "defer: put it back into the backlog", new Change.Defer(task), whyNotByHand(state, task)));
        choices.add(move("o", "reopen it", new Change.Reopen(task), isDone(state, task) ? "" : "it is not over"));
        if (!answers.contains(InboxAction.CANCEL)) {
            choices.add(action(state, "d", Action.CANCEL));
        }
        state.board()
                .card(task)
                .flatMap(card -> Optional.ofNullable(card.epic()))
                .ifPresent(epic -> {
                    choices.add(hold("h", epic, true));
                    choices.add(hold("g", epic, false));
                });
        choices.add(action(state, "y", Action.COPY));
        return choices;
    }

    private static List<Choice> ofEpic(AppState state) {
        return List.of(
                action(state, "p", Action.PAUSE_ONE),
                action(state, "e", Action.EDIT),
                action(state, "D", Action.REVIEW),
                action(state, "n", Action.NEW_TASK),
                action(state, "y", Action.COPY));
    }

    private static Choice action(AppState state, String key, Action action) {
        Choice choice = Choice.of(key, action.sentence(), new Pick.Run(action));
        return Availability.missing(state, action).map(choice::offBecause).orElse(choice);
    }

    private static Choice move(String key, String words, Change change, String off) {
        return Choice.of(key, words, new Pick.Make(change)).offBecause(off);
    }

    private static Choice hold(String key, EpicId epic, boolean held) {
        String words = held ? "let nothing start in %s" : "let work start in %s again";
        return Choice.of(key, words.formatted(epic), new Pick.Make(new Change.Hold(epic, held)));
    }

    private static String whyNotByHand(AppState state, TaskId task) {
        if (isDone(state, task)) {
            return "it is over";
        }
        return Targets.activeRun(state).isPresent() ? "stop its run first (S)" : "";
    }

    static boolean isDone(AppState state, TaskId task) {
        return state.board().column(ColumnKind.DONE).cards().stream()
                .anyMatch(card -> card.id().equals(task));
    }

    /// Who is to try again.
    static Overlay retry(AppState state, List<TaskId> tasks) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("1", "with the agent that it would go to", retried(tasks, null)));
        for (AgentLine agent : state.board().agents()) {
            AgentName name = agent.name();
            String key = choices.size() < 9 ? String.valueOf(choices.size() + 1) : "";
            choices.add(new Choice(key, "with " + name, agent.state().word(), "", retried(tasks, name)));
        }
        String what = tasks.size() == 1 ? tasks.getFirst().value() : tasks.size() + " tasks";
        return new Overlay.Menu("Retry " + what, choices, 0);
    }

    private static Pick retried(List<TaskId> tasks, @Nullable AgentName agent) {
        List<Change> changes = tasks.stream()
                .<Change>map(task -> new Change.Retry(task, agent))
                .toList();
        return new Pick.Make(changes.size() == 1 ? changes.getFirst() : new Change.Together(changes));
    }

    static Overlay places(List<Choice> ways) {
        return new Overlay.Menu("Open in", ways, 0);
    }

    static Overlay copies(List<Copyable> copies) {
        List<Choice> choices = new ArrayList<>();
        for (Copyable copy : copies) {
            String key = choices.size() < 9 ? String.valueOf(choices.size() + 1) : "";
            choices.add(
                    new Choice(key, "%-9s %s".formatted(copy.what(), copy.text()), "", "", new Pick.Copy(copy.text())));
        }
        return new Overlay.Menu("Copy", choices, 0);
    }

    /// The first of two entries with one key keeps it.
    private static List<Choice> withOwnKeys(List<Choice> choices) {
        Set<String> taken = new HashSet<>();
        return choices.stream()
                .map(choice -> choice.key().isEmpty() || taken.add(choice.key())
                        ? choice
                        : new Choice("", choice.words(), choice.note(), choice.off(), choice.pick()))
                .toList();
    }
}

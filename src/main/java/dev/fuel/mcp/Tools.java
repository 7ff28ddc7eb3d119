package dev.fuel.mcp;

import dev.fuel.mcp.Tool.Kind;
import dev.fuel.mcp.Tool.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every tool that is offered.
final class Tools {
    /// As many as a model reads with profit.
    private static final String MOST_TASKS = "100";

    private static final Parameter TASK =
            Parameter.word("task", "the task's id (f-xxxxxx) or an unambiguous beginning");
    private static final Parameter TITLE = Parameter.word("title", "one line");
    private static final Parameter LIMIT =
            new Parameter("limit", Kind.NUMBER, false, "--limit", MOST_TASKS, "at most so many; default " + MOST_TASKS);
    private static final List<Parameter> ABOUT_A_TASK = List.of(
            Parameter.option("description", Kind.TEXT, "--description", "what is to be done"),
            Parameter.option("type", Kind.TEXT, "--type", "feature, bug, fix, refactor, test, docs, chore or research"),
            Parameter.option("priority", Kind.NUMBER, "--priority", "0 (most urgent) to 4"),
            Parameter.option("complexity", Kind.TEXT, "--complexity", "trivial, simple, moderate or complex"),
            Parameter.option("epic", Kind.TEXT, "--epic", "the epic's id (e-xxxxxx)"),
            Parameter.option("agent", Kind.TEXT, "--agent", "only this agent may do it"));

    static final List<Tool> ALL = List.of(
            reading(
                    "task_list",
                    "The tasks of this project that are not over, or those that the filters let through.",
                    List.of("tasks"),
                    Parameter.option(
                            "status",
                            Kind.TEXTS,
                            "--status",
                            "open, in_progress, review, needs_work, closed, cancelled, or all"),
                    Parameter.option("epic", Kind.TEXT, "--epic", "of this epic"),
                    Parameter.option("label", Kind.TEXT, "--label", "with this label"),
                    Parameter.option("type", Kind.TEXT, "--type", "of this type"),
                    LIMIT),
            reading(
                    "task_ready",
                    "The tasks that may start now, in the order in which they should.",
                    List.of("ready"),
                    LIMIT),
            reading(
                    "task_show",
                    "Everything about a task, epic, run, review or inbox item: what it waits for, its runs, its last"
                            + " review, its questions and answers.",
                    List.of("show"),
                    Parameter.word("id", "its id or an unambiguous beginning")),
            reading(
                    "plan_read",
                    "An epic and all of its tasks: what is planned, what is done, what waits for what.",
                    List.of("epic:show"),
                    Parameter.word("epic", "the epic's id (e-xxxxxx)")),
            changing(
                    "task_add",
                    "Adds a task. Inside a run it is linked to the task of the run as what that brought up.",
                    List.of("add"),
                    Stream.concat(
                            Stream.of(TITLE),
                            with(
                                    ABOUT_A_TASK,
                                    Parameter.option("labels", Kind.TEXTS, "--labels", "labels"),
                                    Parameter.option(
                                            "blocked_by", Kind.TEXTS, "--blocked-by", "ids of tasks to wait for"))
                                    .stream())),
            changing(
                    "task_update",
                    "Changes what a task says. For people only, not inside a run.",
                    List.of("update"),
                    Stream.concat(
                            Stream.of(TASK, Parameter.option("title", Kind.TEXT, "--title", "a new title")),
                            with(
                                    ABOUT_A_TASK,
                                    Parameter.option("add_labels", Kind.TEXTS, "--label", "labels to add"),
                                    Parameter.option(
                                            "remove_labels", Kind.TEXTS, "--remove-label", "labels to take off"))
                                    .stream())),
            changing(
                    "task_depend",
                    "Lets one task wait for another. Inside a run only a task that the run added.",
                    List.of("dep:add"),
                    Stream.of(TASK, Parameter.word("blocked_by", "the task that it waits for"))),
            changing(
                    "task_done",
                    "Inside a run: says that its own task is done, which is then checked. By a person: closes the task.",
                    List.of("done"),
                    Stream.of(TASK, Parameter.option("reason", Kind.TEXT, "--reason", "what was done"))),
            changing(
                    "message_post",
                    "Leaves a message for people in the inbox; nothing waits for it.",
                    List.of("inbox:post"),
                    Stream.of(TITLE, Parameter.option("text", Kind.TEXT, "--description", "the message"))),
            changing(
                    "question_ask",
                    "Asks people something about the run's task. The task waits for the answer: end the turn after it.",
                    List.of("inbox:post", "--question"),
                    Stream.of(TITLE, Parameter.option("text", Kind.TEXT, "--description", "the question in full"))));

    private Tools() {}

    private static Tool reading(String name, String description, List<String> words, Parameter... parameters) {
        return new Tool(name, description, words, true, List.of(parameters));
    }

    private static Tool changing(String name, String description, List<String> words, Stream<Parameter> parameters) {
        return new Tool(name, description, words, false, parameters.toList());
    }

    private static List<Parameter> with(List<Parameter> some, Parameter... others) {
        List<Parameter> all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all;
    }
}

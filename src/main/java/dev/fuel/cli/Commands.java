package dev.fuel.cli;

import static dev.fuel.cli.Access.AGENT;
import static dev.fuel.cli.Access.PERSON;
import static dev.fuel.cli.Access.READ;

import java.util.List;
import java.util.Optional;

/// All commands. The table is text only and {@link #create} a switch, so that giving one command loads that one's
/// class and no other.
final class Commands {
    /// @param summary one line for the overview
    record Entry(String name, Group group, Access access, String summary) {}

    /// In the order of the overview.
    static final List<Entry> ALL = List.of(
            new Entry("init", Group.START, PERSON, "make .fuel/ here and a configuration for the agents found on PATH"),
            new Entry("doctor", Group.START, READ, "check git, database, configuration and agents; say how to mend each"),
            new Entry("consume", Group.START, PERSON, "start what is ready, check and merge it"),
            new Entry("add", Group.TASKS, AGENT, "add a task; prints its id"),
            new Entry("tasks", Group.TASKS, READ, "the tasks that are not over, or those that filters let through"),
            new Entry("ready", Group.TASKS, READ, "what may start now, in its order"),
            new Entry("blocked", Group.TASKS, READ, "what may not start, and why"),
            new Entry("show", Group.TASKS, READ, "everything about a task, epic, run, review or inbox item"),
            new Entry("config", Group.KNOW, READ, "the effective configuration and where each value comes from"),
            new Entry("completion", Group.KEEP, READ, "completion for bash, zsh or fish"),
            new Entry("install", Group.KEEP, PERSON, "link fuel into a folder on PATH"),
            new Entry("help", Group.KEEP, READ, "this overview, or the help of one command"));

    private Commands() {}

    static Optional<Entry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }

    /// @throws IllegalArgumentException if the table has it and this switch has not
    static Subcommand create(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "add" -> new AddCommand();
            case "tasks" -> new TasksCommand();
            case "ready" -> new ReadyCommand();
            case "blocked" -> new BlockedCommand();
            case "show" -> new ShowCommand();
            case "config" -> new ConfigCommand();
            case "doctor" -> new DoctorCommand();
            case "completion" -> new CompletionCommand();
            case "install" -> new InstallCommand();
            case "consume" -> new ConsumeCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException("no command is made for " + name);
        };
    }
}

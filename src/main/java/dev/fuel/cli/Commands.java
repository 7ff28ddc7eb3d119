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
            new Entry(
                    "doctor", Group.START, READ, "check git, database, configuration and agents; say how to mend each"),
            new Entry("demo", Group.START, PERSON, "see it all work in a throw-away repository, with a scripted agent"),
            new Entry("consume", Group.START, PERSON, "start what is ready, check and merge it"),
            new Entry("add", Group.TASKS, AGENT, "add a task; prints its id"),
            new Entry("tasks", Group.TASKS, READ, "the tasks that are not over, or those that filters let through"),
            new Entry("ready", Group.TASKS, READ, "what may start now, in its order"),
            new Entry("blocked", Group.TASKS, READ, "what may not start, and why"),
            new Entry("board", Group.TASKS, READ, "every task in its column"),
            new Entry("tree", Group.TASKS, READ, "epics, their tasks, and what waits for what"),
            new Entry("show", Group.TASKS, READ, "everything about a task, epic, run, review, inbox or backlog item"),
            new Entry("update", Group.TASKS, PERSON, "change what a task says"),
            new Entry("start", Group.TASKS, PERSON, "take a task for yourself"),
            new Entry("done", Group.TASKS, AGENT, "close tasks by hand; inside a run: say that its task is done"),
            new Entry("reopen", Group.TASKS, PERSON, "open tasks again"),
            new Entry("retry", Group.TASKS, PERSON, "let what came to a stop try again, with a fresh budget"),
            new Entry("cancel", Group.TASKS, PERSON, "give tasks up"),
            new Entry("message", Group.TASKS, PERSON, "tell a task's agent something, which it reads next"),
            new Entry("pause", Group.TASKS, PERSON, "start nothing new, or hold tasks and epics"),
            new Entry("unpause", Group.TASKS, PERSON, "let work, or tasks and epics, start again"),
            new Entry("dep:add", Group.TASKS, AGENT, "let one task wait for another"),
            new Entry("dep:remove", Group.TASKS, PERSON, "let it wait no more"),
            new Entry("backlog", Group.BACKLOG, READ, "rough ideas for later"),
            new Entry("backlog:add", Group.BACKLOG, PERSON, "keep an idea; prints its id"),
            new Entry("promote", Group.BACKLOG, PERSON, "make tasks of ideas"),
            new Entry("defer", Group.BACKLOG, PERSON, "put tasks back into the backlog"),
            new Entry("epics", Group.EPICS, READ, "every epic and how far it is"),
            new Entry("epic:add", Group.EPICS, PERSON, "add an epic; prints its id"),
            new Entry(
                    "epic:plan",
                    Group.EPICS,
                    PERSON,
                    "have an agent propose the epic's tasks; they are made when you agree"),
            new Entry("epic:show", Group.EPICS, READ, "an epic with its tasks"),
            new Entry("epic:update", Group.EPICS, PERSON, "change what an epic says"),
            new Entry(
                    "epic:review",
                    Group.EPICS,
                    READ,
                    "what you decide about an epic from: commits, diff, checks, cost"),
            new Entry("epic:reviewed", Group.EPICS, PERSON, "note that you have looked at it; that decides nothing"),
            new Entry("human", Group.INBOX, READ, "everything that waits for you"),
            new Entry("inbox:post", Group.INBOX, AGENT, "leave a message for people"),
            new Entry("inbox:approve", Group.INBOX, PERSON, "accept an epic or a task's work: it lands"),
            new Entry("inbox:reject", Group.INBOX, PERSON, "send an epic or a task back, with the reason"),
            new Entry("inbox:answer", Group.INBOX, PERSON, "answer what an agent asks"),
            new Entry("inbox:act", Group.INBOX, PERSON, "do what can be done about an item"),
            new Entry("inbox:snooze", Group.INBOX, PERSON, "put an item off until a time; it comes back by itself"),
            new Entry("inbox:read", Group.INBOX, PERSON, "note that you have seen it"),
            new Entry("runs", Group.WORK, READ, "what was executed, latest first"),
            new Entry("run:show", Group.WORK, READ, "everything about one run"),
            new Entry("run:tail", Group.WORK, READ, "follow what a run says"),
            new Entry("run:kill", Group.WORK, PERSON, "stop runs; their tasks are held"),
            new Entry("run:rate", Group.WORK, PERSON, "say from 1 to 5 what you think of a run's work"),
            new Entry(
                    "attach", Group.WORK, PERSON, "go on with an agent's session yourself; its task is held meanwhile"),
            new Entry("review", Group.WORK, PERSON, "have a task's work checked and reviewed again"),
            new Entry("reviews", Group.WORK, READ, "what was said of work, latest first"),
            new Entry("review:show", Group.WORK, READ, "everything about one review"),
            new Entry("diff", Group.WORK, READ, "what a task, epic or run changes"),
            new Entry(
                    "discard",
                    Group.WORK,
                    PERSON,
                    "throw worktrees and branches away; what was in them stays findable"),
            new Entry("health", Group.WORK, READ, "which agents can work, and why others rest"),
            new Entry("health:reset", Group.WORK, PERSON, "forget the failures of an agent, or of all"),
            new Entry("agent:test", Group.WORK, PERSON, "have an agent answer one short prompt, with time and cost"),
            new Entry("route", Group.WORK, READ, "which agent would get a task, and why"),
            new Entry("stats", Group.KNOW, READ, "what agents have done, how well and for how much"),
            new Entry("events", Group.KNOW, READ, "who changed what"),
            new Entry("config", Group.KNOW, READ, "the effective configuration and where each value comes from"),
            new Entry("mcp", Group.WORK, READ, "the tasks as tools for agents, over the Model Context Protocol"),
            new Entry("export", Group.KEEP, READ, "all that the project knows, as lines of JSON"),
            new Entry("import", Group.KEEP, PERSON, "take in what was exported, or the issues of another tracker"),
            new Entry(
                    "gc", Group.KEEP, PERSON, "remove merged worktrees, old files of runs and what else is left over"),
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
            case "board" -> new BoardCommand();
            case "tree" -> new TreeCommand();
            case "show" -> new ShowCommand();
            case "update" -> new UpdateCommand();
            case "start" -> new StartCommand();
            case "done" -> new DoneCommand();
            case "reopen" -> new ReopenCommand();
            case "retry" -> new RetryCommand();
            case "cancel" -> new CancelCommand();
            case "pause" -> new PauseCommand();
            case "unpause" -> new UnpauseCommand();
            case "dep:add" -> new DependencyAddCommand();
            case "dep:remove" -> new DependencyRemoveCommand();
            case "backlog" -> new BacklogCommand();
            case "backlog:add" -> new BacklogAddCommand();
            case "promote" -> new PromoteCommand();
            case "defer" -> new DeferCommand();
            case "epics" -> new EpicsCommand();
            case "epic:add" -> new EpicAddCommand();
            case "epic:plan" -> new EpicPlanCommand();
            case "epic:show" -> new EpicShowCommand();
            case "epic:update" -> new EpicUpdateCommand();
            case "epic:review" -> new EpicReviewCommand();
            case "human" -> new HumanCommand();
            case "inbox:post" -> new InboxPostCommand();
            case "inbox:approve" -> new InboxApproveCommand();
            case "inbox:reject" -> new InboxRejectCommand();
            case "inbox:answer" -> new InboxAnswerCommand();
            case "inbox:act" -> new InboxActCommand();
            case "epic:reviewed" -> new EpicReviewedCommand();
            case "inbox:snooze" -> new InboxSnoozeCommand();
            case "message" -> new MessageCommand();
            case "inbox:read" -> new InboxReadCommand();
            case "runs" -> new RunsCommand();
            case "run:show" -> new RunShowCommand();
            case "run:tail" -> new RunTailCommand();
            case "run:kill" -> new RunKillCommand();
            case "run:rate" -> new RunRateCommand();
            case "stats" -> new StatsCommand();
            case "attach" -> new AttachCommand();
            case "review" -> new ReviewCommand();
            case "reviews" -> new ReviewsCommand();
            case "review:show" -> new ReviewShowCommand();
            case "diff" -> new DiffCommand();
            case "discard" -> new DiscardCommand();
            case "health" -> new HealthCommand();
            case "health:reset" -> new HealthResetCommand();
            case "agent:test" -> new AgentTestCommand();
            case "route" -> new RouteCommand();
            case "events" -> new EventsCommand();
            case "config" -> new ConfigCommand();
            case "demo" -> new DemoCommand();
            case "consume" -> new ConsumeCommand();
            case "doctor" -> new DoctorCommand();
            case "mcp" -> new McpCommand();
            case "export" -> new ExportCommand();
            case "import" -> new ImportCommand();
            case "gc" -> new GcCommand();
            case "completion" -> new CompletionCommand();
            case "install" -> new InstallCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException("no command is made for " + name);
        };
    }
}

package dev.fuel.tui.action;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Everything that a person can do on the screen: its name, what hints, help and palette say of it, and the command
/// that does the same without a screen.
public enum Action {
    UP("", "up; in an output following stops"),
    DOWN("", "down"),
    LEFT("", "column to the left"),
    RIGHT("", "column to the right"),
    FIRST("", "first; in texts the top"),
    LAST("end", "last; in an output the end, and follow"),
    HALF_PAGE_UP("", "half a page up"),
    HALF_PAGE_DOWN("", "half a page down"),
    PAGE_UP("", "a page up; in the inbox the text"),
    PAGE_DOWN("", "a page down; in the inbox the text"),
    FOLLOW("follow", "follow new output on or off", "run:tail RUN"),
    OPEN("open", "open it: a run's output, else the task", "show ID"),
    APPROVE("approve", "approve, retry, answer, done: the good answer", "inbox:act ITEM ACTION"),
    REJECT("refuse", "refuse: request changes or cancel, with a text", "inbox:reject ID REASON"),
    REPLY("message", "tell the agent something in your own words, or answer it", "message TASK TEXT"),
    SNOOZE("snooze", "put the item off until later; it comes back by itself", "inbox:snooze ITEM WHEN"),
    MENU("more", "menu of all that can be done with it"),
    NEW_TASK("new", "new task", "add TITLE"),
    NEW_EPIC("", "new epic", "epic:add TITLE"),
    EDIT("edit", "edit the task or epic", "update TASK"),
    MARK("mark", "mark it, so that a key acts on all that is marked"),
    OPEN_IN("", "open it in your editor or a shell"),
    LOG_IN("log in", "log in: the agent's own login has the terminal"),
    START_NOW("start now", "start the task now, even while paused"),
    STOP_RUN("stop", "stop the run (asks)", "run:kill RUN"),
    RETRY("retry", "retry the task, with another agent if you like", "retry TASK"),
    PAUSE_ONE("pause it", "pause this task or epic, or let it go on", "pause ID"),
    RAISE("", "raise the priority", "update TASK --priority N"),
    LOWER("", "lower the priority", "update TASK --priority N"),
    CANCEL("cancel", "cancel the task (u undoes it)", "cancel TASK"),
    ATTACH("", "attach: go on in the agent's own session", "attach TASK"),
    PLAN("plan", "plan the epic: an agent proposes its tasks", "epic:plan EPIC"),
    RESET_AGENT("reset", "forget the agent's failures: it may work again", "health:reset AGENT"),
    PAUSE_AGENT("pause it", "pause this agent, or let it work again", "pause --agent NAME"),
    TEST_AGENT("test", "test this agent: one short prompt, with its answer, time and cost", "agent:test AGENT"),
    COPY("copy", "copy id, branch, folder ..."),
    UNDO("", "undo what you did last"),
    REDO("", "redo what was undone"),
    FILTER("filter", "show only cards with these words", "tasks"),
    REVIEW("diff", "read what the task or epic changes", "diff ID"),
    COMMENT("comment", "comment on the line, or on the marked lines"),
    VIEWED("viewed", "note that you are through with the file, and go on"),
    MARK_RANGE("", "mark up to here; in a difference lines for a comment"),
    SIDE_BY_SIDE("sides", "side by side, or one under the other"),
    WRAP("wrap", "wrap long lines or not"),
    NEXT_PART("hunk", "next call; in a difference the next hunk"),
    PREVIOUS_PART("", "call before; in a difference the hunk before"),
    NEXT_SIBLING("file", "next side of the run; in a difference the next file"),
    PREVIOUS_SIBLING("", "side of the run before; in a difference the file before"),
    SEARCH("search", "search all of the output, or all files"),
    NEXT_MATCH("", "next match"),
    PREVIOUS_MATCH("", "match before"),
    VIEW_BOARD("", "go to the board", "board"),
    VIEW_AGENTS("", "go to the agents", "health"),
    VIEW_INBOX("", "go to the inbox", "human"),
    VIEW_RUNS("", "go to the runs", "runs"),
    VIEW_REVIEW("", "go to what is under review", "board"),
    VIEW_EVENTS("", "go to the events", "events"),
    VIEW_EPICS("", "go to the epics", "epics"),
    VIEW_STATS("", "go to the statistics"),
    VIEW_SETTINGS("", "go to the settings", "config"),
    OUTPUTS("outputs", "one output more beside the others, up to four; then one again", "run:tail RUN"),
    NEXT_PANE("pane", "next pane"),
    PREVIOUS_PANE("", "previous pane"),
    ZOOM("zoom", "give the pane all the room, or take it back"),
    NEXT_NEED("needs", "the oldest item that needs you", "human"),
    PAUSE("pause", "pause all work, or start it", "pause"),
    PALETTE("all", "find and do anything by its name"),
    HELP("help", "this help", "help"),
    MOUSE("", "mouse on or off (off: the terminal's own selection)"),
    REDRAW("", "draw everything again"),
    SUSPEND("", "suspend; fg comes back"),
    BACK("", "one step back; never quits"),
    QUIT("quit", "back; on a top view: leave"),
    LEAVE("", "leave, on the second press within 2 s");

    private static final Set<Action> MOVEMENTS = EnumSet.of(
            UP,
            DOWN,
            LEFT,
            RIGHT,
            FIRST,
            LAST,
            HALF_PAGE_UP,
            HALF_PAGE_DOWN,
            PAGE_UP,
            PAGE_DOWN,
            NEXT_PANE,
            PREVIOUS_PANE,
            NEXT_PART,
            PREVIOUS_PART,
            NEXT_SIBLING,
            PREVIOUS_SIBLING,
            NEXT_MATCH,
            PREVIOUS_MATCH,
            BACK);

    private final String label;
    private final String sentence;
    private final String command;

    Action(String label, String sentence) {
        this(label, sentence, "");
    }

    Action(String label, String sentence, String command) {
        this.label = label;
        this.sentence = sentence;
        this.command = command;
    }

    /// The action of that id.
    public static Optional<Action> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }

    /// How the configuration calls it.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What the hint line says; empty for what never stands there.
    public String label() {
        return label;
    }

    /// What help and palette say.
    public String sentence() {
        return sentence;
    }

    /// The command that does the same, without `fuel`; empty where there is none, since it is about the screen
    /// alone.
    public String command() {
        return command;
    }

    /// Whether it only moves about, which nobody looks up by name.
    public boolean isMovement() {
        return MOVEMENTS.contains(this);
    }
}

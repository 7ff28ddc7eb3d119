package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that the screen knows of the project: one snapshot, so that no two panes can contradict each other.
///
/// @param columns    all of them, in the order of {@link ColumnKind}
/// @param inbox      what waits for a person, oldest first
/// @param runs       the last runs, newest first
/// @param events     the last ones, newest first
/// @param slotsInUse runs of agents under way
/// @param slots      how many may be under way
/// @param costToday  of all agents; null if nothing is known
/// @param later      what changes by itself: it is not among what waits for a person
public record Board(
        String project,
        List<Column> columns,
        List<AgentLine> agents,
        List<InboxLine> inbox,
        List<RunLine> runs,
        List<EpicLine> epics,
        List<EventLine> events,
        Dispatch dispatch,
        int slotsInUse,
        int slots,
        @Nullable Cost costToday,
        Later later) {

    /// A board on which nothing waits for its time.
    public Board(
            String project,
            List<Column> columns,
            List<AgentLine> agents,
            List<InboxLine> inbox,
            List<RunLine> runs,
            List<EpicLine> epics,
            List<EventLine> events,
            Dispatch dispatch,
            int slotsInUse,
            int slots,
            @Nullable Cost costToday) {
        this(
                project,
                columns,
                agents,
                inbox,
                runs,
                epics,
                events,
                dispatch,
                slotsInUse,
                slots,
                costToday,
                Later.NOTHING);
    }

    public Board {
        columns = List.copyOf(columns);
        agents = List.copyOf(agents);
        inbox = List.copyOf(inbox);
        runs = List.copyOf(runs);
        epics = List.copyOf(epics);
        events = List.copyOf(events);
        if (!columns.stream().map(Column::kind).toList().equals(Arrays.asList(ColumnKind.values()))) {
            throw new IllegalArgumentException("a board has each column once, in order");
        }
        if (columns.stream()
                        .flatMap(column -> column.cards().stream().map(Card::id))
                        .distinct()
                        .count()
                != columns.stream().mapToInt(column -> column.cards().size()).sum()) {
            throw new IllegalArgumentException("a card is in two columns");
        }
    }

    /// What is shown before the first snapshot has come.
    public static Board empty(String project) {
        return new Board(
                project,
                Stream.of(ColumnKind.values()).map(Column::empty).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Dispatch.mine(true),
                0,
                0,
                null);
    }

    public Column column(ColumnKind kind) {
        return columns.stream()
                .filter(column -> column.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /// Whether there is no task in any state.
    public boolean hasNoTasks() {
        return columns.stream().allMatch(column -> column.total() == 0);
    }

    public Optional<Card> card(Identifier id) {
        return columns.stream()
                .flatMap(column -> column.cards().stream())
                .filter(card -> card.id().equals(id))
                .findFirst();
    }

    /// What the run works on, in words: the title of its task or epic where that is known here.
    public String subject(RunLine run) {
        TaskId task = run.task();
        Optional<String> title = task == null
                ? epics.stream()
                        .filter(epic -> epic.id().value().equals(run.subject()))
                        .map(EpicLine::title)
                        .findFirst()
                : card(task).map(Card::title);
        return title.orElse(run.subject());
    }

    /// What the run does at the moment, if it is under way on a card.
    public Optional<ActiveRun> active(RunId run) {
        return columns.stream()
                .flatMap(column -> column.cards().stream())
                .flatMap(card -> Stream.ofNullable(card.run()))
                .filter(active -> active.id().equals(run))
                .findFirst();
    }

    public List<Card> runningCards() {
        return column(ColumnKind.RUNNING).cards();
    }
}

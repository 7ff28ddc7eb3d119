package dev.fuel.tui;

import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Column;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.EpicLine;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.Later;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.PendingAct;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.state.SettingLine;
import dev.fuel.tui.state.SnoozedLine;
import dev.fuel.tui.state.StatisticLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Boards for tests and pictures: a payments project in the middle of its day.
public final class Boards {
    static final Duration USUAL_SILENCE = Duration.ofMinutes(4);
    public static final Instant NOW = Instant.parse("2026-03-05T14:02:10Z");
    public static final EpicId LEDGER = new EpicId("e-4f19c2");
    public static final EpicId REFUNDS = new EpicId("e-a01b77");
    public static final AgentName OPUS = new AgentName("claude-opus");
    public static final AgentName SONNET = new AgentName("claude-sonnet");
    public static final AgentName CODEX = new AgentName("codex");
    public static final RunId LEDGER_RUN = new RunId("run-2071ab");
    public static final TaskId LEDGER_TASK = new TaskId("f-3a9c12");

    private Boards() {}

    public static Card card(
            String id, int priority, Complexity complexity, String title, Duration age, String why, String... notes) {
        return new Card(
                new TaskId(id),
                title,
                new Priority(priority),
                complexity,
                null,
                null,
                null,
                NOW.minus(age),
                why,
                List.of(notes),
                null);
    }

    public static Card running(String id, int priority, String title, EpicId epic, ActiveRun run, String... notes) {
        return new Card(
                new TaskId(id),
                title,
                new Priority(priority),
                Complexity.COMPLEX,
                epic,
                run.agent(),
                "fuel/" + id,
                run.startedAt(),
                "",
                List.of(notes),
                run);
    }

    public static List<Card> ready() {
        return List.of(
                card("f-1c90d1", 0, Complexity.MODERATE, "Rotate webhook secrets", Duration.ofMinutes(4), ""),
                card(
                        "f-77ab20",
                        1,
                        Complexity.SIMPLE,
                        "Idempotency key on POST /payments",
                        Duration.ofMinutes(12),
                        "waits: codex is parked until 14:20"),
                card("f-2be13f", 1, Complexity.TRIVIAL, "Drop unused flag", Duration.ofHours(1), ""),
                card("f-e5a0b4", 2, Complexity.MODERATE, "Partial refund model", Duration.ofHours(2), ""),
                card("f-3309aa", 2, Complexity.SIMPLE, "Refund reasons enum", Duration.ofHours(2), ""),
                card("f-aa02c3", 3, Complexity.TRIVIAL, "Rename TxnDao", Duration.ofHours(3), ""),
                card("f-bb0117", 4, Complexity.TRIVIAL, "Sort the imports of the gateway", Duration.ofDays(1), ""));
    }

    public static List<Card> running() {
        ActiveRun ledger = new ActiveRun(
                LEDGER_RUN,
                RunKind.WORK,
                OPUS,
                2,
                NOW.minusSeconds(372),
                NOW.minusSeconds(3),
                USUAL_SILENCE,
                41,
                usd(0.86),
                "Bash ./gradlew test --tests LedgerTest");
        ActiveRun retry = new ActiveRun(
                new RunId("run-2072cd"),
                RunKind.WORK,
                SONNET,
                1,
                NOW.minusSeconds(100),
                NOW.minusSeconds(31),
                USUAL_SILENCE,
                9,
                usd(0.11),
                "Edit Capture.java");
        return List.of(
                running(
                        LEDGER_TASK.value(),
                        1,
                        "Split ledger writes in two phases",
                        LEDGER,
                        ledger,
                        "attempt 1 failed: 2 tests red in LedgerTest"),
                running("f-8f1044", 1, "Retry 409 on capture", LEDGER, retry, "overlaps f-3a9c12: src/Capture.java"));
    }

    public static Board payments() {
        List<Column> columns = List.of(
                new Column(
                        ColumnKind.BACKLOG,
                        12,
                        List.of(card(
                                "f-000b01", 4, Complexity.SIMPLE, "Look at event sourcing", Duration.ofDays(12), ""))),
                new Column(
                        ColumnKind.BLOCKED,
                        2,
                        List.of(
                                card(
                                        "f-90fe11",
                                        2,
                                        Complexity.MODERATE,
                                        "Paginate /refunds",
                                        Duration.ofHours(2),
                                        "waits for f-3a9c12"),
                                card(
                                        "f-5d3322",
                                        2,
                                        Complexity.SIMPLE,
                                        "Log request ids",
                                        Duration.ofHours(2),
                                        "waits for f-3a9c12"))),
                new Column(ColumnKind.READY, 7, ready()),
                new Column(ColumnKind.RUNNING, 2, running()),
                new Column(
                        ColumnKind.REVIEW,
                        2,
                        List.of(
                                card(
                                        "f-0d55aa",
                                        0,
                                        Complexity.MODERATE,
                                        "Fix payout rounding",
                                        Duration.ofMinutes(2),
                                        "",
                                        "+84 -12  5 files",
                                        "checks 4/4"),
                                card(
                                        "f-61e8f0",
                                        2,
                                        Complexity.TRIVIAL,
                                        "Bump driver to 42.7",
                                        Duration.ofMinutes(9),
                                        "",
                                        "+3 -3  1 file",
                                        "checks 3/4  lint red"))),
                new Column(
                        ColumnKind.NEEDS_YOU,
                        1,
                        List.of(card(
                                "f-6c21b9",
                                2,
                                Complexity.SIMPLE,
                                "Retry policy",
                                Duration.ofMinutes(12),
                                "QUESTION \"Retry on 409 only?\""))),
                new Column(
                        ColumnKind.DONE,
                        41,
                        List.of(card(
                                "f-44d0e1", 2, Complexity.SIMPLE, "Rename the queue", Duration.ofMinutes(1), ""))));
        return new Board(
                "payments-api",
                columns,
                agents(),
                inbox(),
                runs(),
                List.of(
                        new EpicLine(LEDGER, "Two-phase ledger", EpicStatus.IN_PROGRESS, 6, 8),
                        new EpicLine(REFUNDS, "Refund API", EpicStatus.IN_PROGRESS, 2, 9)),
                List.of(
                        new EventLine(NOW, "f-77ab20 ready"),
                        new EventLine(NOW.minusSeconds(15), "f-44d0e1 landed on main 7be21"),
                        new EventLine(NOW.minusSeconds(68), "f-0d55aa review passed")),
                Dispatch.mine(false),
                2,
                4,
                usd(9.96));
    }

    /// What some runs have come to, and a few settings.
    public static Overview overview() {
        return new Overview(
                List.of(
                        line(Grouping.AGENT, "claude-sonnet", 33, 27, 4, usd(2.84), 83.4),
                        line(Grouping.AGENT, "claude-opus", 15, 12, 0, usd(6.10), 91.0),
                        line(Grouping.AGENT, "codex", 9, 3, 3, null, 48.5),
                        line(Grouping.MODEL, "", 57, 42, 7, usd(9.96), 80.2),
                        line(Grouping.COMPLEXITY, "moderate", 57, 42, 7, usd(9.96), 80.2),
                        line(Grouping.DAY, "2026-03-05", 57, 42, 7, usd(9.96), 80.2)),
                "____.__:-=+*#",
                List.of(
                        new SettingLine("max_concurrent", "4", "line 3"),
                        new SettingLine("agents.codex.max_attempts", "3", "default"),
                        new SettingLine("ui.theme", "auto", "default")));
    }

    private static StatisticLine line(
            Grouping grouping, String key, int runs, int passed, int failed, @Nullable Cost cost, double score) {
        return new StatisticLine(
                grouping,
                key,
                new Figures(
                        new Spending(runs, 210_000, 48_000, 1_900_000, cost, cost == null ? runs : 0),
                        cost == null ? null : Double.valueOf(cost.usd()),
                        null,
                        runs,
                        passed,
                        failed,
                        passed - 1,
                        passed + failed,
                        failed,
                        Duration.ofSeconds(372),
                        Duration.ofSeconds(1_431),
                        score));
    }

    private static List<AgentLine> agents() {
        return List.of(
                new AgentLine(OPUS, "claude", new AgentCondition.Free(), ZoneOffset.UTC, 1, 2, 15, 14, usd(6.10)),
                new AgentLine(SONNET, "claude", new AgentCondition.Free(), ZoneOffset.UTC, 1, 3, 33, 31, usd(2.84)),
                new AgentLine(
                        CODEX,
                        "codex",
                        new AgentCondition.Limited(NOW.plusSeconds(1080)),
                        ZoneOffset.UTC,
                        0,
                        2,
                        9,
                        6,
                        usd(1.02)));
    }

    private static List<InboxLine> inbox() {
        return List.of(new InboxLine(
                new InboxId("i-00aa01"),
                InboxType.QUESTION,
                "Retry on 409 only, or also on 425?",
                "The gateway answers 425 while a key is replayed.\nBoth are safe to repeat.",
                new TaskId("f-6c21b9"),
                null,
                null,
                NOW.minus(Duration.ofMinutes(12)),
                true));
    }

    /// The ledger's epic waits for approval.
    public static Board withEpicReview() {
        Board board = payments();
        InboxLine review = new InboxLine(
                new InboxId("i-00bb02"),
                InboxType.EPIC_REVIEW,
                "Two-phase ledger is ready for your approval",
                "6 tasks, $7.20, +842 -128 in 12 commits.",
                null,
                LEDGER,
                null,
                NOW.minus(Duration.ofMinutes(3)),
                true);
        return withInbox(board, List.of(review));
    }

    /// One item of several kinds each, the last one unread.
    public static Board withManyItems() {
        List<InboxLine> items = List.of(
                item(1, InboxType.PERMISSION, "A command was refused: psql -h prod-replica", "f-b7c4d0", 840, true),
                item(2, InboxType.QUESTION, "Retry on 409 only, or also on 425?", "f-6c21b9", 720, true),
                item(3, InboxType.STUCK, "Three attempts failed at the same test", "f-e5a033", 300, true),
                item(4, InboxType.MESSAGE, "The staging database is gone until 15:00", null, 200, false));
        return withInbox(payments(), items);
    }

    static InboxLine item(int number, InboxType type, String title, @Nullable String task, int age, boolean read) {
        return new InboxLine(
                new InboxId("i-00cc%02d".formatted(number)),
                type,
                title,
                """
                attempt 1, claude-opus: LedgerTest > twoWritersKeepBalance
                  expected: 100.00 but was: 99.99
                attempt 2, claude-opus: the same
                attempt 3, claude-sonnet: the same

                The second phase reads the old scale.""",
                task == null ? null : new TaskId(task),
                null,
                null,
                NOW.minusSeconds(age),
                read);
    }

    /// The board with other runs in the list.
    public static Board withRuns(Board board, List<RunLine> runs) {
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                board.inbox(),
                runs,
                board.epics(),
                board.events(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }

    /// The board with other items in its inbox.
    public static Board withInbox(Board board, List<InboxLine> items) {
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                items,
                board.runs(),
                board.epics(),
                board.events(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }

    private static List<RunLine> runs() {
        return List.of(
                new RunLine(
                        LEDGER_RUN,
                        RunKind.WORK,
                        RunStatus.RUNNING,
                        LEDGER_TASK,
                        "Split ledger writes in two phases",
                        OPUS,
                        NOW.minusSeconds(372),
                        null,
                        usd(0.86),
                        ""),
                new RunLine(
                        new RunId("run-2072cd"),
                        RunKind.WORK,
                        RunStatus.RUNNING,
                        new TaskId("f-8f1044"),
                        "Retry 409 on capture",
                        SONNET,
                        NOW.minusSeconds(100),
                        null,
                        usd(0.11),
                        ""),
                new RunLine(
                        new RunId("run-1980aa"),
                        RunKind.WORK,
                        RunStatus.COMPLETED,
                        new TaskId("f-0d55aa"),
                        "Fix payout rounding",
                        SONNET,
                        NOW.minusSeconds(900),
                        Duration.ofSeconds(711),
                        usd(0.42),
                        "3 commits, +84 -12"),
                new RunLine(
                        new RunId("run-1911bb"),
                        RunKind.WORK,
                        RunStatus.FAILED,
                        LEDGER_TASK,
                        "Split ledger writes in two phases",
                        OPUS,
                        NOW.minusSeconds(1900),
                        Duration.ofSeconds(1200),
                        usd(1.12),
                        "2 tests red in LedgerTest"));
    }

    /// The board with other cards in some columns.
    public static Board with(Board board, Map<ColumnKind, List<Card>> changed) {
        List<Column> columns = new ArrayList<>();
        for (Column column : board.columns()) {
            List<Card> cards = changed.getOrDefault(column.kind(), column.cards());
            columns.add(new Column(
                    column.kind(), changed.containsKey(column.kind()) ? cards.size() : column.total(), cards));
        }
        return new Board(
                board.project(),
                columns,
                board.agents(),
                board.inbox(),
                board.runs(),
                board.epics(),
                board.events(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }

    /// The epic has been approved a moment ago, and something else was put off.
    public static Board withApproval() {
        return with(
                payments(),
                payments().inbox(),
                new Later(
                        List.of(new PendingAct(7, LEDGER + " approved, lands", NOW.plusSeconds(4))),
                        List.of(new SnoozedLine(
                                new InboxId("i-00bb03"),
                                "MESSAGE",
                                "The fee table is from 2019",
                                NOW.plusSeconds(3600),
                                "15:02"))));
    }

    /// The board with what waits for a person, and what waits for its time.
    public static Board with(Board board, List<InboxLine> inbox, Later later) {
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                inbox,
                board.runs(),
                board.epics(),
                board.events(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday(),
                later);
    }

    public static Board with(Board board, Dispatch dispatch) {
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                board.inbox(),
                board.runs(),
                board.epics(),
                board.events(),
                dispatch,
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }

    private static Cost usd(double amount) {
        return new Cost(amount, CostSource.REPORTED);
    }
}

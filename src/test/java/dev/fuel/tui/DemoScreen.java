package dev.fuel.tui;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Glyphs;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Manner;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLine.Kind;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.ColourDepth;
import dev.fuel.tui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Opens the screen on a project that moves by itself, to be looked at: `DemoScreen moving|still|empty|crash LOGFILE`.
public final class DemoScreen {
    private static final List<String> SAID = List.of(
            "I will first make the write path go through a LedgerWriter, then move the balance update behind it.",
            "The rounding differs because the second phase reads the old scale.",
            "二段階の書き込みに分けます。✅ テストは通りました 👩‍👩‍👧");

    private DemoScreen() {}

    public static void main(String[] arguments) {
        String kind = arguments[0];
        Board start = kind.equals("empty") ? Board.empty("payments-api") : Boards.payments();
        InstantSource clock = kind.equals("crash") ? failing() : shifted();
        MemoryBackend backend = new MemoryBackend(start);
        if (kind.equals("moving") || kind.equals("crash")) {
            Thread.ofPlatform().daemon().start(() -> {
                for (int turn = 0; ; turn++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                    move(backend, clock, turn);
                }
            });
        } else if (kind.equals("still")) {
            backend.change(board -> Boards.with(board, Map.of(ColumnKind.RUNNING, List.of())));
        }
        Map<String, String> environment = System.getenv();
        ColourDepth depth = ColourDepth.of(ColourDepth.Wish.AUTO, environment);
        Look look = new Look(Glyphs.of(environment), depth != ColourDepth.MONO);
        Theme.Choice theme = new Theme.Choice(depth, null, Background.of(environment), Theme.Variant.STANDARD);
        Tui.run(
                () -> backend,
                new Tui.Setup(
                        "payments-api",
                        look,
                        theme,
                        true,
                        Manner.USUAL,
                        true,
                        Path.of(arguments[1]),
                        clock,
                        KeyMap.DEFAULT,
                        List.of()));
        System.out.println("left: " + backend.calls());
    }

    /// The fixtures' day, going on at the speed of ours.
    private static InstantSource shifted() {
        long offset = Boards.NOW.toEpochMilli() - System.currentTimeMillis();
        return () -> Instant.ofEpochMilli(System.currentTimeMillis() + offset);
    }

    /// A clock that breaks once the screen is up.
    private static InstantSource failing() {
        AtomicInteger questions = new AtomicInteger();
        InstantSource sound = shifted();
        return () -> {
            if (questions.incrementAndGet() > 40) {
                throw new IllegalStateException("the clock has stopped");
            }
            return sound.instant();
        };
    }

    private static void move(MemoryBackend backend, InstantSource clock, int turn) {
        OutputLine line = switch (turn % 4) {
            case 0 -> new OutputLine(Kind.TEXT, SAID.get(turn / 4 % SAID.size()));
            case 1 -> new OutputLine(Kind.TOOL, "Edit src/main/java/pay/LedgerService.java  +41 -18");
            case 2 -> new OutputLine(Kind.RESULT, "  ok, line " + turn);
            default -> new OutputLine(Kind.ERROR, "Bash ./gradlew test --tests LedgerTest  exit 1");
        };
        backend.output(Boards.LEDGER_RUN, List.of(line));
        backend.change(board -> touched(board, clock.instant(), turn));
    }

    private static Board touched(Board board, Instant now, int turn) {
        List<Card> cards = board.column(ColumnKind.RUNNING).cards().stream()
                .map(card -> card.id().equals(Boards.LEDGER_TASK) ? touched(card, now, turn) : card)
                .toList();
        return Boards.with(board, Map.of(ColumnKind.RUNNING, cards));
    }

    private static Card touched(Card card, Instant now, int turn) {
        ActiveRun run = Objects.requireNonNull(card.run());
        ActiveRun next = new ActiveRun(
                run.id(),
                run.kind(),
                run.agent(),
                run.attempt(),
                run.startedAt(),
                now,
                run.usualSilence(),
                41 + turn,
                Cost.sum(run.cost(), new Cost(0.01, CostSource.REPORTED)),
                run.now());
        return new Card(
                card.id(),
                card.title(),
                card.priority(),
                card.complexity(),
                card.epic(),
                card.agent(),
                card.branch(),
                card.since(),
                card.why(),
                card.notes(),
                next);
    }
}

package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Complexity;
import dev.fuel.tui.action.Action;
import dev.fuel.tui.action.Binding;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.action.KeyNames;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.terminal.FrameBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the screen promises, line by line.
///
/// 3 and 8 need the whole program and are in `dev.fuel.cli.AcceptanceInTerminalTest`. 9 is about the database:
/// `dev.fuel.store.MaintainedColumnsProperties` compares the board with what follows from scratch after random
/// histories, and a {@link Board} with a card in two columns cannot be made.
@Timeout(120)
class AcceptanceTest {
    private final MemoryDisplay display = new MemoryDisplay(new Size(120, 35));
    private final MemoryBackend backend = new MemoryBackend(Boards.payments());
    private final AtomicReference<Instant> now = new AtomicReference<>(Boards.NOW);
    private final Loop loop = loop(display);
    private final Thread thread = Thread.ofPlatform().unstarted(loop::run);

    @AfterEach
    void leave() throws InterruptedException {
        loop.leave();
        if (thread.isAlive()) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    /// 1.
    @ParameterizedTest
    @ValueSource(strings = {"dd", "q", "\n\n", "q\ry\nS"})
    void pastingIntoAnyListChangesNothing(String text) throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        for (String view : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")) {
            press(view);
            loop.post(new Message.Input(new InputEvent.Paste(text)));
            display.await("pasted %d characters".formatted(text.length()));
            press("Esc");
            now.updateAndGet(before -> before.plusSeconds(10));
        }
        press("1");

        display.await("[1 Board]");
        assertThat(changes()).isEmpty();
        assertThat(thread.isAlive()).isTrue();
    }

    /// 2.
    @ParameterizedTest
    @ValueSource(strings = {"d", "Enter"})
    void holdingAKeyDownLosesNoWork(String key) throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        for (int repeat = 0; repeat < 90; repeat++) {
            press(key);
            now.updateAndGet(before -> before.plusMillis(33));
        }
        press("Esc", "Esc", "4");
        display.await("[4 Runs]");

        assertThat(changes()).noneMatch(call -> call.startsWith("stop"));
        assertThat(changes()).hasSizeLessThanOrEqualTo(1);
    }

    /// 4.
    @Test
    void twoHundredResizesEndWithTheRightFrameAndTheSameTask() throws InterruptedException {
        thread.start();
        display.await("Split ledger writes");

        for (int turn = 0; turn < 200; turn++) {
            display.resize(new Size(60 + turn % 100, 15 + turn % 40));
            loop.resized();
        }
        display.resize(new Size(80, 24));
        loop.resized();

        String frame = display.await(text -> text.lines().count() == 24, "24 rows");
        assertThat(frame.lines()).allSatisfy(line -> assertThat(line).hasSize(80));
        assertThat(frame).contains(">" + Boards.LEDGER_TASK);
    }

    /// 5.
    @Test
    void theLinesThatAreReadStayInViewWhateverComes() throws InterruptedException {
        display.resize(new Size(80, 24));
        thread.start();
        display.await("[Running 2]");
        press("Enter");
        display.await("No output yet.");
        print(0, 1_000);
        display.await("said 999");
        press("PgUp", "PgUp");
        List<String> read = said(display.await("PAUSED"));

        for (int batch = 0; batch < 300; batch++) {
            print(1_000 + batch * 100, 100);
            if (batch == 150) {
                display.await(frame -> frame.contains("15,1") || frame.contains("of 16,"), "half of it");
            }
        }

        assertThat(said(display.await("30,000 new lines"))).isEqualTo(read).isNotEmpty();
        press("G");
        display.await("said 30999");
    }

    /// 6.
    @Test
    void withoutColourAndWithAsciiEveryStateIsToldApart() {
        Board board = Boards.payments();
        String dump = Screens.of(new Size(200, 60), board)
                .frame(Look.ASCII_MONO)
                .canvas()
                .text();

        assertThat(dump).contains("# Blocked", "o Ready", "> Running", "@ Review", "! Needs you");
        assertThat(dump).matches(text -> text.chars().allMatch(sign -> sign == '\n' || (sign >= ' ' && sign <= '~')));
        String runs = Screens.of(new Size(120, 40), board)
                .press("4")
                .frame(Look.ASCII_MONO)
                .canvas()
                .text();
        assertThat(runs.lines()
                        .filter(line -> line.contains("run-"))
                        .map(line -> line.substring(2, 4).strip()))
                .contains(">", "v", "x");
        Set<String> titles = Stream.of(ColumnKind.values())
                .map(kind -> Canvas.blank(new Size(1, 1), Look.ASCII_MONO).glyph(kind.glyph()) + kind.title())
                .collect(Collectors.toSet());
        assertThat(titles).hasSize(ColumnKind.values().length);
    }

    /// 7.
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "exception"})
    @Tag("tmux")
    void aSignalAndAnExceptionLeaveAUsableShell(String end, @TempDir Path folder) throws Exception {
        Tmux terminal = new Tmux(folder);
        try {
            boolean exception = end.equals("exception");
            String kind = exception ? "crash" : "moving";
            String log = folder.resolve("log").toString();
            terminal.run(folder, Map.of(), "dev.fuel.tui.DemoScreen", kind, log);
            if (exception) {
                terminal.await("the clock has");
            } else {
                terminal.await("Split ledger");
                ProcessHandle screen = process(folder);
                assertThat(new ProcessBuilder("kill", "-" + end, Long.toString(screen.pid()))
                                .start()
                                .waitFor())
                        .isZero();
                screen.onExit().get(Tmux.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            terminal.assertRestored();
        } finally {
            terminal.close();
        }
    }

    /// 10.
    @ParameterizedTest
    @EnumSource(KeyContext.class)
    void everyActionInHelpRunsFromThePalette(KeyContext context) {
        for (Binding binding : KeyMap.DEFAULT.bindings(context)) {
            Action action = binding.action();
            Screens byKey = in(context).press(binding.firstKey());
            Screens byName = in(context);
            boolean other = action.isMovement() || action == Action.PALETTE || action == Action.HELP;
            if (!other && byName.state().keyContext() == context) {
                byName.press(":").type(">" + action.sentence()).press("Enter");
                assertThat(byName.effects()).as(action.id()).isEqualTo(byKey.effects());
                assertThat(byName.state().view())
                        .as(action.id())
                        .isEqualTo(byKey.state().view());
            }
        }
    }

    /// 11.
    @Test
    void oddTitlesMoveNoBorder() {
        String plain = borders("Fix payout rounding");

        for (String title : List.of("世".repeat(300), "family 👩‍👩‍👧 of three", "\u0301 lone mark", "🇩🇪👍🏽1️⃣")) {
            assertThat(borders(title)).isEqualTo(plain);
        }
    }

    /// 12. The loop draws each second, and the first bytes are those of the next key.
    @Test
    void anIdleScreenWritesNothing() throws Exception {
        backend.change(board -> Boards.with(board, Map.of(ColumnKind.RUNNING, List.of())));
        try (FrameBytes terminal = new FrameBytes(display.size())) {
            MemoryDisplay shown = new MemoryDisplay(display.size(), terminal);
            Loop idle = loop(shown);
            Thread drawing = Thread.ofPlatform().start(idle::run);
            try {
                shown.await("Rotate webhook");
                long before = terminal.writes();
                for (int second = 0; second < 10; second++) {
                    now.updateAndGet(instant -> instant.plusSeconds(1));
                    shown.awaitDrawing(() -> idle.post(new Message.Tick()));
                }
                idle.post(new Message.Input(KeyNames.parse("?")));
                shown.await("type to filter");

                assertThat(terminal.writes()).isEqualTo(before + 1);
            } finally {
                idle.leave();
                assertThat(drawing.join(Duration.ofSeconds(10))).isTrue();
            }
        }
    }

    private static ProcessHandle process(Path folder) throws Exception {
        return ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .orElseThrow();
    }

    /// A screen where the context's keys hold.
    private static Screens in(KeyContext context) {
        Screens screens = Screens.of(new Size(120, 40), Boards.withManyItems());
        return switch (context) {
            case BOARD, EVERYWHERE -> screens;
            case LIST -> screens.press("4");
            case INBOX -> screens.press("3");
            case AGENTS -> screens.press("2");
            case TEXT -> screens.press("Enter").withOutput();
            case DIFFERENCE -> screens.send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
        };
    }

    /// Where border signs stand on a board whose second column has a card of that title.
    private static String borders(String title) {
        Board board = Boards.with(
                Boards.payments(),
                Map.of(
                        ColumnKind.READY,
                        List.of(Boards.card("f-00aa01", 1, Complexity.SIMPLE, title, Duration.ofHours(1), title))));
        Size size = new Size(160, 50);
        Canvas canvas = Screens.of(size, board).frame(Look.COLOUR).canvas();
        StringBuilder borders = new StringBuilder();
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                String sign = canvas.graphemeAt(column, row);
                borders.append("│┌┐└┘".contains(sign) && !sign.isEmpty() ? sign : " ");
            }
        }
        return borders.toString();
    }

    private List<String> changes() {
        return backend.calls().stream().filter(call -> !call.startsWith("read")).toList();
    }

    private static List<String> said(String frame) {
        return frame.lines().filter(line -> line.contains("said ")).toList();
    }

    private void print(int from, int count) {
        List<OutputLine> lines = new ArrayList<>();
        IntStream.range(from, from + count)
                .forEach(number -> lines.add(new OutputLine(OutputLine.Kind.TEXT, "said " + number)));
        backend.output(Boards.LEDGER_RUN, lines);
    }

    private void press(String... keys) {
        for (String key : keys) {
            loop.post(new Message.Input(KeyNames.parse(key)));
        }
    }

    private Loop loop(MemoryDisplay shown) {
        AppState opening = AppState.opening(shown.size(), Boards.NOW, "payments-api", true);
        InstantSource clock = now::get;
        return new Loop(backend, shown, clock, KeyMap.DEFAULT, opening);
    }
}

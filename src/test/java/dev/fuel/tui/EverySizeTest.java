package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Complexity;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.difference.Patch;
import dev.fuel.tui.difference.PatchReader;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Paragraph;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever is shown at whatever size: nothing fails, and every row is exactly as wide as the screen.
class EverySizeTest {
    private static final List<String> HOSTILE = List.of(
            "世界".repeat(150),
            "family 👩‍👩‍👧 flag 🇩🇪 keycap 1️⃣ thumb 👍🏽",
            "\u0301 a lone mark, and a\u0301\u0302\u0303\u0304\u0305 stack",
            "tabs\tand\r\ncontrols \u0007\u001b[31m\u0000\u009b",
            "x".repeat(10_000),
            "مرحبا بالعالم שלום \u202Eevil\u202C",
            "\ud83d lone surrogates \udc69",
            "");

    @Test
    void everyViewFitsEverySize() {
        List<Screens> views = views();
        for (int columns = 1; columns <= 200; columns++) {
            for (int rows = 1; rows <= 60; rows++) {
                Screens view = views.get((columns * 7 + rows) % views.size());
                check(view, new Size(columns, rows), (columns + rows) % 2 == 0 ? Look.COLOUR : Look.ASCII_MONO);
            }
        }
    }

    @Test
    void everyViewFitsTheSizesWhereTheLayoutChanges() {
        for (Screens view : views()) {
            for (int columns : new int[] {59, 60, 79, 80, 119, 120, 159, 160, 200}) {
                for (int rows : new int[] {15, 18, 24, 34, 35, 40, 46, 60}) {
                    check(view, new Size(columns, rows), Look.COLOUR);
                }
            }
        }
    }

    private static void check(Screens view, Size size, Look look) {
        view.send(new Message.Resized(size));
        Canvas canvas = view.frame(look).canvas();
        for (int row = 0; row < size.rows(); row++) {
            int cells = 0;
            for (int column = 0; column < size.columns(); column++) {
                String grapheme = canvas.graphemeAt(column, row);
                cells += width(grapheme);
            }
            assertThat(cells).as("row %d at %s", row, size).isEqualTo(size.columns());
        }
    }

    private static int width(String grapheme) {
        if (grapheme.equals(Canvas.CONTINUED)) {
            return 0;
        }
        return grapheme.length() == 1 && grapheme.charAt(0) < 0x7f ? 1 : Width.of(grapheme);
    }

    private static List<Screens> views() {
        Size size = new Size(120, 35);
        Board hostile = hostile();
        List<Screens> views = new ArrayList<>();
        for (Board board : List.of(hostile, Boards.payments(), Board.empty(HOSTILE.getFirst()))) {
            for (String view : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "?", "n", "/", "S", "q")) {
                views.add(Screens.of(size, board).press(view));
            }
        }
        views.add(Screens.of(size, hostile).send(output()));
        views.add(Screens.of(size, hostile).send(output()).press("Tab", "k", "k"));
        views.add(Screens.of(size, hostile).press("Enter").send(output()));
        views.add(Screens.of(size, hostile).press("O").send(output()).press("S-Tab", "k"));
        views.add(Screens.of(size, hostile).press("O", "O", "O").send(output()).press("S-Tab"));
        views.add(Screens.of(size, hostile).press("Enter", "{").send(rawOutput()));
        views.add(Screens.of(size, hostile).press("Enter").send(output()).press("g", "/", "x", "Enter"));
        views.add(Screens.of(size, hostile).press("n").paste(String.join("\n", HOSTILE)));
        views.add(Screens.of(size, hostile)
                .send(new Message.DetailLoaded(new TaskDetail(Boards.LEDGER_TASK, HOSTILE.getFirst(), HOSTILE, null))));
        for (List<String> keys : List.of(
                List.of("k"),
                List.of("w", "G"),
                List.of("Tab"),
                List.of("Tab", "Tab"),
                List.of("l", "l"),
                List.of("/", "x", "Enter"),
                List.of("v", "j", "c"),
                List.of("x"))) {
            views.add(Screens.of(size, hostile)
                    .send(new Message.ReviewLoaded(hostileSubject()))
                    .press(keys.toArray(String[]::new)));
        }
        for (List<String> keys : List.of(List.of("}"), List.of("}", "Tab"), List.of("/", "x", "Enter", "["))) {
            views.add(Screens.of(size, hostile)
                    .press("Enter")
                    .send(output())
                    .press(keys.toArray(String[]::new))
                    .send(new Message.RunLoaded(new RunDetail(
                            Boards.LEDGER_RUN,
                            HOSTILE.stream().map(Paragraph::of).toList(),
                            List.of(),
                            hostilePatch(),
                            ""))));
        }
        views.add(Screens.of(size, hostile).send(new Message.Failed(HOSTILE.get(1), HOSTILE.get(4))));
        views.add(Screens.of(size, hostile).send(new Message.Refused(HOSTILE.get(4))));
        return views;
    }

    private static ReviewSubject hostileSubject() {
        List<Paragraph> lines = HOSTILE.stream().map(Paragraph::of).toList();
        return new ReviewSubject(
                Boards.LEDGER_TASK, HOSTILE.getFirst(), HOSTILE, lines.subList(0, 2), lines, hostilePatch(), "");
    }

    private static Patch hostilePatch() {
        StringBuilder text = new StringBuilder();
        for (String name : HOSTILE) {
            text.append(
                    "diff --git a/f b/f\n--- a/%s\n+++ b/%s\n@@ -999999,9 +1,9 @@ %s\n".formatted(name, name, name));
            HOSTILE.forEach(line ->
                    text.append('-').append(line).append("\n+").append(line).append(" x\n"));
        }
        return PatchReader.read(text.toString(), 12, ForeignText::line);
    }

    private static Message output() {
        return new Message.OutputArrived(new OutputSource(Boards.LEDGER_RUN, false), OutputBatch.of(lines()));
    }

    private static Message rawOutput() {
        return new Message.OutputArrived(new OutputSource(Boards.LEDGER_RUN, true), OutputBatch.of(lines()));
    }

    private static List<OutputLine> lines() {
        return HOSTILE.stream()
                .flatMap(text ->
                        Stream.of(OutputLine.Kind.values()).map(kind -> new OutputLine(kind, ForeignText.line(text))))
                .toList();
    }

    private static Board hostile() {
        Map<ColumnKind, List<Card>> columns = new EnumMap<>(ColumnKind.class);
        int number = 0;
        for (ColumnKind kind : ColumnKind.values()) {
            List<Card> cards = new ArrayList<>();
            for (String text : HOSTILE) {
                number++;
                cards.add(Boards.card(
                        "f-%06x".formatted(number),
                        number % 5,
                        Complexity.SIMPLE,
                        text,
                        Duration.ofDays(40_000),
                        text,
                        text,
                        text));
            }
            columns.put(kind, cards);
        }
        columns.put(ColumnKind.RUNNING, Boards.running());
        return Boards.with(Boards.payments(), columns);
    }
}

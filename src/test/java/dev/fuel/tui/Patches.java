package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.difference.Patch;
import dev.fuel.tui.difference.PatchReader;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.InboxLine;
import dev.fuel.tui.state.Paragraph;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import java.time.Duration;
import java.util.List;

/// Differences for tests and pictures.
public final class Patches {
    static final InboxId ITEM = new InboxId("i-00cc03");
    public static final TaskId PAYOUT = new TaskId("f-0d55aa");

    static final String PAYOUT_TEXT = """
            diff --git a/src/main/java/pay/PayoutCalculator.java b/src/main/java/pay/PayoutCalculator.java
            index 7be21aa..31ff0c2 100644
            --- a/src/main/java/pay/PayoutCalculator.java
            +++ b/src/main/java/pay/PayoutCalculator.java
            @@ -38,13 +38,19 @@ final class PayoutCalculator {
                 Money payout(Sale sale) {
                     BigDecimal gross = sale.gross();
                     BigDecimal fee = fees.of(sale);
                     BigDecimal net = gross.subtract(fee);
            -        return net.setScale(2, RoundingMode.HALF_UP).longValue();
            +        return toMinorUnits(net.setScale(2, RoundingMode.HALF_EVEN), currency);
                 }
            \s
            +    /** Rounds half-even to the minor unit of {@code currency}. */
            +    static long toMinorUnits(BigDecimal amount, Currency currency) {
            +        int digits = currency.getDefaultFractionDigits();
            +        return amount.setScale(digits, RoundingMode.HALF_EVEN).unscaledValue().longValue(); // 円は小数なし
            +    }
            +
                 void settle(Batch batch) {
                     for (Sale sale : batch) {
            -            pay(payout(sale));
            +            pay(payout(sale), sale.currency());
                     }
                 }
             }
            @@ -88,3 +97,4 @@ final class PayoutCalculator {
                 void close() {
            +        ledger.flush();
                     ledger.close();
                 }
            diff --git a/src/main/java/pay/MinorUnits.java b/src/main/java/pay/MinorUnits.java
            new file mode 100644
            index 0000000..a1b2c3d
            --- /dev/null
            +++ b/src/main/java/pay/MinorUnits.java
            @@ -0,0 +1,3 @@
            +package pay;
            +
            +final class MinorUnits {}
            \\ No newline at end of file
            diff --git a/docs/fees.md b/docs/charges.md
            similarity index 90%
            rename from docs/fees.md
            rename to docs/charges.md
            diff --git a/logo.png b/logo.png
            index 1b2c3d4..5e6f7a8 100644
            Binary files a/logo.png and b/logo.png differ
            diff --git a/gradlew b/gradlew
            old mode 100644
            new mode 100755
            """;

    private Patches() {}

    public static Patch payout() {
        return PatchReader.read(PAYOUT_TEXT, 0, ForeignText::line);
    }

    public static ReviewSubject subject(Identifier id) {
        return subject(id, payout());
    }

    public static ReviewSubject subject(Identifier id, Patch patch) {
        return new ReviewSubject(
                id,
                "Fix payout rounding",
                List.of("claude-sonnet run-1980aa", "+84 -12", "5 files"),
                List.of(
                        new Paragraph(
                                Role.OK, "Review by claude-opus, round 1: passed  add a KWD case, it has 3 digits"),
                        new Paragraph(Role.DIM, "Checks: clean_tree passed  commits passed  tests passed")),
                List.of(
                        Paragraph.heading("Agent says"),
                        Paragraph.of("Half-even per FIN-12. I did not touch the CSV export."),
                        Paragraph.empty(),
                        Paragraph.heading("Round 1 by claude-opus: passed"),
                        Paragraph.of("add a KWD case, it has 3 digits"),
                        new Paragraph(Role.OK, "passed  tests: 212 passed in 58 s"),
                        Paragraph.empty(),
                        Paragraph.heading("Commits, newest first"),
                        Paragraph.of("31ff0c2 Tests"),
                        Paragraph.of("a09d1e3 Use half-even"),
                        Paragraph.of("7c1e884 Extract minor units")),
                patch,
                "");
    }

    public static RunDetail run(RunId run) {
        return new RunDetail(
                run,
                List.of(Paragraph.of("# Split ledger writes in two phases"), Paragraph.of("Work in this folder.")),
                List.of(new Paragraph(Role.OK, "passed  tests: 212 passed")),
                payout(),
                "");
    }

    /// The board with an item that asks for a verdict on the payout task.
    public static Board waiting() {
        Board board = Boards.payments();
        InboxLine item = new InboxLine(
                ITEM,
                InboxType.TASK_REVIEW,
                "Fix payout rounding is ready for your look",
                "Its checks have passed.",
                PAYOUT,
                null,
                null,
                Boards.NOW.minus(Duration.ofMinutes(2)),
                true);
        return new Board(
                board.project(),
                board.columns(),
                board.agents(),
                List.of(item),
                board.runs(),
                board.epics(),
                board.events(),
                board.dispatch(),
                board.slotsInUse(),
                board.slots(),
                board.costToday());
    }
}

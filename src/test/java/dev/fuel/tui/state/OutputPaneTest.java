package dev.fuel.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutputPaneTest {
    private static final RunId RUN = new RunId("run-000001");

    @Test
    void atTheEndItFollows() {
        OutputPane pane = pane().append(batch(0, 100));

        assertThat(texts(pane, 20, 3)).containsExactly("line 97", "line 98", "line 99");
        assertThat(texts(pane.append(batch(100, 1)), 20, 3)).containsExactly("line 98", "line 99", "line 100");
    }

    @Test
    void scrollingUpKeepsTheSameLinesWhateverComes() {
        OutputPane pane = pane().append(batch(0, 100)).scroll(-10, 20, 5);
        List<String> before = texts(pane, 20, 5);

        for (int batch = 0; batch < 20; batch++) {
            pane = pane.append(batch(100 + batch * 100, 100));
        }

        assertThat(before).first().isEqualTo("line 85");
        assertThat(texts(pane, 20, 5)).isEqualTo(before);
        assertThat(pane.unseen()).isEqualTo(2000);
    }

    @Test
    void theEndResumesFollowing() {
        OutputPane pane = pane().append(batch(0, 50)).scroll(-4, 20, 5);

        assertThat(pane.follow()).isFalse();
        assertThat(pane.scroll(3, 20, 5).follow()).isFalse();
        assertThat(pane.scroll(4, 20, 5).follow()).isTrue();
    }

    @Test
    void theOldestLinesAreForgottenAndTheNumbersStay() {
        OutputPane pane = pane().append(batch(0, 9_000)).append(batch(9_000, 9_000));

        assertThat(pane.text().tail().lines()).hasSize(OutputLog.CAPACITY);
        assertThat(pane.text().end()).isEqualTo(18_000);
        assertThat(pane.text().tail().first()).isEqualTo(8_000);
    }

    @Test
    void longLinesAreForgottenEarlierSoThatMemoryStaysBounded() {
        String line = "x".repeat(4_000);
        List<OutputLine> lines = Collections.nCopies(5_000, new OutputLine(OutputLine.Kind.TEXT, line));
        OutputLog tail = pane().append(OutputBatch.of(lines)).text().tail();

        assertThat(tail.lines()).hasSize(OutputLog.MOST_CHARACTERS / line.length());
        assertThat(tail.end()).isEqualTo(5_000);
    }

    @Test
    void aLineThatIsReadIsNotForgottenHoweverMuchComes() {
        OutputPane pane = pane().append(batch(0, 10_000)).scroll(-5_000, 20, 5);
        List<String> before = texts(pane, 20, 5);

        for (int batch = 0; batch < 100; batch++) {
            pane = pane.append(batch(10_000 + batch * 1_000, 1_000));
        }

        assertThat(before).first().isEqualTo("line 4995");
        assertThat(texts(pane, 20, 5)).isEqualTo(before);
        assertThat(pane.unseen()).isEqualTo(100_000);
        assertThat(pane.text().stretch().lines()).hasSizeLessThanOrEqualTo(2 * OutputText.REACH);
    }

    @Test
    void theFirstLineIsReadFromTheFileWhenItIsNotInMemory() {
        OutputPane pane = pane().append(batch(0, 30_000)).first();
        assertThat(texts(pane, 20, 1)).isEmpty();

        pane = answered(pane);

        assertThat(texts(pane, 20, 2)).containsExactly("line 0", "line 1");
        assertThat(pane.missing()).isEmpty();
    }

    @Test
    void scrollingUpGoesOnIntoTheFileAndComesBack() {
        OutputPane pane = pane().append(batch(0, 30_000));
        for (int press = 0; press < 600; press++) {
            pane = answered(pane.scroll(-40, 20, 40));
        }
        assertThat(texts(pane, 20, 1)).containsExactly("line 5960");

        for (int press = 0; press < 600; press++) {
            pane = answered(pane.scroll(40, 20, 40));
        }
        assertThat(pane.follow()).isTrue();
    }

    @Test
    void linesThatCannotBeReadAreAskedForOnce() {
        OutputPane pane = pane().append(batch(0, 30_000)).first();

        assertThat(pane.missing()).isPresent();
        assertThat(pane.asking().missing()).isEmpty();
    }

    @Test
    void linesThatAnotherPaneAskedForMoveNobody() {
        OutputPane pane = pane().append(batch(0, 30_000)).scroll(-100, 20, 5);
        OutputPage page = new OutputPage(new OutputLog(0, lines(0, 4_000)), 0);

        assertThat(pane.with(page, 0)).isEqualTo(pane);
    }

    @Test
    void aMatchFarUpIsJumpedToAndCounted() {
        OutputPane pane = pane().append(batch(0, 30_000)).search("line 29");
        assertThat(pane.marks().search().position()).isEqualTo("match 1,000/1,000 ...");

        OutputSearch whole =
                pane.marks().search().whole(new OutputMatches("line 29", List.of(29L, 290L, 29_999L), 1_111, 30_000));
        pane = answered(pane.found(whole.at(0), 10));

        assertThat(whole.position()).isEqualTo("match 1,111/1,111");
        assertThat(pane.marks().search().position()).isEqualTo("match 1,109/1,111");
        assertThat(texts(pane, 20, 3)).last().isEqualTo("line 29");
    }

    @Test
    void newLinesWithTheWordsAreMatchesToo() {
        OutputPane pane = pane().append(batch(0, 10)).search("line");

        assertThat(pane.append(batch(10, 5)).marks().search().position()).isEqualTo("match 10/15 ...");
    }

    @Property(tries = 300)
    void noMovementLeavesTheOutput(
            @ForAll @Size(max = 30) List<@IntRange(min = -40, max = 40) Integer> moves,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 12) int height) {
        OutputPane pane = pane().append(batch(0, 30));
        for (int move : moves) {
            pane = pane.scroll(move, width, height);

            assertThat(pane.rows(width, height)).isNotEmpty().hasSizeLessThanOrEqualTo(height);
        }
        assertThat(pane.scroll(100_000, width, height).follow()).isTrue();
    }

    /// The pane after what it misses has been read from the file, if anything.
    private static OutputPane answered(OutputPane pane) {
        return pane.missing().isEmpty()
                ? pane
                : pane.asking()
                        .with(page(pane.missing().getAsLong()), pane.missing().getAsLong());
    }

    private static OutputPage page(long from) {
        int first = (int) Math.max(0, from);
        return new OutputPage(new OutputLog(first, lines(first, 2 * OutputText.REACH)), 0);
    }

    private static OutputPane pane() {
        return OutputPane.of(OutputSource.of(RUN));
    }

    private static OutputBatch batch(int from, int count) {
        return OutputBatch.of(lines(from, count));
    }

    private static List<OutputLine> lines(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new OutputLine(OutputLine.Kind.TEXT, "line " + number))
                .toList();
    }

    private static List<String> texts(OutputPane pane, int width, int height) {
        List<String> texts = new ArrayList<>();
        pane.rows(width, height).forEach(row -> texts.add(row.text()));
        return texts;
    }
}

package dev.fuel.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunId;
import java.util.ArrayList;
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
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 100));

        assertThat(texts(pane, 20, 3)).containsExactly("line 97", "line 98", "line 99");
        assertThat(texts(pane.append(lines(100, 1)), 20, 3)).containsExactly("line 98", "line 99", "line 100");
    }

    @Test
    void scrollingUpKeepsTheSameLinesWhateverComes() {
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 100)).scroll(-10, 20, 5);
        List<String> before = texts(pane, 20, 5);

        for (int batch = 0; batch < 20; batch++) {
            pane = pane.append(lines(100 + batch * 100, 100));
        }

        assertThat(before).first().isEqualTo("line 85");
        assertThat(texts(pane, 20, 5)).isEqualTo(before);
        assertThat(pane.unseen()).isEqualTo(2000);
    }

    @Test
    void theEndResumesFollowing() {
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 50)).scroll(-4, 20, 5);

        assertThat(pane.follow()).isFalse();
        assertThat(pane.scroll(3, 20, 5).follow()).isFalse();
        assertThat(pane.scroll(4, 20, 5).follow()).isTrue();
    }

    @Test
    void theOldestLinesAreForgottenAndTheNumbersStay() {
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 9_000)).append(lines(9_000, 9_000));

        assertThat(pane.log().lines()).hasSize(OutputLog.CAPACITY);
        assertThat(pane.log().end()).isEqualTo(18_000);
        assertThat(texts(pane.first(), 20, 1)).containsExactly("line 8000");
    }

    @Test
    void readingALineThatIsForgottenGoesOnWithTheOldest() {
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 10)).first().append(lines(10, 15_000));

        assertThat(texts(pane, 20, 1)).containsExactly("line 5010");
    }

    @Property(tries = 300)
    void noMovementLeavesTheOutput(
            @ForAll @Size(max = 30) List<@IntRange(min = -40, max = 40) Integer> moves,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 12) int height) {
        OutputPane pane = OutputPane.of(RUN).append(lines(0, 30));
        for (int move : moves) {
            pane = pane.scroll(move, width, height);

            assertThat(pane.rows(width, height)).isNotEmpty().hasSizeLessThanOrEqualTo(height);
        }
        assertThat(pane.scroll(100_000, width, height).follow()).isTrue();
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

package dev.fuel.tui.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.difference.WordDifference.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {
    @Test
    void onlyTheChangedWordsAreMarked() {
        WordDifference words = WordDifference.of("return net.round(HALF_UP);", "return net.round(HALF_EVEN);");

        assertThat(words.removed()).containsExactly(new Span(17, 24));
        assertThat(words.added()).containsExactly(new Span(17, 26));
    }

    @Test
    void linesWithoutMuchInCommonHaveNoMarks() {
        assertThat(WordDifference.of("pay(sale);", "for (Batch batch : all) {")).isEqualTo(WordDifference.NONE);
    }

    @Property(tries = 500)
    void whatIsNotMarkedIsTheSameOnBothSides(@ForAll String before, @ForAll String after) {
        WordDifference words = WordDifference.of(before, after);

        if (!words.equals(WordDifference.NONE)) {
            assertThat(without(before, words.removed())).isEqualTo(without(after, words.added()));
        }
    }

    private static String without(String text, List<Span> spans) {
        StringBuilder rest = new StringBuilder(text);
        spans.reversed().forEach(span -> rest.delete(span.from(), span.to()));
        return rest.toString();
    }
}

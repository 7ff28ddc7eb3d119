package dev.fuel.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.RunScore.Comparison;
import dev.fuel.domain.run.RunScore.Facts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The formula of docs/scores.md.
class RunScoreTest {
    @Test
    void theExamplesOfTheDocumentationAreRight() {
        assertThat(RunScore.of(new Facts(true, 0, 1, usual(), usual(), true, null)))
                .isEqualTo(90);
        assertThat(RunScore.of(new Facts(true, 0, 1, null, null, null, null))).isEqualTo(100);
        assertThat(RunScore.of(new Facts(true, 1, 1, usual(), usual(), null, null)))
                .isEqualTo(56);
        assertThat(RunScore.of(new Facts(true, 0, 3, null, null, null, null))).isEqualTo(90);
        assertThat(RunScore.of(new Facts(true, 0, 1, usual(), usual(), false, null)))
                .isEqualTo(80);
        assertThat(RunScore.of(new Facts(false, 1, 1, usual(), usual(), true, null)))
                .isZero();
        assertThat(RunScore.of(new Facts(false, 1, 1, null, null, null, 5))).isEqualTo(42);
        assertThat(RunScore.of(new Facts(true, 0, 1, null, null, null, 1))).isEqualTo(58);
    }

    @Property(tries = 300)
    void aScoreIsWithinItsBoundsAndEveryBetterFactMakesItNoWorse(
            @ForAll boolean passed,
            @ForAll @IntRange(max = 9) int rounds,
            @ForAll @IntRange(min = 1, max = 9) int attempts,
            @ForAll @DoubleRange(max = 1e9) double actual,
            @ForAll @DoubleRange(max = 1e9) double usual,
            @ForAll boolean approved,
            @ForAll @IntRange(min = 1, max = 5) int rating) {
        Comparison comparison = new Comparison(actual, usual);
        int score = RunScore.of(new Facts(passed, rounds, attempts, comparison, comparison, approved, rating));

        assertThat(score).isBetween(0, 100);
        assertThat(RunScore.of(new Facts(true, rounds, attempts, comparison, comparison, approved, rating)))
                .isGreaterThanOrEqualTo(score);
        assertThat(RunScore.of(new Facts(passed, rounds + 1, attempts, comparison, comparison, approved, rating)))
                .isLessThanOrEqualTo(score);
        assertThat(RunScore.of(new Facts(passed, rounds, attempts + 1, comparison, comparison, approved, rating)))
                .isLessThanOrEqualTo(score);
        Comparison dearer = new Comparison(actual * 2, usual);
        assertThat(RunScore.of(new Facts(passed, rounds, attempts, dearer, comparison, approved, rating)))
                .isLessThanOrEqualTo(score);
        assertThat(RunScore.of(new Facts(passed, rounds, attempts, comparison, dearer, approved, rating)))
                .isLessThanOrEqualTo(score);
        assertThat(RunScore.of(new Facts(passed, rounds, attempts, comparison, comparison, true, rating)))
                .isGreaterThanOrEqualTo(score);
        assertThat(RunScore.of(new Facts(passed, rounds, attempts, comparison, comparison, approved, 5)))
                .isGreaterThanOrEqualTo(score);
    }

    private static Comparison usual() {
        return new Comparison(2, 2);
    }
}

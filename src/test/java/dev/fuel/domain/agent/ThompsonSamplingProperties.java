package dev.fuel.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fuel.domain.agent.PassHistory.Cell;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Learns on made-up histories of agents whose true pass rates are known here and nowhere else.
class ThompsonSamplingProperties {
    private static final AgentName STRONG = new AgentName("strong");
    private static final AgentName FAIR = new AgentName("fair");
    private static final AgentName WEAK = new AgentName("weak");
    private static final List<AgentName> AGENTS = List.of(STRONG, FAIR, WEAK);
    private static final int TASKS = 400;

    /// In 400 tasks of four kinds fewer than 60 passes are lost to one who would always have known the best agent
    /// (choosing evenly loses 107), fewer than 16 on average; and the best gets most of the last hundred.
    @Property(tries = 30)
    void theBetterAgentIsFound(@ForAll long seed) {
        List<AgentName> chosen = run(seed, TASKS);
        assertThat(regret(chosen)).isLessThan(60);
        assertThat(times(chosen.subList(TASKS - 100, TASKS), STRONG)).isGreaterThan(60);
    }

    @Example
    void theBetterAgentIsFoundSoonOnAverage() {
        double regret = LongStream.range(0, 50)
                .mapToDouble(seed -> regret(run(seed, TASKS)))
                .average()
                .orElseThrow();
        assertThat(regret).isLessThan(16);
    }

    private static double trueRate(AgentName agent) {
        return agent.equals(STRONG) ? 0.85 : agent.equals(FAIR) ? 0.6 : 0.3;
    }

    private static double regret(List<AgentName> chosen) {
        return chosen.stream()
                .mapToDouble(agent -> trueRate(STRONG) - trueRate(agent))
                .sum();
    }

    @Property(tries = 20)
    void theSameSeedAndHistoryGiveTheSameChoices(@ForAll long seed) {
        assertThat(run(seed, 60)).isEqualTo(run(seed, 60));
    }

    private static List<AgentName> run(long seed, int tasks) {
        SplittableRandom random = new SplittableRandom(seed);
        PassHistory history = PassHistory.NONE;
        List<AgentName> chosen = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            Complexity complexity = task % 2 == 0 ? Complexity.SIMPLE : Complexity.MODERATE;
            TaskType type = task % 4 < 2 ? TaskType.FEATURE : TaskType.BUG;
            PassRate choice = ThompsonSampling.choose(history.rates(AGENTS, complexity, type), random);
            boolean passed = random.nextDouble() < trueRate(choice.agent());
            history = history.with(new Cell(choice.agent(), complexity, type), passed, 0.1);
            chosen.add(choice.agent());
        }
        return chosen;
    }

    @Property(tries = 100)
    void whateverIsDrawnIsARateAndAroundTheMean(
            @ForAll @IntRange(max = 60) int passes, @ForAll @IntRange(max = 60) int misses, @ForAll long seed) {
        PassRate rate = new PassRate(STRONG, passes + 0.3, misses + 0.3, 0, null);
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            double drawn = rate.draw(random);
            assertThat(drawn).isBetween(0.0, 1.0);
            sum += drawn;
        }
        assertThat(sum / 500).isCloseTo(rate.mean(), within(6 * rate.deviation() / Math.sqrt(500)));
    }

    @Example
    void withoutHistoryEverybodyIsTriedAndNobodyIsCondemnedByOneBadStart() {
        PassHistory once = PassHistory.NONE.with(new Cell(WEAK, Complexity.SIMPLE, TaskType.BUG), false, null);
        for (PassHistory history : List.of(PassHistory.NONE, once)) {
            List<AgentName> chosen =
                    draws(history.rates(AGENTS, Complexity.SIMPLE, TaskType.BUG), new SplittableRandom(7), 100);
            assertThat(AGENTS)
                    .allSatisfy(agent -> assertThat(times(chosen, agent)).isGreaterThan(5));
        }
    }

    @Example
    void whoIsEquallyGoodForLessIsChosen() {
        PassHistory history = PassHistory.NONE;
        for (int i = 0; i < 200; i++) {
            history = history.with(new Cell(STRONG, Complexity.SIMPLE, TaskType.BUG), i % 5 > 0, 1.2)
                    .with(new Cell(FAIR, Complexity.SIMPLE, TaskType.BUG), i % 5 > 0, 0.1);
        }
        List<PassRate> rates = history.rates(List.of(STRONG, FAIR), Complexity.SIMPLE, TaskType.BUG);
        assertThat(times(draws(rates, new SplittableRandom(3), 200), FAIR)).isGreaterThan(180);
    }

    @Example
    void whatIsKnownOfAKindCountsMoreThanWhatIsKnownOfTheAgent() {
        PassHistory history = PassHistory.NONE;
        for (int i = 0; i < 40; i++) {
            history = history.with(new Cell(STRONG, Complexity.SIMPLE, TaskType.BUG), true, 0.1)
                    .with(new Cell(STRONG, Complexity.COMPLEX, TaskType.BUG), false, 0.4);
        }
        assertThat(history.rate(new Cell(STRONG, Complexity.COMPLEX, TaskType.DOCS))
                        .mean())
                .isLessThan(0.2);
        assertThat(history.rate(new Cell(STRONG, Complexity.TRIVIAL, TaskType.DOCS))
                        .mean())
                .isCloseTo(0.5, within(0.01));
        assertThat(history.rate(new Cell(STRONG, Complexity.SIMPLE, TaskType.BUG))
                        .words())
                .isEqualTo("strong 0.99 ± 0.02 at $0.10");
        assertThat(history.rate(new Cell(WEAK, Complexity.SIMPLE, TaskType.BUG)).words())
                .isEqualTo("weak 0.50 ± 0.17");
    }

    private static List<AgentName> draws(List<PassRate> rates, SplittableRandom random, int times) {
        List<AgentName> chosen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            chosen.add(ThompsonSampling.choose(rates, random).agent());
        }
        return chosen;
    }

    private static int times(List<AgentName> chosen, AgentName agent) {
        return (int) chosen.stream().filter(agent::equals).count();
    }
}

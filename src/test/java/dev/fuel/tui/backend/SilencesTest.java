package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private static final AgentName AGENT = new AgentName("opus");
    private static final RunId RUN = new RunId("run-000001");

    private final Silences silences = new Silences();
    private Instant now = Instant.parse("2026-03-05T14:00:00Z");

    @Test
    void withoutHistoryTheFixedTimeHolds() {
        silent(19, Duration.ofMinutes(10));

        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void nineteenOfTwentySilencesAreUsual() {
        silent(19, Duration.ofSeconds(90));
        silent(1, Duration.ofMinutes(30));

        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofSeconds(90));
        assertThat(silences.usual(new AgentName("other"))).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void theLivelyAreNotWonderedAtWithinAMinuteAndTheirPaceIsNoSilence() {
        silent(500, Duration.ofSeconds(2));
        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofMinutes(4));

        silent(30, Duration.ofSeconds(10));
        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nobodyKnowsOfASilenceThatNobodyLookedAt() {
        silences.look(RUN, AGENT, now, now);
        for (int look = 0; look < 30; look++) {
            now = now.plus(Duration.ofHours(1));
            silences.look(RUN, AGENT, now, now);
        }

        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void anotherRunBeginsAnew() {
        silences.look(RUN, AGENT, now, now);
        silences.keep(List.of());
        for (int run = 2; run < 40; run++) {
            now = now.plus(Duration.ofHours(1));
            silences.look(new RunId("run-%06x".formatted(run)), AGENT, now, now);
        }

        assertThat(silences.usual(AGENT)).isEqualTo(Duration.ofMinutes(4));
    }

    /// So many silences of that length, looked at until their end.
    private void silent(int times, Duration length) {
        for (int time = 0; time < times; time++) {
            silences.look(RUN, AGENT, now, now.plus(length));
            now = now.plus(length);
            silences.look(RUN, AGENT, now, now);
        }
    }
}

package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Forecast.Prospect;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatWouldStartAndWhyTheRestWouldNotAndChangesNothing() {
        String text = Workshop.plainConfig("").replace("max_concurrent: 4\n", "max_concurrent: 1\n");
        try (var workshop = Workshop.withConfig(folder, text)) {
            TaskId first = workshop.add("First", "commit a.txt one");
            TaskId second = workshop.add("Second", "commit b.txt one");
            TaskId held = workshop.add("Held", "commit c.txt one");
            workshop.store.change(
                    Actor.HUMAN,
                    session -> session.tasks()
                            .change(held)
                            .hold(Hold.PERSON, "not yet")
                            .done());
            long changes = workshop.store.read(session -> session.events().lastSeq());
            Forecast forecast = forecast(workshop, config(text));
            assertThat(forecast.ofReadyTasks())
                    .extracting(prospect -> prospect.task().id(), Prospect::starts)
                    .containsExactly(tuple(first, true), tuple(second, false));
            assertThat(forecast.of(second).reason()).isEqualTo("all 1 slots are taken");
            assertThat(forecast.ofTheRest())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.task()).isEqualTo(held));
            long now = workshop.store.read(session -> session.events().lastSeq());
            assertThat(now).isEqualTo(changes);
        }
    }

    @Test
    void namesEveryAgentThatWasAskedEvenForATaskThatIsNotReady() {
        String text = Workshop.plainConfig("").replace("max_attempts: 2}", "max_attempts: 2, fallback: [other]}")
                + "  other: {driver: command, command: [\"true\"]}\n";
        try (var workshop = Workshop.withConfig(folder, text)) {
            TaskId task = workshop.add("Held", "commit a.txt one");
            Instant later = Instant.parse("2100-01-01T00:00:00Z");
            AgentName fake = new AgentName("fake");
            workshop.store.change(Actor.HUMAN, session -> {
                session.tasks().change(task).hold(Hold.PERSON, "not yet").done();
                session.health().save(new AgentHealth(fake, null, later, 1, later, "network", null, 1, 0, false));
            });
            Prospect prospect = forecast(workshop, config(text)).of(task);
            assertThat(prospect.starts()).isFalse();
            assertThat(prospect.reason()).contains("held");
            assertThat(prospect.route().chosen()).isEqualTo(new AgentName("other"));
            assertThat(prospect.route().fallbackOf()).isEqualTo(fake);
            assertThat(prospect.route().candidates())
                    .extracting(Route.Candidate::verdict)
                    .containsExactly(Route.Verdict.RESTING, Route.Verdict.FREE);
        }
    }

    private static Forecast forecast(Workshop workshop, FuelConfig config) {
        var programs = new ProgramKnowledge(workshop.root, System.getenv(), InstantSource.system());
        return new Forecast(workshop.store, config, ZoneOffset.UTC, programs);
    }

    private static FuelConfig config(String text) {
        return ConfigReader.read(text, "config").require().config();
    }
}

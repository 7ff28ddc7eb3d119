package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.agent.RoutingDecision.Candidate;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCommandTest {
    private static final String AGENTS = """
            primary: mine
            routing: %s
            agents:
              mine: {driver: command, command: [cat], fallback: [other]}
              other: {driver: command, command: [cat]}
            """;

    @TempDir
    Path folder;

    private CommandLine line;

    @BeforeEach
    void makeProject() {
        line = new CommandLine(folder);
    }

    @Test
    void saysWhoGetsATaskAndWhoGotItBeforeAndWhy() {
        line.configure(AGENTS.formatted("learned"));
        String task = line.out("add", "Pay");
        assertThat(line.out("route", task)).contains("passes at the first review: mine 0.50 ± 0.17, other 0.50 ± 0.17");
        line.store(session -> {
            AgentName other = new AgentName("other");
            session.routing()
                    .add(new RoutingDecision(
                            new TaskId(task),
                            null,
                            "primary",
                            List.of(
                                    new Candidate(other, true, "free"),
                                    new Candidate(CommandLine.AGENT, false, "paused by a person")),
                            other,
                            "mine says: it knows the code",
                            null,
                            Instant.EPOCH));
            return true;
        });
        assertThat(line.out("route", task).lines())
                .containsSubsequence(
                        "before, latest first:",
                        "just now, to other (primary): mine says: it knows the code",
                        "  other could: free",
                        "  mine could not: paused by a person");
        assertThat(line.out("route", task, "--json"))
                .contains("\"strategy\":\"learned\"", "\"decisions\":[{\"at\":", "\"in\":false");
    }

    @Test
    void saysThatThePrimaryIsToBeAskedAndWhomItCouldName() {
        line.configure(AGENTS.formatted("primary"));
        String task = line.out("add", "Pay");
        assertThat(line.out("route", task))
                .contains("goes to nobody now: mine is to be asked who should do it", "mine ", "other ");
    }

    @Test
    void routingByAPrimaryThatIsNotThereIsRefused() {
        line.configure("routing: primary\nagents: {mine: {driver: command, command: [cat]}}\n");
        assertThat(line.give("config").exit()).isEqualTo(4);
        assertThat(line.give("config").err()).contains("routing: primary", "primary:");
    }
}

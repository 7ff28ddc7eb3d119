package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Request;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// An initialised project in a folder, the commands given in it, and its real store.
final class CommandLine {
    static final AgentName AGENT = new AgentName("mine");

    final Path folder;
    private Prompt prompt;

    CommandLine(Path folder) {
        this.folder = folder;
        this.prompt = new Prompt(folder);
        assertThat(prompt.give("init").exit()).isZero();
        configure("agents: {mine: {driver: command, command: [cat]}}\n");
    }

    void configure(String yaml) {
        try {
            Files.writeString(folder.resolve(".fuel/config.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Prompt.Ending give(String... words) {
        return prompt.give(words);
    }

    Prompt.Ending giveReading(String input, String... words) {
        return new Prompt(folder).reading(input).give(words);
    }

    Prompt.Ending giveInRun(Run run, String... words) {
        return new Prompt(folder).with("FUEL_RUN_TOKEN", run.token()).give(words);
    }

    /// What a command that succeeds prints, without the last line end.
    String out(String... words) {
        Prompt.Ending ending = give(words);
        assertThat(ending.err()).isEmpty();
        assertThat(ending.exit()).isZero();
        return ending.out().stripTrailing();
    }

    /// The one line that a refused command prints.
    String refusal(String... words) {
        Prompt.Ending ending = give(words);
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.out()).isEmpty();
        return ending.err().stripTrailing();
    }

    <T> T store(Function<Session, T> work) {
        try (Store store = Store.open(folder.resolve(".fuel/agent.db"), InstantSource.system(), new Random(11))) {
            return store.write(Actor.CONSUMER, work);
        }
    }

    /// A run of the agent on the task, as the consumer starts it.
    Run claim(String task) {
        return store(session -> session.tasks()
                .claim(new TaskId(task), NewRun.work(new TaskId(task), AGENT, null))
                .orElseThrow());
    }

    Run run(RunId id) {
        return store(session -> session.runs().get(id));
    }

    List<Request> openRequests() {
        return store(session -> session.requests().open());
    }

    boolean settle(Run run, RunOutcome outcome) {
        return store(session -> session.runs().settle(run.id(), run.token(), outcome));
    }

    Task task(String id) {
        return store(session -> session.tasks().get(new TaskId(id)));
    }
}

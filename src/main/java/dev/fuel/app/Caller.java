package dev.fuel.app;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.store.Store;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who uses Fuel. An agent is not its owner: inside its run it may read, add tasks, link tasks that it added, post to
/// the inbox and say that its own task is done.
public sealed interface Caller {
    /// Names the run in the environment of everything that an agent starts.
    String TOKEN_VARIABLE = "FUEL_RUN_TOKEN";

    /// @throws Refusal if the caller may change nothing
    Actor actor();

    /// The run whose agent is calling; null for a person.
    default @Nullable Run run() {
        return null;
    }

    /// @param act what is about to be done, as it goes on after "may not": `cancel tasks`
    /// @throws Refusal if an agent is calling
    void requirePerson(String act);

    /// @throws Refusal if an agent is calling that did not add the task
    void requireOwn(Task task, String act);

    /// The caller that the environment tells of.
    static Caller of(Map<String, String> environment, Store store, Actor person) {
        String token = environment.getOrDefault(TOKEN_VARIABLE, "");
        if (token.isEmpty()) {
            return new Person(person);
        }
        return store.read(session -> session.runs().byToken(token))
                .<Caller>map(run -> run.status() == RunStatus.RUNNING
                        ? new AgentInRun(run)
                        : new Stranger("%s is over: what it left behind may only read".formatted(run.id())))
                .orElseGet(() -> new Stranger(TOKEN_VARIABLE
                        + " names no run of this project: who carries it may only read; unset it to act as a person"));
    }

    /// A person, at the command line or on a screen.
    record Person(Actor actor) implements Caller {
        @Override
        public void requirePerson(String act) {
            // A person may do everything.
        }

        @Override
        public void requireOwn(Task task, String act) {
            // A person may do everything.
        }
    }

    /// An agent, or a program that it started.
    record AgentInRun(Run run) implements Caller {
        @Override
        public Actor actor() {
            return Actor.agent(run.id());
        }

        @Override
        public void requirePerson(String act) {
            throw refusal(act);
        }

        @Override
        public void requireOwn(Task task, String act) {
            if (!Objects.equals(task.createdBy(), actor().value())) {
                throw refusal(act);
            }
        }

        private Refusal refusal(String act) {
            return new Refusal(
                    "agent_not_allowed",
                    ("%s may not %s: an agent may read, add tasks, link tasks that it added, "
                                    + "post to the inbox, and say that its own task is done")
                            .formatted(run.id(), act));
        }
    }

    /// Somebody with the token of a run that is over or was never one of this project's. May read.
    ///
    /// @param reason why it may do no more, as a line for a person
    record Stranger(String reason) implements Caller {
        @Override
        public Actor actor() {
            throw refusal();
        }

        @Override
        public void requirePerson(String act) {
            throw refusal();
        }

        @Override
        public void requireOwn(Task task, String act) {
            throw refusal();
        }

        private Refusal refusal() {
            return new Refusal("not_a_run", reason);
        }
    }
}

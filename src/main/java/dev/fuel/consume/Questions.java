package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.StartRequest;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Repository;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all questions to the primary have in common: it answers with one JSON object, in a worktree of the question's
/// own whose content is dropped.
final class Questions {
    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final ReviewRooms rooms;
    private final ProgramKnowledge programs;

    Questions(Ground ground, Workspaces workspaces, ReviewRooms rooms) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.rooms = rooms;
        this.programs = new ProgramKnowledge(ground.root(), ground.environment(), ground.clock());
    }

    /// How a question has ended.
    ///
    /// @param tampered whether it has changed the checkout that it was asked in
    record Ended(Evidence evidence, boolean tampered) {
        /// Whether its answer can be looked at.
        boolean isWell() {
            return evidence.outcome().isCompleted() && !tampered;
        }

        /// Why its answer is worth nothing, whatever it says; null if nothing is known against it.
        @Nullable
        String objection(Run run) {
            Outcome outcome = evidence.outcome();
            if (tampered) {
                return "%s has changed the checkout that it was only asked in".formatted(run.agent());
            }
            if (outcome.isCompleted()) {
                return null;
            }
            if (run.stopping() == StopReason.TIMEOUT || run.stopping() == StopReason.STALLED) {
                return "%s has not answered in time".formatted(run.agent());
            }
            if (run.stopping() != null) {
                return "%s was stopped before it could answer".formatted(run.id());
            }
            return "%s has failed to answer: %s"
                    .formatted(run.agent(), RunOutcomes.firstLine(RunOutcomes.words(outcome)));
        }
    }

    static String unreadable(Run run) {
        return "%s has not answered in a form that can be read".formatted(run.agent());
    }

    /// Whether the agent's program can be told the form of its answer, as its help says.
    boolean canBeHeldToSchema(Run run, FuelConfig config) {
        AgentConfig agent = config.agents().get(Objects.requireNonNull(run.agent()));
        if (agent == null) {
            return false;
        }
        var flags = ground.reader(agent.name(), config).schemaFlags();
        Set<String> known = store.read(session -> programs.answer(session, agent))
                .map(AgentProgram::flags)
                .<Set<String>>map(Set::copyOf)
                .orElse(Set.of());
        return !flags.isEmpty() && known.containsAll(flags);
    }

    /// @param head    the commit to look at; null for where new work starts
    /// @param unclear the run before, whose answer could not be read
    /// @param schema  that the answer is held to; null if the program cannot be told
    Preparation preparation(
            Run run,
            @Nullable String head,
            String prompt,
            @Nullable Run unclear,
            @Nullable String schema,
            FuelConfig config) {
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        Workspace room = rooms.open(run, head == null ? base(config) : head, null, config);
        boolean goesOn = unclear != null && unclear.sessionId() != null && driver.canResume();
        Path promptFile = ground.runDirectory(run).prompt();
        StartRequest request = AgentStart.request(
                ground,
                driver,
                run,
                room.path(),
                goesOn && unclear != null ? unclear.sessionId() : null,
                prompt,
                promptFile);
        return Preparation.of(room, driver.prepare(schema == null ? request : request.answering(schema)), prompt);
    }

    /// Beside the loop; may be repeated.
    Ended ended(Run run, @Nullable Integer exitCode, FuelConfig config) {
        Evidence evidence = AgentReading.of(ground, run, exitCode, config).with(null);
        return new Ended(evidence, rooms.close(run));
    }

    static Limits limits(Duration most, FuelConfig config) {
        Limits limits = config.limits();
        return limits.within(most.compareTo(limits.timeout()) < 0 ? most : limits.timeout());
    }

    private @Nullable String base(FuelConfig config) {
        Repository repository = ground.repository();
        String branch = workspaces.baseBranch(config.workspace());
        return repository == null || branch == null
                ? null
                : repository.resolve(branch).orElse(null);
    }
}

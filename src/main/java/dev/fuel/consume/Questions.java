package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.domain.run.Run;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Repository;
import dev.fuel.store.Store;
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
        @Nullable String session = unclear != null && goesOnWith(unclear, run, config) ? unclear.sessionId() : null;
        return AgentStart.preparation(ground, driver, run, room, session, prompt, schema);
    }

    /// Whether the run can go on in the session of the one before, which then knows what it has said.
    boolean goesOnWith(Run unclear, Run run, FuelConfig config) {
        return unclear.id().equals(run.resumedFrom())
                && unclear.sessionId() != null
                && ground.driver(Objects.requireNonNull(run.agent()), config).canResume();
    }

    /// Beside the loop; may be repeated.
    Answered ended(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return rooms.ended(run, exitCode, config);
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

package dev.fuel.app;

import dev.fuel.config.FuelConfig;
import dev.fuel.consume.AgentHealthTracker;
import dev.fuel.consume.Forecast;
import dev.fuel.consume.ProgramKnowledge;
import dev.fuel.consume.Route;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known of the agents' ability to work.
public final class HealthActions {
    private final Project project;
    private final Caller caller;

    public HealthActions(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// How one agent stands.
    ///
    /// @param running how many runs it works on
    /// @param waiting how many tasks would start, could it work
    public record AgentReport(AgentHealth health, AgentCondition condition, int running, int waiting) {
        public AgentName agent() {
            return health.agent();
        }

        /// Why it does not work as usual and what waits for it; empty if all is well.
        public String words(Instant now, ZoneId zone) {
            String why = condition.sentence(now, zone);
            return why.isEmpty() || waiting == 0 ? why : "%s; %s".formatted(why, tasksWait(waiting));
        }

        private static String tasksWait(int tasks) {
            return tasks == 1 ? "1 task waits" : tasks + " tasks wait";
        }
    }

    /// Lets the agent start nothing, or work again. What it works on goes on.
    ///
    /// @throws Refusal if no agent is called so
    public void setPaused(AgentName agent, boolean paused) {
        caller.requirePerson("pause agents");
        if (!project.config().agents().containsKey(agent)) {
            throw new Refusal("unknown_agent", "no agent is named %s: `fuel health` lists them".formatted(agent));
        }
        project.store()
                .change(
                        caller.actor(),
                        session ->
                                session.health().save(session.health().of(agent).withPaused(paused)));
    }

    /// Every configured agent and every other that has ever run, by name.
    public List<AgentReport> reports(FuelConfig config, ZoneId zone) {
        Store store = project.store();
        ProgramKnowledge programs = project.programs();
        Map<AgentName, Integer> waiting = waiting(new Forecast(store, config, zone, programs).ofReadyTasks());
        return store.read(session -> {
            parked(session).forEach((agent, tasks) -> waiting.merge(agent, tasks, Integer::sum));
            Map<AgentName, AgentHealth> health = session.health().all();
            Map<AgentName, Integer> running = running(session);
            SortedSet<AgentName> names = new TreeSet<>(config.agents().keySet());
            names.addAll(health.keySet());
            return names.stream()
                    .map(name -> report(
                            session,
                            health.getOrDefault(name, AgentHealth.unknown(name)),
                            config,
                            programs,
                            running.getOrDefault(name, 0),
                            waiting.getOrDefault(name, 0)))
                    .toList();
        });
    }

    /// Forgets failures, rests and stops, and what the programs said of themselves: the agents may work again at
    /// once, and so do the tasks parked with them.
    public void reset(Collection<AgentName> agents) {
        caller.requirePerson("reset an agent's health");
        project.store().change(caller.actor(), session -> {
            session.programs().forgetAll();
            agents.forEach(agent -> AgentHealthTracker.reset(session, agent));
        });
    }

    private static AgentReport report(
            Session session,
            AgentHealth health,
            FuelConfig config,
            ProgramKnowledge programs,
            int running,
            int waiting) {
        @Nullable
        String objection = config.agent(health.agent())
                .map(agent -> programs.standing(session, agent).objection())
                .orElse(null);
        AgentCondition condition = AgentCondition.of(health, objection, session.now());
        return new AgentReport(health, condition, running, waiting);
    }

    private static Map<AgentName, Integer> running(Session session) {
        Map<AgentName, Integer> running = new HashMap<>();
        for (Run run : session.runs().running()) {
            if (run.agent() != null) {
                running.merge(run.agent(), 1, Integer::sum);
            }
        }
        return running;
    }

    /// The tasks that no agent may start now count for the one that would have got them.
    private static Map<AgentName, Integer> waiting(List<Forecast.Prospect> ready) {
        Map<AgentName, Integer> waiting = new HashMap<>();
        for (Forecast.Prospect prospect : ready) {
            List<Route.Candidate> candidates = prospect.route().candidates();
            if (prospect.route().chosen() == null && !candidates.isEmpty()) {
                waiting.merge(candidates.getFirst().agent(), 1, Integer::sum);
            }
        }
        return waiting;
    }

    private static Map<AgentName, Integer> parked(Session session) {
        Map<AgentName, Integer> parked = new HashMap<>();
        for (ParkedSession each : ParkedSession.all(session)) {
            parked.merge(each.agent(), 1, Integer::sum);
        }
        return parked;
    }
}

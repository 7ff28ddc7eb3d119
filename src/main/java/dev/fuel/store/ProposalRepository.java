package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.ROUTING_PROPOSALS;
import static dev.fuel.store.jooq.Tables.RUNS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.RoutingProposalsRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Who should get a task, as the primary says. One for a task, from its question to its claim, which ends it.
public final class ProposalRepository {
    private final Session session;

    ProposalRepository(Session session) {
        this.session = session;
    }

    public Map<TaskId, RoutingProposal> of(Collection<TaskId> tasks) {
        Map<TaskId, RoutingProposal> proposals = new HashMap<>();
        session.sql()
                .selectFrom(ROUTING_PROPOSALS)
                .where(IdList.in(ROUTING_PROPOSALS.TASK_ID, tasks))
                .forEach(row -> proposals.put(new TaskId(row.getTaskId()), proposal(row)));
        return proposals;
    }

    /// Those whose answer is still to come, also if it is late by now; what must be answered first comes first.
    public List<RoutingProposal> open() {
        return session.sql()
                .selectFrom(ROUTING_PROPOSALS)
                .where(isOpen())
                .orderBy(ROUTING_PROPOSALS.ANSWER_UNTIL, ROUTING_PROPOSALS.TASK_ID)
                .fetch(ProposalRepository::proposal);
    }

    /// The primary is to be asked about the task, if that has not been done since its last claim.
    public void await(TaskId task, Instant until) {
        int added = session.sql()
                .insertInto(ROUTING_PROPOSALS)
                .set(ROUTING_PROPOSALS.TASK_ID, task.value())
                .set(ROUTING_PROPOSALS.ANSWER_UNTIL, until)
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            session.record(task.value(), "route_awaited", null, null, "until " + InstantText.of(until));
        }
    }

    /// The run asks about the task.
    public void asked(TaskId task, RunId run, Set<AgentName> offered) {
        RoutingProposalsRecord changes = new RoutingProposalsRecord();
        changes.setRunId(run.value());
        changes.setOffered(WordSet.ofTexts(RoutingProposal.names(offered)));
        if (change(task, changes)) {
            session.record(task.value(), "route_asked", null, null, run.value());
        }
    }

    /// @return whether the answer was still awaited
    public boolean answer(TaskId task, AgentName agent, String reasoning) {
        RoutingProposalsRecord changes = new RoutingProposalsRecord();
        changes.setAgent(agent.value());
        changes.setReasoning(reasoning);
        boolean changed = change(task, changes);
        if (changed) {
            session.record(task.value(), "route_answered", null, agent.value(), EventDetail.of("why", reasoning));
        }
        return changed;
    }

    /// There will be no answer: the map decides.
    public void giveUp(TaskId task, String why) {
        RoutingProposalsRecord changes = new RoutingProposalsRecord();
        changes.setReasoning(why);
        if (change(task, changes)) {
            session.record(task.value(), "route_given_up", null, null, EventDetail.of("why", why));
        }
    }

    private boolean change(TaskId task, RoutingProposalsRecord changes) {
        return session.sql()
                        .update(ROUTING_PROPOSALS)
                        .set(changes)
                        .where(ROUTING_PROPOSALS.TASK_ID.eq(task.value()), isOpen())
                        .execute()
                > 0;
    }

    /// The last questions that have ended, latest first.
    public List<Run> lastQuestions(int most) {
        return session.sql()
                .selectFrom(RUNS)
                .where(DSL.condition("{0} = 'route'", RUNS.KIND), RUNS.STATUS.ne(RunStatus.RUNNING.word()))
                .orderBy(RUNS.SEQ.desc())
                .limit(most)
                .fetch(Rows::run);
    }

    private static Condition isOpen() {
        return ROUTING_PROPOSALS.AGENT.isNull().and(ROUTING_PROPOSALS.REASONING.isNull());
    }

    private static RoutingProposal proposal(RoutingProposalsRecord row) {
        return new RoutingProposal(
                new TaskId(row.getTaskId()),
                Rows.orNull(row.getRunId(), RunId::new),
                WordSet.parse(row.getOffered()).stream().map(AgentName::new).collect(Collectors.toSet()),
                row.getAnswerUntil(),
                Rows.orNull(row.getAgent(), AgentName::new),
                row.getReasoning());
    }
}

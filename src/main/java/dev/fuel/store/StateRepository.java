package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.PROJECT_STATE;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import java.time.Instant;
import java.util.Optional;

/// Single values of the project.
public final class StateRepository {
    /// What events that are about no single task, epic or run name as their entity.
    static final String PROJECT = "project";

    private static final String PAUSED_AT = "paused_at";
    private static final String PROPOSAL = "proposal:";

    private final Session session;

    StateRepository(Session session) {
        this.session = session;
    }

    /// Whether `fuel pause` is in force: no consumer starts anything.
    public boolean isPaused() {
        return pausedAt().isPresent();
    }

    public Optional<Instant> pausedAt() {
        return find(PAUSED_AT).map(Instant::parse);
    }

    /// @return whether that changed anything
    public boolean pause() {
        if (isPaused()) {
            return false;
        }
        put(PAUSED_AT, InstantText.of(session.now()));
        session.record(PROJECT, "paused", null, "paused", null);
        return true;
    }

    /// @return whether that changed anything
    public boolean unpause() {
        int removed = session.sql()
                .deleteFrom(PROJECT_STATE)
                .where(PROJECT_STATE.NAME.eq(PAUSED_AT))
                .execute();
        if (removed > 0) {
            session.record(PROJECT, "unpaused", "paused", null, null);
        }
        return removed > 0;
    }

    /// The run whose plan for the epic waits for a person.
    public Optional<RunId> proposal(EpicId epic) {
        return find(PROPOSAL + epic.value()).map(RunId::new);
    }

    /// Notes that a plan waits, in place of an earlier one.
    public void propose(EpicId epic, RunId run) {
        put(PROPOSAL + epic.value(), run.value());
        session.record(epic.value(), "plan_proposed", null, null, run.value());
    }

    /// @return whether a plan waited
    public boolean forgetProposal(EpicId epic) {
        int removed = session.sql()
                .deleteFrom(PROJECT_STATE)
                .where(PROJECT_STATE.NAME.eq(PROPOSAL + epic.value()))
                .execute();
        if (removed > 0) {
            session.record(epic.value(), "plan_settled", null, null, null);
        }
        return removed > 0;
    }

    private Optional<String> find(String name) {
        return KeptQueries.get(
                        session.sql(),
                        "state",
                        () -> session.sql()
                                .select(PROJECT_STATE.VALUE)
                                .from(PROJECT_STATE)
                                .where(PROJECT_STATE.NAME.eq(name)),
                        name)
                .fetchFirst(row -> row.value1());
    }

    private void put(String name, String value) {
        session.sql()
                .insertInto(PROJECT_STATE)
                .set(PROJECT_STATE.NAME, name)
                .set(PROJECT_STATE.VALUE, value)
                .onConflict(PROJECT_STATE.NAME)
                .doUpdate()
                .set(PROJECT_STATE.VALUE, value)
                .execute();
    }
}

package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TEST_BASELINES;

import dev.fuel.domain.review.TestBaseline;
import dev.fuel.store.jooq.tables.records.TestBaselinesRecord;
import java.util.Collection;
import java.util.Optional;

/// What the test command found at commits that tasks start from.
public final class BaselineRepository {
    private final Session session;

    BaselineRepository(Session session) {
        this.session = session;
    }

    public Optional<TestBaseline> find(String commit, String command) {
        return session.sql()
                .selectFrom(TEST_BASELINES)
                .where(TEST_BASELINES.COMMIT_HASH.eq(commit), TEST_BASELINES.COMMAND.eq(command))
                .fetchOptional(BaselineRepository::baseline);
    }

    /// Keeps a baseline; the latest of a commit and command replaces the earlier.
    ///
    /// @param outcome `passed`, `failed` or `unavailable`
    public void save(String commit, String command, String outcome, Collection<String> failures) {
        TestBaselinesRecord row = new TestBaselinesRecord();
        row.setCommitHash(commit);
        row.setCommand(command);
        row.setOutcome(outcome);
        row.setFailures(Json.ofTexts(failures));
        row.setAt(session.now());
        session.sql()
                .insertInto(TEST_BASELINES)
                .set(row)
                .onConflict(TEST_BASELINES.COMMIT_HASH, TEST_BASELINES.COMMAND)
                .doUpdate()
                .set(row)
                .execute();
        session.record(StateRepository.PROJECT, "test_baseline", null, outcome, commit);
    }

    private static TestBaseline baseline(TestBaselinesRecord row) {
        return new TestBaseline(
                row.getCommitHash(), row.getCommand(), row.getOutcome(), Json.texts(row.getFailures()), row.getAt());
    }
}

package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TEST_BASELINES;

import dev.fuel.domain.Word;
import dev.fuel.domain.review.TestBaseline;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.store.jooq.tables.records.TestBaselinesRecord;
import java.util.Optional;

/// What the test command found at commits: where tasks start from, and where they came to, which is where others will
/// start from.
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

    /// Keeps what was found; the latest of a commit and command replaces the earlier.
    public void save(String commit, String command, TestFindings found) {
        TestBaselinesRecord row = new TestBaselinesRecord();
        row.setCommitHash(commit);
        row.setCommand(command);
        row.setOutcome(found.ending().word());
        row.setExitCode(found.exitCode());
        row.setReports(found.reports());
        row.setFailures(Json.ofTexts(found.failed()));
        row.setPasses(Json.ofTexts(found.passed()));
        row.setSkips(Json.ofTexts(found.skipped()));
        row.setUnreadable(Json.ofTexts(found.unreadable()));
        row.setRemarks(Json.ofTexts(found.remarks()));
        row.setAt(session.now());
        session.sql()
                .insertInto(TEST_BASELINES)
                .set(row)
                .onConflict(TEST_BASELINES.COMMIT_HASH, TEST_BASELINES.COMMAND)
                .doUpdate()
                .set(row)
                .execute();
        session.record(
                StateRepository.PROJECT, "tests_run", null, found.ending().word(), commit);
    }

    private static TestBaseline baseline(TestBaselinesRecord row) {
        TestFindings found = new TestFindings(
                Word.of(TestFindings.Ending.class, row.getOutcome()),
                row.getExitCode(),
                row.getReports(),
                Json.texts(row.getFailures()),
                Json.texts(row.getPasses()),
                Json.texts(row.getSkips()),
                Json.list(row.getUnreadable()),
                Json.list(row.getRemarks()));
        return new TestBaseline(row.getCommitHash(), row.getCommand(), found, row.getAt());
    }
}

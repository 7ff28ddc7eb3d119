package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.consume.TestComparison.Answer;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.tests.TestVerdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which tests are to be run before the work goes on through the gate.
final class TestPolicy {
    private TestPolicy() {}

    /// @return empty if the tests have said what they have to say, or none are configured
    static Optional<GateStep> next(GateFacts facts) {
        Review review = Objects.requireNonNull(facts.current());
        ReviewSettings settings = facts.config().review();
        if (settings == null
                || settings.tests() == null
                || review.check(Check.TESTS).isPresent()) {
            return Optional.empty();
        }
        Task task = facts.task();
        if (isAnswer(task)) {
            return Optional.of(new GateStep.ConcludeTests(Check.skipped(Check.TESTS, "nothing was changed"), null));
        }
        var comparison = new TestComparison(
                review.head(),
                base(task),
                facts.runs(RunKind.CHECK),
                facts.tested(),
                settings.tests(),
                facts.snapshot().active());
        return Optional.of(
                switch (comparison.next()) {
                    case Answer.Execute execute -> execute(facts, review, execute);
                    case Answer.Wait(String reason) -> new GateStep.Wait(reason, null);
                    case Answer.Known(TestVerdict verdict) ->
                        new GateStep.ConcludeTests(
                                verdict.check(),
                                verdict.isVoid() ? verdict.check().detail() : null);
                    case Answer.Unable(String why) -> new GateStep.CallForHelp(why);
                });
    }

    /// The commit that the work is compared with; null in the shared workspace, which keeps no state from before.
    static @Nullable String base(Task task) {
        return task.branch() == null ? null : task.baseCommit();
    }

    private static boolean isAnswer(Task task) {
        return task.branch() != null && (task.commit() == null || task.commit().equals(task.baseCommit()));
    }

    private static GateStep execute(GateFacts facts, Review review, Answer.Execute execute) {
        Task task = facts.task();
        return SlotPolicy.obstacle(facts)
                .<GateStep>map(wait -> wait)
                .orElseGet(() -> new GateStep.Execute(new NewRun(
                        RunKind.CHECK,
                        task.id(),
                        task.epic(),
                        null,
                        null,
                        null,
                        null,
                        base(task),
                        execute.attempt(),
                        null,
                        review.id(),
                        execute.commit())));
    }
}

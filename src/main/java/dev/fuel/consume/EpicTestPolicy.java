package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.consume.TestComparison.Answer;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.StopReason;
import dev.fuel.gate.tests.TestVerdict;
import java.util.List;
import java.util.Optional;

/// The tests of an epic's work that an agent has made fit onto its base branch: nobody has seen that work yet, so they
/// are run before a person is asked once more. A pure function of what the database says.
final class EpicTestPolicy {
    private EpicTestPolicy() {}

    /// @return what to do before a person can be asked; empty if all that can be known is known
    static Optional<EpicStep> next(EpicFacts facts) {
        return answer(facts).flatMap(answer -> switch (answer) {
            case Answer.Execute execute -> Optional.of(execute(facts, execute));
            case Answer.Wait(String reason) -> Optional.of(new EpicStep.Wait(reason, null));
            case Answer.Known _, Answer.Unable _ -> Optional.empty();
        });
    }

    /// @return what the tests say of the merged work; empty if it was not merged, or no tests are configured
    static Optional<Check> found(EpicFacts facts) {
        return answer(facts).flatMap(answer -> switch (answer) {
            case Answer.Known(TestVerdict verdict) -> Optional.of(verdict.check());
            case Answer.Unable(String why) -> Optional.of(Check.skipped(Check.TESTS, why));
            case Answer.Execute _, Answer.Wait _ -> Optional.empty();
        });
    }

    private static Optional<Answer> answer(EpicFacts facts) {
        ReviewSettings settings = facts.config().review();
        Run merge = facts.resolver();
        if (settings == null || settings.tests() == null || merge == null || merge.headCommit() == null) {
            return Optional.empty();
        }
        List<Run> runs = facts.testsAfter(merge);
        if (runs.stream().anyMatch(run -> run.stopping() == StopReason.PERSON)) {
            return Optional.of(new Answer.Unable("they were stopped by a person"));
        }
        return Optional.of(new TestComparison(
                        merge.headCommit(),
                        merge.baseCommit(),
                        runs,
                        facts.tested(),
                        settings.tests(),
                        facts.snapshot().active())
                .next());
    }

    private static EpicStep execute(EpicFacts facts, Answer.Execute execute) {
        Run merge = facts.resolver();
        return SlotPolicy.obstacle(facts.snapshot(), false, facts.config())
                .<EpicStep>map(wait -> new EpicStep.Wait(wait.reason(), wait.until()))
                .orElseGet(() -> new EpicStep.Execute(new NewRun(
                        RunKind.CHECK,
                        null,
                        facts.epic().id(),
                        null,
                        null,
                        null,
                        null,
                        merge == null ? null : merge.baseCommit(),
                        execute.attempt(),
                        null,
                        null,
                        execute.commit())));
    }
}

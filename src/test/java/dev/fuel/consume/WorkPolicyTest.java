package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.Consequence.AskPermission;
import dev.fuel.consume.Consequence.AwaitAnswer;
import dev.fuel.consume.Consequence.HeldByPerson;
import dev.fuel.consume.Consequence.Park;
import dev.fuel.consume.Consequence.PutBack;
import dev.fuel.consume.Consequence.SendBack;
import dev.fuel.consume.Consequence.StopAgent;
import dev.fuel.consume.Consequence.Submit;
import dev.fuel.consume.Consequence.TryAgain;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkPolicyTest {
    private static final Ending.Work CLEAN_COMMITS = new Ending.Work(2, List.of());
    private static final Ending.Work NOTHING = new Ending.Work(0, List.of());
    private static final Ending.Work DIRTY = new Ending.Work(1, List.of("a.txt"));

    @Test
    void commitsAndACleanTreeGoToTheGate() {
        assertThat(consequence(ended(TaskType.FEATURE, null, CLEAN_COMMITS))).isEqualTo(new Submit());
    }

    @Test
    void theFirstDirtyEndIsANudgeAndTheSecondCountsAsARound() {
        assertThat(consequence(ended(TaskType.FEATURE, null, DIRTY)))
                .isEqualTo(new SendBack("Uncommitted changes were left behind. Commit or discard:\n- a.txt\n", false));
        Ending again =
                new Ending(TaskType.FEATURE, null, null, "", true, false, DIRTY, false, true, null, null, 0, false);
        assertThat(consequence(again))
                .isInstanceOfSatisfying(
                        SendBack.class, back -> assertThat(back.round()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void anAnswerWithoutACommitIsAResultOnlyForResearchDocsAndChores(TaskType type) {
        Consequence consequence = consequence(ended(type, null, NOTHING));
        if (type == TaskType.RESEARCH || type == TaskType.DOCS || type == TaskType.CHORE) {
            assertThat(consequence).isEqualTo(new Submit());
        } else {
            assertThat(consequence)
                    .isEqualTo(new TryAgain(FailureType.NO_WORK, "ended without a commit, saying: last words", true));
        }
    }

    @Test
    void silenceWithoutACommitIsNoWorkForEveryType() {
        Ending silent =
                new Ending(TaskType.CHORE, null, null, "", false, false, NOTHING, false, false, null, null, 0, false);
        assertThat(consequence(silent))
                .isEqualTo(new TryAgain(FailureType.NO_WORK, "ended without a commit, a change or an answer", true));
    }

    @Test
    void aFailureAfterTheAgentSaidDoneDoesNotThrowFinishedWorkAway() {
        Ending crashedAfterDone = new Ending(
                TaskType.BUG,
                null,
                FailureType.CRASH,
                "",
                false,
                true,
                CLEAN_COMMITS,
                false,
                false,
                null,
                null,
                0,
                false);
        assertThat(consequence(crashedAfterDone)).isEqualTo(new Submit());
        Ending doneWithNothing = new Ending(
                TaskType.BUG,
                null,
                FailureType.CRASH,
                "gone",
                false,
                true,
                NOTHING,
                false,
                false,
                null,
                null,
                0,
                false);
        assertThat(consequence(doneWithNothing)).isEqualTo(new TryAgain(FailureType.CRASH, "gone", true));
    }

    @Test
    void whoAskedAndEndedIsNeitherCheckedNorCharged() {
        Ending asked = new Ending(TaskType.BUG, null, null, "", true, true, NOTHING, false, false, null, null, 0, true);
        assertThat(consequence(asked)).isEqualTo(new AwaitAnswer());
        Ending crashed = new Ending(
                TaskType.BUG,
                null,
                FailureType.CRASH,
                "gone",
                false,
                false,
                NOTHING,
                false,
                false,
                null,
                null,
                0,
                true);
        assertThat(consequence(crashed)).isEqualTo(new TryAgain(FailureType.CRASH, "gone", true));
    }

    @Test
    void outsideARepositoryAGoodEndGoesToTheGate() {
        assertThat(consequence(ended(TaskType.FEATURE, null, null))).isEqualTo(new Submit());
    }

    @Test
    void aPersonsStopHoldsAndOurOwnLeavingDoesNot() {
        assertThat(consequence(stopped(StopReason.PERSON))).isEqualTo(new HeldByPerson());
        assertThat(consequence(stopped(StopReason.SHUTDOWN))).isEqualTo(new PutBack());
    }

    @Test
    void failuresLeadWhereTheyShould() {
        Instant reset = Instant.parse("2026-03-01T14:20:00Z");
        assertThat(failed(FailureType.RATE_LIMIT, reset)).isEqualTo(new Park(reset, "words"));
        assertThat(failed(FailureType.AUTH, null)).isEqualTo(new StopAgent(FailureType.AUTH, "words"));
        assertThat(failed(FailureType.BUDGET, null)).isEqualTo(new StopAgent(FailureType.BUDGET, "words"));
        assertThat(failed(FailureType.PERMISSION, null)).isEqualTo(new AskPermission("a tool", "words"));
        assertThat(failed(FailureType.LOST, null)).isEqualTo(new TryAgain(FailureType.LOST, "words", false));
        assertThat(failed(FailureType.TIMEOUT, null)).isEqualTo(new TryAgain(FailureType.TIMEOUT, "words", true));
        assertThat(failed(FailureType.STALLED, null)).isEqualTo(new TryAgain(FailureType.STALLED, "words", true));
        assertThat(failed(FailureType.NETWORK, null)).isEqualTo(new TryAgain(FailureType.NETWORK, "words", true));
    }

    private static Consequence consequence(Ending ending) {
        return WorkPolicy.consequence(ending);
    }

    private static Ending ended(TaskType type, @Nullable FailureType failure, Ending.@Nullable Work work) {
        return new Ending(type, null, failure, "last words", true, false, work, false, false, null, null, 0, false);
    }

    private static Ending stopped(StopReason reason) {
        return new Ending(
                TaskType.FEATURE,
                reason,
                FailureType.CRASH,
                "",
                false,
                false,
                NOTHING,
                false,
                false,
                null,
                null,
                0,
                false);
    }

    private static Consequence failed(FailureType failure, @Nullable Instant reset) {
        return consequence(new Ending(
                TaskType.FEATURE, null, failure, "words", false, false, NOTHING, false, false, reset, null, 0, false));
    }
}

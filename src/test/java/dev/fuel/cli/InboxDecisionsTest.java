package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of item has its actions, each of which does at once what it says or says why not.
class InboxDecisionsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void aRejectedEpicGoesOnWithAFollowUpThatCarriesTheReason() {
        String epic = fuel.out("epic:add", "Ledger");
        fuel.out("done", fuel.out("add", "Split", "-e", epic));
        String outcome = fuel.out("inbox:reject", epic, "Round half-even\nas FIN-12 says");
        String followUp = outcome.substring(outcome.indexOf("f-"), outcome.indexOf("f-") + 8);
        assertThat(outcome).isEqualTo("%s goes on with %s: Change: Round half-even".formatted(epic, followUp));
        assertThat(fuel.task(followUp).description()).contains("Round half-even\nas FIN-12 says");
        assertThat(fuel.out("epics")).contains("in progress");
        assertThat(fuel.refusal("inbox:approve", epic)).contains("not done yet: " + followUp);
        fuel.out("done", followUp);
        assertThat(fuel.out("inbox:approve", epic)).startsWith(epic + " is approved");
        assertThat(fuel.refusal("inbox:reject", epic, "more")).contains("has been approved");
    }

    @Test
    void aQuestionHoldsItsTaskUntilTheAnswerIsInThePrompt() {
        String task = fuel.out("add", "Retry");
        Run run = fuel.claim(task);
        String item = fuel.giveInRun(run, "inbox:post", "Also on 425?", "--question", "-d", "409 is sure.")
                .out()
                .strip();
        assertThat(fuel.task(task).heldBy()).containsExactly(Hold.QUESTION);
        assertThat(fuel.out("inbox:answer", item, "Yes, both"))
                .isEqualTo(task + " gets the answer with its next prompt");
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).note()).isEqualTo("You asked: Also on 425?\nThe answer: Yes, both");
        assertThat(fuel.refusal("inbox:answer", item, "No")).contains(item + " is over: answered: Yes, both");
    }

    @Test
    void aTaskWithTwoQuestionsWaitsForBothAnswers() {
        String task = fuel.out("add", "Retry");
        Run run = fuel.claim(task);
        String first =
                fuel.giveInRun(run, "inbox:post", "First?", "--question").out().strip();
        String second =
                fuel.giveInRun(run, "inbox:post", "Second?", "--question").out().strip();
        assertThat(fuel.out("inbox:answer", first, "1")).contains("waits for another one");
        assertThat(fuel.task(task).heldBy()).containsExactly(Hold.QUESTION);
        fuel.out("inbox:answer", second, "2");
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).note()).contains("First?", "1", "Second?", "2");
    }

    @Test
    void onlyAnAgentAtWorkCanAsk() {
        assertThat(fuel.refusal("inbox:post", "Why?", "--question"))
                .contains("only an agent at work on a task can ask");
    }

    @Test
    void anAgentDecidesNothing() {
        String task = fuel.out("add", "Work");
        Run run = fuel.claim(task);
        String item = fuel.giveInRun(run, "inbox:post", "Hello").out().strip();
        assertThat(fuel.giveInRun(run, "inbox:act", item, "dismiss").err()).contains("is for people");
        assertThat(fuel.out("inbox:act", item, "dismiss")).isEqualTo(item + " is put away");
        assertThat(fuel.give("human").out()).isEmpty();
    }

    @Test
    void anActionThatTheKindDoesNotHaveIsRefusedWithThoseThatItHas() {
        String item = fuel.out("inbox:post", "Look");
        assertThat(fuel.refusal("inbox:act", item, "approve"))
                .isEqualTo("fuel: %s is of kind message, which has no approve: it has dismiss".formatted(item));
        assertThat(fuel.give("inbox:act", item, "explode").err()).contains("unknown action");
        assertThat(fuel.refusal("inbox:act", item, "dismiss", "why")).contains("dismiss takes no text");
    }

    @Test
    void aStuckTaskIsAnsweredWithAFreshBudget() {
        String task = stuck();
        String item = item(task);
        assertThat(fuel.refusal("inbox:act", item, "answer")).contains("answer needs a text");
        fuel.out("inbox:act", item, "answer", "Use the other table");
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).attempts()).isZero();
        assertThat(fuel.task(task).note()).isEqualTo("Use the other table");
    }

    @Test
    void aStuckTaskIsTriedAgainByAnAgentThatExists() {
        fuel.configure("agents: {one: {driver: command, command: [sh]}, two: {driver: command, command: [sh]}}\n");
        String task = stuck();
        assertThat(fuel.refusal("inbox:act", item(task), "retry", "three")).contains("no agent is named three");
        assertThat(fuel.out("inbox:act", item(task), "retry", "two")).isEqualTo(task + " may go on with two");
        assertThat(fuel.task(task).agent()).isEqualTo(new AgentName("two"));
    }

    @Test
    void aPersonTakesOverWhatIsStuckInReview() {
        String task = inReview(InboxType.MERGE_CONFLICT, Hold.MERGE);
        assertThat(fuel.out("inbox:act", item(task), "take-over")).startsWith(task + " is yours");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.give("human").out()).isEmpty();
    }

    @Test
    void anApprovalHoldsForExactlyTheWorkThatWasLookedAt() {
        String task = inReview(InboxType.TASK_REVIEW, Hold.STUCK);
        fuel.store(session ->
                session.tasks().change(new TaskId(task)).commit("a".repeat(40)).done());
        fuel.out("inbox:approve", task);
        assertThat(fuel.task(task).isApproved()).isTrue();
        fuel.store(session ->
                session.tasks().change(new TaskId(task)).commit("b".repeat(40)).done());
        assertThat(fuel.task(task).isApproved()).isFalse();
        assertThat(fuel.refusal("inbox:approve", task)).contains("nothing of %s waits for approve".formatted(task));
    }

    @Test
    void workThatIsSentBackCarriesTheReason() {
        String task = inReview(InboxType.TASK_REVIEW, Hold.STUCK);
        fuel.out("inbox:reject", task, "Name it better");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.NEEDS_WORK);
        assertThat(fuel.task(task).lastReviewIssues()).isEqualTo("A person asks for this:\nName it better");
        Review verdict =
                fuel.store(session -> session.reviews().lastOf(new TaskId(task)).orElseThrow());
        assertThat(verdict.status()).isEqualTo(ReviewStatus.FAILED);
        assertThat(verdict.summary()).isEqualTo("a person asks for changes: Name it better");
    }

    @Test
    void anAgentWithoutALoginWorksAgainAfterAReset() {
        fuel.store(session -> session.inbox()
                .post(new NewInboxItem(InboxType.AUTH, "auth:codex", "codex cannot work", "", null, null, null)));
        String item = fuel.out("human").substring(0, 8);
        assertThat(fuel.out("inbox:act", item, "reset")).isEqualTo("codex may work again");
        assertThat(fuel.give("human").out()).isEmpty();
    }

    @Test
    void aTaskForPeopleIsInTheInboxOnceItsTurnHasCome() {
        String first = fuel.out("add", "Build it");
        String deploy = fuel.out("add", "Deploy it", "-l", "needs-human", "-b", first);
        assertThat(fuel.give("human").out()).isEmpty();
        fuel.out("done", first);
        assertThat(fuel.out("human")).contains("needs human", deploy, "Deploy it");
        assertThat(fuel.out("inbox:act", item(deploy), "release")).isEqualTo(deploy + " may go to an agent");
        assertThat(fuel.out("ready")).contains(deploy);
        fuel.out("update", deploy, "--label", "needs-human");
        assertThat(fuel.out("human")).contains(deploy);
        fuel.out("done", deploy);
        assertThat(fuel.give("human").out()).isEmpty();
    }

    private String stuck() {
        String task = fuel.out("add", "Work");
        fuel.store(session -> {
            session.tasks()
                    .change(new TaskId(task))
                    .countAttempt()
                    .hold(Hold.STUCK, "tried")
                    .done();
            return post(session.tasks().get(new TaskId(task)).id(), InboxType.STUCK, session);
        });
        return task;
    }

    private String inReview(InboxType type, Hold hold) {
        String task = fuel.out("add", "Work");
        fuel.store(session -> {
            TaskId id = new TaskId(task);
            session.tasks().move(id, Move.CLAIM, null);
            session.tasks().move(id, Move.SUBMIT, null);
            session.tasks().change(id).hold(hold, "waits").done();
            return post(id, type, session);
        });
        return task;
    }

    private static Object post(TaskId task, InboxType type, Session session) {
        return session.inbox().post(new NewInboxItem(type, type.word() + ":" + task, "Waits", "", null, task, null));
    }

    private String item(String task) {
        return fuel.store(
                session -> session.inbox().of(new TaskId(task)).getLast().id().value());
    }
}

package dev.fuel.consume;

import dev.fuel.consume.Consequence.AskPermission;
import dev.fuel.consume.Consequence.AwaitAnswer;
import dev.fuel.consume.Consequence.HeldByPerson;
import dev.fuel.consume.Consequence.OutOfBudget;
import dev.fuel.consume.Consequence.Park;
import dev.fuel.consume.Consequence.PutBack;
import dev.fuel.consume.Consequence.SendBack;
import dev.fuel.consume.Consequence.StartAfresh;
import dev.fuel.consume.Consequence.StopAgent;
import dev.fuel.consume.Consequence.Submit;
import dev.fuel.consume.Consequence.TryAgain;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.StopReason;

/// What a finished work run leads to. What counts is what git shows, not what the agent says.
final class WorkPolicy {
    private static final int MOST_FILES_NAMED = 20;

    /// A run that is gone is nobody's fault, until it happens to the same task again and again.
    private static final int MOST_LOST = 2;

    private WorkPolicy() {}

    static Consequence consequence(Ending ending) {
        if (ending.stopping() == StopReason.PERSON) {
            return new HeldByPerson();
        }
        if (ending.stopping() == StopReason.SHUTDOWN) {
            return new PutBack();
        }
        if (ending.endedWell() && ending.asked()) {
            return new AwaitAnswer();
        }
        if (ending.endedWell()) {
            return ending.work() == null ? new Submit() : afterGoodEnd(ending, ending.work());
        }
        if (ending.claimedDone() && ending.work() != null && isFinished(ending.work())) {
            return new Submit();
        }
        if (ending.stopping() == StopReason.BUDGET) {
            return new OutOfBudget(ending.message());
        }
        if (ending.sessionLost()) {
            return new StartAfresh(ending.message());
        }
        return afterFailure(ending, ending.failure() == null ? FailureType.CRASH : ending.failure());
    }

    private static boolean isFinished(Ending.Work work) {
        return work.commits() > 0 && work.dirty().isEmpty();
    }

    private static Consequence afterGoodEnd(Ending ending, Ending.Work work) {
        if (work.commits() == 0 && ending.deniedTool() != null) {
            // To be told to commit what it may not commit would not help it.
            return new AskPermission(ending.deniedTool(), ending.message());
        }
        if (!work.dirty().isEmpty()) {
            return new SendBack(dirtyWords(work), ending.previousEndedDirty());
        }
        if (work.commits() > 0) {
            return new Submit();
        }
        if (ending.answered() && ending.type().mayEndInAnswer()) {
            return new Submit();
        }
        String words = ending.answered()
                ? "ended without a commit, saying: " + ending.message()
                : "ended without a commit, a change or an answer";
        return new TryAgain(FailureType.NO_WORK, words, true);
    }

    private static String dirtyWords(Ending.Work work) {
        StringBuilder words = new StringBuilder("Uncommitted changes were left behind. Commit or discard:\n");
        work.dirty().stream()
                .limit(MOST_FILES_NAMED)
                .forEach(file -> words.append("- ").append(file).append('\n'));
        int more = work.dirty().size() - MOST_FILES_NAMED;
        if (more > 0) {
            words.append("- and ").append(more).append(" more\n");
        }
        return words.toString();
    }

    private static Consequence afterFailure(Ending ending, FailureType failure) {
        return switch (failure) {
            case RATE_LIMIT -> new Park(ending.resetsAt(), ending.message());
            case AUTH, BUDGET -> new StopAgent(failure, ending.message());
            case PERMISSION ->
                new AskPermission(ending.deniedTool() == null ? "a tool" : ending.deniedTool(), ending.message());
            case LOST -> new TryAgain(failure, ending.message(), ending.lostBefore() >= MOST_LOST);
            case NETWORK, TIMEOUT, STALLED, CRASH, NO_WORK ->
                new TryAgain(failure, ending.message(), failure.chargesTask());
        };
    }
}

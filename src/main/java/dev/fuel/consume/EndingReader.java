package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.git.WorkState;
import dev.fuel.store.Session;

/// Puts together what {@link WorkPolicy} decides from: what the run left, and what is known of the runs before it.
final class EndingReader {
    private EndingReader() {}

    static Ending read(Session session, Run run, Task task, Evidence evidence) {
        Outcome outcome = evidence.outcome();
        WorkState work = evidence.work();
        return new Ending(
                task.type(),
                run.stopping(),
                outcome.failure(),
                RunOutcomes.words(outcome),
                outcome.answered(),
                run.claimedDone() != null,
                work == null ? null : new Ending.Work(work.commits().size(), work.dirty()),
                outcome.sessionLost() && run.resumedFrom() != null,
                work != null && !work.isClean() && previousRunLeftDirt(session, run),
                outcome.limitResetsAt(),
                outcome.deniedTools().isEmpty()
                        ? null
                        : outcome.deniedTools().getFirst().tool());
    }

    private static boolean previousRunLeftDirt(Session session, Run run) {
        return Claims.workBefore(session, run)
                .map(previous ->
                        previous.gitStatus() != null && !previous.gitStatus().isEmpty())
                .orElse(false);
    }
}

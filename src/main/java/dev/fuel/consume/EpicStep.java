package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What comes next for an epic as a whole. Every step ends in the database, and the next one follows from there.
sealed interface EpicStep {
    /// Nothing: its tasks are at work, or a person has been asked.
    record Rest() implements EpicStep {}

    /// Nothing can be done now.
    ///
    /// @param reason in words, for a person
    /// @param until  when time alone will end the wait; null if a run or somebody has to
    record Wait(String reason, @Nullable Instant until) implements EpicStep {}

    /// Look at the program of the agent that would have the run, of which nothing is known yet.
    record Look(AgentName agent) implements EpicStep {}

    /// Start a run: the summary, a merge, its tests or a plan.
    record Execute(NewRun run) implements EpicStep {}

    /// All is done: ask a person to approve it.
    ///
    /// @param noSummary why there is no summary; null if there is one
    record Ask(@Nullable String noSummary) implements EpicStep {}

    /// What a person was asked is no longer the question.
    record Withdraw() implements EpicStep {}

    /// A run is at work on what has been decided meanwhile.
    record Stop(RunId run) implements EpicStep {}

    /// There will be no plan; who has asked is told why.
    record RefusePlan(String why) implements EpicStep {}

    /// Nobody can make it fit onto its base branch but a person.
    record HandOverMerge(String why) implements EpicStep {}
}

package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.run.NewRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What comes next for a task in review. Every step ends in the database, and the next one follows from there.
sealed interface GateStep {
    /// Nothing can be done now.
    ///
    /// @param reason in words, for a person
    /// @param until  when time alone will end the wait; null if a run or somebody has to
    record Wait(String reason, @Nullable Instant until) implements GateStep {}

    /// Look at the program of the agent that would have the run, of which nothing is known yet.
    record Look(AgentName agent) implements GateStep {}

    /// A person has been asked and has not answered.
    record WaitForPerson(String reason) implements GateStep {}

    /// Make the deterministic checks at the current head.
    record Examine() implements GateStep {}

    /// Start a run: tests, the reviewer, a merge.
    record Execute(NewRun run) implements GateStep {}

    /// The tests have said what they have to say: put away what running them has left, and keep it.
    ///
    /// @param help why a person must look, if nothing was tested; else null
    record ConcludeTests(Check check, @Nullable String help) implements GateStep {}

    /// A check or the reviewer found something to mend.
    ///
    /// @param issues for the next prompt
    record SendBack(String issues) implements GateStep {}

    /// Nothing that a machine can do will tell what the work is worth.
    record CallForHelp(String why) implements GateStep {}

    /// The machines are content; a person must be, too.
    record AskForSignOff() implements GateStep {}

    /// Bring the work onto its target.
    record Land() implements GateStep {}

    /// It does not fit onto its target, and the attempt to make it fit has failed.
    ///
    /// @param conflict what does not fit
    record HandOverMerge(String conflict) implements GateStep {}
}

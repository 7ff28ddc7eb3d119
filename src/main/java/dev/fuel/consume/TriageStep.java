package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import org.jspecify.annotations.Nullable;

/// What comes next for a task that has used up its attempts. Every step ends in the database.
sealed interface TriageStep {
    /// The primary is at work on its answer, or has given it.
    record Rest() implements TriageStep {}

    /// Look at the program of the primary, of which nothing is known yet.
    record Look(AgentName agent) implements TriageStep {}

    /// Ask the primary.
    ///
    /// @param unclear the run before, whose answer could not be read; null for the first question
    record Ask(AgentName primary, @Nullable RunId unclear) implements TriageStep {}

    /// A person decides, without a proposal.
    ///
    /// @param why there is none; null where none was wanted
    record CallPerson(@Nullable String why) implements TriageStep {}

    /// A person has decided already.
    ///
    /// @param running a run that still asks; null if none does
    record Overtaken(@Nullable RunId running) implements TriageStep {}
}

package dev.fuel.agents;

import java.util.List;
import java.util.Optional;

/// How one agent program is started and understood. A driver is data and a parser; limits, stops and the meaning of
/// an end are the same for all, and are not its business.
public interface Driver {

    /// The program's name or path.
    String program();

    /// How to start it.
    ///
    /// @throws dev.fuel.domain.Refusal if the request asks for what the program cannot do
    Invocation prepare(StartRequest request);

    /// A parser for the output of one run.
    EventParser parser();

    /// Whether an ended session can go on with a further prompt.
    boolean canResume();

    /// How a person goes on with an ended session, in the program's own screen; empty if it has no sessions.
    Optional<Invocation> attach(String session);

    /// Whether a run that ended well always says so with {@link AgentEvent.Finished}; then its absence is a failure
    /// whatever the exit code. Otherwise the exit code alone decides.
    boolean endsWithFinalEvent();

    /// The flags that `--help` of the program must offer.
    List<String> neededFlags();
}

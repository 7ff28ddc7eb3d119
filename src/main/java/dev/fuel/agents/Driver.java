package dev.fuel.agents;

import dev.fuel.domain.run.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How one agent program is started and understood. A driver is data and a parser; limits, stops and the meaning of
/// an end are the same for all, and are not its business.
public interface Driver {

    /// The program's name or path.
    String program();

    /// The model it is started with; null where the choice is left to the program.
    @Nullable
    String model();

    /// How to start a run without a screen. Leaves a file beside the prompt where the program needs one.
    ///
    /// @throws dev.fuel.domain.Refusal if the request asks for what the program cannot do
    Invocation prepare(StartRequest request);

    /// How to open the program's own screen on an ended session, for a person.
    ///
    /// @param writableFolders as in {@link StartRequest#writableFolders}
    /// @throws dev.fuel.domain.Refusal if the program cannot do that
    Invocation attach(String session, List<Path> writableFolders);

    /// A parser for the output of one run.
    EventParser parser();

    /// Whether an ended session can go on with a further prompt.
    boolean canResume();

    /// Whether the output names the session only at its end: a run that is cut off can only be resumed if its
    /// session's id was chosen with {@link StartRequest#newSession}.
    boolean namesSessionLate();

    /// Whether a run that ended well always says so with {@link AgentEvent.Finished}; then its absence is a failure
    /// whatever the exit code. Otherwise the exit code alone decides.
    boolean endsWithFinalEvent();

    /// Whether the exit code goes together with a final event that tells of success.
    boolean canEndWellWith(int exitCode);

    /// What the reported consumption of a resumed run covers.
    UsageScope usageScope();

    /// What the program has consumed, where it leaves that in a file beside the prompt and not in its output;
    /// unknown if there is none.
    ///
    /// @param directory the one that holds {@link StartRequest#promptFile}
    /// @throws java.io.UncheckedIOException if the file exists and cannot be read
    Usage usageLeftIn(Path directory);

    /// The words that make the program list the flags it has.
    List<String> help();

    /// The flags that must be in that list.
    List<String> neededFlags();

    /// The flags that must be in that list besides, for a start with {@link StartRequest#schema}; empty if the
    /// program cannot be told the form of its answer.
    List<String> schemaFlags();

    /// That the program has no key and would wait for one instead of ending, with what to do, in one line; empty if
    /// nothing is known against it.
    ///
    /// @param environment of the program
    Optional<String> missingLogin(Map<String, String> environment);

    /// The oldest version that is known to be as the driver expects it; null if any will do.
    @Nullable
    String oldestVersion();

    /// Tells what exit code and standard error reveal of a failed run, as {@link AgentEvent.Failed},
    /// {@link AgentEvent.Limit} or {@link AgentEvent.SessionLost}; nothing if they reveal nothing. To be asked when
    /// the events leave no explanation.
    ///
    /// @param exitCode 128 + n for signal n
    void explain(int exitCode, ErrorOutput errorOutput, Consumer<AgentEvent> events);
}

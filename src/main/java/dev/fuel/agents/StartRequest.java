package dev.fuel.agents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a driver needs to know to start a run.
///
/// @param prompt     the whole prompt, for programs that take it as an argument
/// @param promptFile the file that holds the same text
/// @param resume     the session to go on with; null for a fresh one
/// @param newSession the id (a UUID) that a fresh session is to have, where the program lets one choose; null leaves
///                   it to the program. The id in the stream is the one that counts
public record StartRequest(
        String prompt,
        Path promptFile,
        @Nullable String resume,
        @Nullable String newSession) {

    /// A fresh session whose id the program chooses.
    public static StartRequest fresh(String prompt, Path promptFile) {
        return new StartRequest(prompt, promptFile, null, null);
    }

    /// The same prompt in a session that exists already.
    public StartRequest resuming(String session) {
        return new StartRequest(prompt, promptFile, session, null);
    }
}

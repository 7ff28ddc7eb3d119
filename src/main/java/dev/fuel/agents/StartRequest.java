package dev.fuel.agents;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a driver needs to know to start a run.
///
/// @param prompt     the whole prompt, for programs that take it as an argument
/// @param promptFile the file that holds the same text
/// @param resume     the session to go on with; null for a fresh one
/// @param newSession the id (a UUID) that a fresh session is to have, where the program lets one choose; null leaves
///                   it to the program. The id in the stream is the one that counts
/// @param writableFolders folders outside the workspace that the agent must be able to write, for programs that fence
///                        it in: the git directories of the workspace, of a linked worktree its own and the common one
/// @param schema     the JSON schema of the object that it is to answer with; null for an answer in any form
public record StartRequest(
        String prompt,
        Path promptFile,
        @Nullable String resume,
        @Nullable String newSession,
        List<Path> writableFolders,
        @Nullable String schema) {
    public StartRequest {
        writableFolders = List.copyOf(writableFolders);
    }

    /// A fresh session whose id the program chooses.
    public static StartRequest fresh(String prompt, Path promptFile) {
        return new StartRequest(prompt, promptFile, null, null, List.of(), null);
    }

    /// The same prompt in a session that exists already.
    public StartRequest resuming(String session) {
        return new StartRequest(prompt, promptFile, session, null, writableFolders, schema);
    }

    /// The same prompt in a fresh session with that id.
    public StartRequest presetting(String session) {
        return new StartRequest(prompt, promptFile, null, session, writableFolders, schema);
    }

    /// The same with these folders to be written.
    public StartRequest writing(List<Path> folders) {
        return new StartRequest(prompt, promptFile, resume, newSession, folders, schema);
    }

    /// The same for an answer of that form.
    public StartRequest answering(String answerSchema) {
        return new StartRequest(prompt, promptFile, resume, newSession, writableFolders, answerSchema);
    }
}

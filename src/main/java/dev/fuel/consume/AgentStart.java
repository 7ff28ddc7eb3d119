package dev.fuel.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.agents.Driver;
import dev.fuel.agents.StartRequest;
import dev.fuel.domain.run.Run;
import dev.fuel.gate.Workspace;
import dev.fuel.git.Repository;
import dev.fuel.git.Worktrees;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent's run is started with, beside its prompt.
final class AgentStart {
    private AgentStart() {}

    /// @param session to go on with; null for a fresh one
    static Preparation preparation(
            Ground ground, Driver driver, Run run, Workspace workspace, @Nullable String session, String prompt) {
        return preparation(ground, driver, run, workspace, session, prompt, null);
    }

    /// @param schema that the answer is held to; null if the program cannot be told, or may say what it likes
    static Preparation preparation(
            Ground ground,
            Driver driver,
            Run run,
            Workspace workspace,
            @Nullable String session,
            String prompt,
            @Nullable String schema) {
        StartRequest request = request(
                ground,
                driver,
                run,
                workspace.path(),
                session,
                prompt,
                ground.runDirectory(run).prompt());
        return Preparation.of(workspace, driver.prepare(schema == null ? request : request.answering(schema)), prompt);
    }

    private static StartRequest request(
            Ground ground,
            Driver driver,
            Run run,
            Path workspace,
            @Nullable String session,
            String prompt,
            Path promptFile) {
        Repository repository = ground.repository();
        StartRequest request = StartRequest.fresh(prompt, promptFile)
                .writing(repository == null ? List.of() : new Worktrees(repository).writtenBy(workspace));
        if (session != null) {
            return request.resuming(session);
        }
        String preset = presetSession(driver, run);
        return preset == null ? request : request.presetting(preset);
    }

    /// The id of the run's session, where it has to be chosen so that it is known if the run is cut off; null where
    /// the program says it in time, or the session is an older one. Always the same for a run, so it need not be
    /// kept.
    static @Nullable String presetSession(Driver driver, Run run) {
        boolean isChosen = driver.namesSessionLate() && run.resumedFrom() == null;
        return isChosen
                ? UUID.nameUUIDFromBytes(("session " + run.token()).getBytes(UTF_8))
                        .toString()
                : null;
    }
}

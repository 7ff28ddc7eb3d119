package dev.fuel.cli;

import dev.fuel.app.Project;
import dev.fuel.domain.Refusal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// `fuel mcp`: the task store for agents that speak the Model Context Protocol.
final class McpCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Project project = invocation.project();
        if (invocation.runToken().isEmpty()) {
            refuseInARunsFolder(project, invocation.directory());
        }
        Map<String, String> environment = new HashMap<>(invocation.environment());
        environment.put("FUEL_PROJECT", project.root().toString());
        invocation.toolServer().serve(invocation.surroundings().with(environment));
        return ExitCode.DONE;
    }

    /// A client that does not pass its environment on would make a person of an agent.
    private static void refuseInARunsFolder(Project project, Path directory) {
        project.store()
                .read(session -> session.runs().running().stream()
                        .filter(run -> run.workspacePath() != null
                                && !run.workspacePath().equals(project.root().toString())
                                && directory.startsWith(run.workspacePath()))
                        .findFirst())
                .ifPresent(run -> {
                    throw new Refusal(
                            "no_token",
                            "%s works in this folder, but its FUEL_RUN_TOKEN is not in the environment: let the client pass it on"
                                    .formatted(run.id()));
                });
    }
}

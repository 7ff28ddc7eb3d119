package dev.fuel.app;

import dev.fuel.agents.Drivers;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.consume.ProgramKnowledge;
import dev.fuel.consume.ProgramStanding;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.store.StoreUnusable;

/// Whether one configured agent can be started: its variables, its program, and the flags that its driver needs. The
/// program is asked anew, whatever was known of it.
final class AgentExamination {
    private final Project project;
    private final AgentConfig agent;
    private final String name;

    AgentExamination(Project project, AgentConfig agent) {
        this.project = project;
        this.agent = agent;
        this.name = "agent " + agent.name();
    }

    Finding examine() {
        String edit = "edit " + project.configFile();
        try {
            var _ = Drivers.of(agent, EnvironmentReferences.resolve(agent, project.environment()), false);
        } catch (Refusal refusal) {
            return Finding.wrong(name, String.valueOf(refusal.getMessage()), "set it, or " + edit);
        }
        ProgramKnowledge programs = project.programs();
        try {
            return switch (programs.askAgain(project.store(), agent)) {
                case ProgramStanding.Unusable(String objection, boolean _) ->
                    Finding.wrong(
                            name,
                            objection,
                            programs.file(agent)
                                    .map(file -> "update " + file + ", or " + edit)
                                    .orElse(edit));
                case ProgramStanding.Fit _, ProgramStanding.Unknown _ ->
                    programs.file(agent)
                            .map(file -> Finding.ok(name, file + version(programs)))
                            .orElseGet(() -> Finding.wrong(
                                    name,
                                    "program not found: " + agent.command().getFirst(),
                                    "put it there and commit it, or set agents.%s.command in %s"
                                            .formatted(agent.name(), project.configFile())));
            };
        } catch (StoreUnusable unusable) {
            return Finding.warning(name, "not asked: its answer cannot be kept", "mend the database first");
        }
    }

    private String version(ProgramKnowledge programs) {
        return project.store()
                .read(session -> programs.answer(session, agent))
                .map(AgentProgram::version)
                .map(number -> ", " + number)
                .orElse("");
    }
}

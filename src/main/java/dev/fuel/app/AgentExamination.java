package dev.fuel.app;

import dev.fuel.agents.AgentDiscovery;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.domain.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether one configured agent can be started: its variables, its program, and the flags that its driver needs.
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
        Driver driver;
        try {
            Map<String, String> variables = EnvironmentReferences.resolve(agent, project.environment());
            driver = Drivers.of(agent, variables, false);
        } catch (Refusal refusal) {
            return Finding.wrong(name, String.valueOf(refusal.getMessage()), "set it, or edit " + project.configFile());
        }
        return program(driver.program())
                .map(program -> answers(driver, program))
                .orElseGet(() -> Finding.wrong(
                        name,
                        "program not found: " + driver.program(),
                        "install it, or set agents.%s.%s in %s"
                                .formatted(
                                        agent.name(),
                                        agent.command().isEmpty() ? "binary" : "command",
                                        project.configFile())));
    }

    private Finding answers(Driver driver, Path program) {
        List<String> flags = driver.neededFlags();
        if (flags.isEmpty()) {
            return Finding.ok(name, program.toString());
        }
        var version = Doctor.ask(project.root(), program.toString(), "--version");
        var help = Doctor.ask(project.root(), program.toString(), "--help");
        if (version.isEmpty() || help.isEmpty() || !help.get().isSuccess()) {
            return Finding.wrong(name, program + " does not start", "run it by hand: " + program + " --help");
        }
        String words = help.get().stdout() + help.get().stderr();
        List<String> missing =
                flags.stream().filter(flag -> !words.contains(flag)).toList();
        String number = version.get().stdout().lines().findFirst().orElse("version unknown");
        return missing.isEmpty()
                ? Finding.ok(name, program + ", " + number)
                : Finding.wrong(
                        name, "%s, %s, lacks %s".formatted(program, number, String.join(", ", missing)), "update it");
    }

    /// A name with a slash is a path from the project's root; any other is looked up on PATH.
    private Optional<Path> program(String word) {
        return word.contains("/")
                ? Optional.of(project.root().resolve(word).normalize())
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                : AgentDiscovery.find(word, project.environment().getOrDefault("PATH", ""));
    }
}

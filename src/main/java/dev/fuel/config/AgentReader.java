package dev.fuel.config;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads `agents:`, and then looks up every agent that the file names anywhere.
final class AgentReader {
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";
    private static final List<String> DRIVERS =
            Arrays.stream(KnownDriver.values()).map(Word::word).toList();

    private final Findings findings;
    private final int maxConcurrent;

    AgentReader(Findings findings, int maxConcurrent) {
        this.findings = findings;
        this.maxConcurrent = maxConcurrent;
    }

    SortedMap<AgentName, AgentConfig> read(Section section) {
        var agents = new TreeMap<AgentName, AgentConfig>();
        for (String key : section.keys()) {
            if (!AgentName.isValid(key)) {
                findings.problem(
                        section.keyPosition(key),
                        "\"%s\" cannot be an agent's name: letters, digits and - _ . are allowed, at most 64"
                                .formatted(key));
                continue;
            }
            int problems = findings.problems().size();
            Section entry = section.section(key);
            Reading reading = reading(new AgentName(key), entry, section.keyPosition(key));
            if (findings.problems().size() == problems) {
                agents.put(new AgentName(key), reading.config());
            }
        }
        findings.checkReferences(section.keys());
        return agents;
    }

    /// An entry is made into a record only after it was found to be right.
    private interface Reading {
        AgentConfig config();
    }

    private Reading reading(AgentName name, Section entry, Position at) {
        String driver = driver(entry, at);
        String model = entry.text("model");
        String binary = entry.text("binary");
        List<String> command = entry.texts("command");
        PromptDelivery prompt = entry.word("prompt", PromptDelivery.class, Defaults.PROMPT);
        List<String> args = entry.texts("args");
        Map<String, String> env = environment(entry.section("env"));
        int concurrent = entry.count("max_concurrent", maxConcurrent);
        int attempts = entry.count("max_attempts", Defaults.MAX_ATTEMPTS);
        List<AgentName> fallback = entry.agents("fallback");
        Autonomy autonomy = entry.word("autonomy", Autonomy.class, Defaults.AUTONOMY);
        String description = entry.text("description", "");
        entry.end();
        checkFitsDriver(name, driver, entry, at);
        if (fallback.contains(name)) {
            findings.problem(
                    entry.keyPosition("fallback"), "agents.%s.fallback names the agent itself".formatted(name));
        }
        return () -> new AgentConfig(
                name,
                driver,
                model,
                binary,
                command,
                prompt,
                args,
                env,
                concurrent,
                attempts,
                fallback,
                autonomy,
                description);
    }

    private String driver(Section entry, Position at) {
        String driver = entry.text("driver");
        YamlNode node = entry.take("driver");
        if (node == null) {
            findings.problem(at, "%s is needed: one of %s".formatted(entry.path("driver"), String.join(", ", DRIVERS)));
        } else if (driver != null && !DRIVERS.contains(driver)) {
            findings.unknown(node.at(), "driver", driver, DRIVERS);
        }
        return driver == null ? "" : driver;
    }

    private void checkFitsDriver(AgentName name, String driver, Section entry, Position at) {
        if (!DRIVERS.contains(driver)) {
            return;
        }
        boolean runsCommand = driver.equals(KnownDriver.COMMAND.word());
        if (runsCommand && entry.take("command") == null) {
            findings.problem(at, "agents.%s.command is needed by the driver command".formatted(name));
        }
        if (runsCommand
                && entry.take("command") instanceof YamlNode.Items words
                && words.nodes().isEmpty()) {
            findings.problem(words.at(), "agents.%s.command is empty".formatted(name));
        }
        for (String key : runsCommand ? List.of("binary", "model") : List.of("command", "prompt")) {
            if (entry.take(key) != null) {
                findings.problem(
                        entry.keyPosition(key), "agents.%s.%s is not for the driver %s".formatted(name, key, driver));
            }
        }
    }

    private Map<String, String> environment(Section section) {
        var variables = new LinkedHashMap<String, String>();
        for (String name : section.keys()) {
            if (!name.matches(VARIABLE) || name.startsWith("FUEL_")) {
                findings.problem(
                        section.keyPosition(name),
                        name.startsWith("FUEL_")
                                ? "the variable %s is set by Fuel itself".formatted(name)
                                : "\"%s\" cannot be a variable's name".formatted(name));
            }
            switch (section.take(name)) {
                case null -> variables.put(name, "");
                case YamlNode.Scalar value -> {
                    variables.put(name, value.text());
                    findings.setting(section.path(name), Secrets.shown(name, value.text()), value.at());
                }
                case YamlNode.Items other -> notText(section.path(name), other);
                case YamlNode.Fields other -> notText(section.path(name), other);
            }
        }
        return variables;
    }

    private void notText(String path, YamlNode found) {
        findings.problem(found.at(), "%s must be a text, not %s".formatted(path, found.kind()));
    }
}

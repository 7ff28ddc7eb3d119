package dev.fuel.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `config.yaml`. Everything that is wrong in it is found in one reading, each with its place.
public final class ConfigReader {
    private static final int LARGEST_BYTES = 256 * 1024;

    private final Findings findings;

    private ConfigReader(String file) {
        this.findings = new Findings(file);
    }

    /// @param file the file to read
    /// @param name what problems call it
    public static ConfigReading read(Path file, String name) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return unusable(name, Position.START, "larger than %d KiB".formatted(LARGEST_BYTES / 1024));
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return unusable(name, Position.START, "cannot be read: " + e);
        }
        try {
            return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), name);
        } catch (CharacterCodingException e) {
            return unusable(name, Position.START, "not UTF-8: " + e.getMessage());
        }
    }

    /// @param text the content of the file
    /// @param name what problems call it
    public static ConfigReading read(String text, String name) {
        if (text.length() > LARGEST_BYTES) {
            return unusable(name, Position.START, "larger than %d KiB".formatted(LARGEST_BYTES / 1024));
        }
        try {
            return new ConfigReader(name).read(YamlParser.parse(text));
        } catch (BadYaml e) {
            return unusable(name, e.at(), String.valueOf(e.getMessage()));
        }
    }

    private static ConfigReading unusable(String name, Position at, String message) {
        return new ConfigReading.Unusable(List.of(new ConfigProblem(name, at, message, null)));
    }

    private ConfigReading read(YamlNode document) {
        Section root = new Section("", document, findings);
        @Nullable AgentName primary = root.agent("primary");
        Routing routing = root.word("routing", Routing.class, Routing.COMPLEXITY);
        if (routing == Routing.PRIMARY && primary == null) {
            findings.problem(
                    root.keyPosition("routing"),
                    "routing: primary asks the agent that primary: names, and it is missing");
        }
        Map<Complexity, AgentName> complexity = complexity(root.section("complexity"));
        int maxConcurrent = root.count("max_concurrent", Defaults.MAX_CONCURRENT);
        Limits limits = limits(root.section("limits"));
        Budget budget = budget(root.section("budget"));
        Triage triage = root.word("triage", Triage.class, Triage.ASK);
        @Nullable ReviewSettings review = new ReviewReader(findings).read(root);
        WorkspaceSettings workspace = workspace(root.section("workspace"));
        NotifySettings notifications = notifications(root.section("notify"));
        UiSettings ui = new UiReader(findings).read(root.section("ui"));
        var agents = new AgentReader(findings, maxConcurrent).read(root.section("agents"));
        root.end();
        if (!findings.problems().isEmpty()) {
            return new ConfigReading.Unusable(findings.problems());
        }
        var config = new FuelConfig(
                primary,
                routing,
                complexity,
                maxConcurrent,
                limits,
                budget,
                triage,
                review,
                workspace,
                notifications,
                ui,
                new TreeMap<>(agents));
        return new ConfigReading.Usable(config, findings.settings());
    }

    private static Map<Complexity, AgentName> complexity(Section section) {
        var map = new EnumMap<Complexity, AgentName>(Complexity.class);
        for (Complexity complexity : Complexity.values()) {
            AgentName agent = section.agent(complexity.word());
            if (agent != null) {
                map.put(complexity, agent);
            }
        }
        section.end();
        return map;
    }

    private static Limits limits(Section section) {
        Limits defaults = Defaults.LIMITS;
        var limits = new Limits(
                section.duration("timeout", defaults.timeout()),
                section.duration("stall", defaults.stall()),
                section.duration("backoff", defaults.backoff()),
                section.duration("max_park", defaults.maxPark()),
                section.count("max_review_rounds", defaults.maxReviewRounds()),
                section.count("review_wip", defaults.reviewWip()),
                section.number("max_load", defaults.maxLoad()));
        section.end();
        return limits;
    }

    private static Budget budget(Section section) {
        var budget = new Budget(
                section.dollars("run_usd"),
                section.dollars("task_usd"),
                section.dollars("epic_usd"),
                section.dollars("day_usd"));
        section.end();
        return budget;
    }

    private static WorkspaceSettings workspace(Section section) {
        WorkspaceSettings defaults = Defaults.WORKSPACE;
        var workspace = new WorkspaceSettings(
                section.word("mode", WorkspaceSettings.Mode.class, defaults.mode()),
                section.text("base"),
                section.text("setup", defaults.setup()),
                section.texts("copy"));
        section.end();
        return workspace;
    }

    private static NotifySettings notifications(Section section) {
        NotifySettings defaults = Defaults.NOTIFY;
        var notifications = new NotifySettings(
                section.flag("bell", defaults.bell()),
                section.flag("desktop", defaults.desktop()),
                section.text("command", defaults.command()));
        section.end();
        return notifications;
    }
}

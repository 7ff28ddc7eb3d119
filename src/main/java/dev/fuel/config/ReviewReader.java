package dev.fuel.config;

import dev.fuel.domain.agent.AgentName;
import java.nio.file.FileSystems;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads `review:`, a map or just the reviewer's name.
final class ReviewReader {
    private final Findings findings;

    ReviewReader(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    ReviewSettings read(Section root) {
        return switch (root.take("review")) {
            case null -> {
                findings.setting("review", "", null);
                yield null;
            }
            case YamlNode.Scalar off
            when off.plain() && isOff(off.text()) -> {
                findings.setting("review", "off", off.at());
                yield null;
            }
            case YamlNode.Scalar _ -> {
                AgentName agent = root.agent("review");
                yield agent == null ? null : new ReviewSettings(agent, Defaults.HUMAN, null, false);
            }
            case YamlNode.Fields _, YamlNode.Items _ -> settings(root.section("review"));
        };
    }

    private ReviewSettings settings(Section section) {
        var settings = new ReviewSettings(
                section.agent("agent"),
                section.word("human", ReviewSettings.Human.class, Defaults.HUMAN),
                tests(section.section("tests"), section.keyPosition("tests"), section.take("tests") != null),
                section.flag("duplication", false));
        section.end();
        return settings;
    }

    private ReviewSettings.@Nullable Tests tests(Section section, Position at, boolean written) {
        String command = section.text("command", "");
        String reports = section.text("reports");
        var timeout = section.duration("timeout", Defaults.TESTS_TIMEOUT);
        section.end();
        if (reports != null && !isGlob(reports)) {
            findings.problem(section.keyPosition("reports"), "review.tests.reports is no glob: " + reports);
        }
        if (command.isBlank()) {
            if (written && !section.keys().contains("command")) {
                findings.problem(at, "review.tests needs a command");
            }
            return null;
        }
        return new ReviewSettings.Tests(command, reports, timeout);
    }

    private static boolean isGlob(String text) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + text) != null;
        } catch (PatternSyntaxException noGlob) {
            return false;
        }
    }

    private static boolean isOff(String text) {
        return text.toLowerCase(Locale.ROOT).matches("false|off|no|none");
    }
}

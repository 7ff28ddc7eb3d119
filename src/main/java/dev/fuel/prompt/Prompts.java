package dev.fuel.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The prompts for agents. A template `NAME.md` in the project's `prompts` folder overrides the built-in one; it is
/// read each time, so that an edit counts at once.
public final class Prompts {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

    private final Path overrides;

    /// @param overrides `.fuel/prompts`; need not exist
    public Prompts(Path overrides) {
        this.overrides = overrides;
    }

    /// What a work prompt is made of.
    ///
    /// @param blockers    what the tasks that it waited for have delivered, as text
    /// @param lastFailure how the attempt before ended, if it failed
    /// @param branch      the branch of its own worktree; null when it works in the project's own folder
    /// @param base        what that branch started from
    public record WorkFacts(
            Task task,
            @Nullable Epic epic,
            String blockers,
            @Nullable String lastFailure,
            @Nullable String branch,
            @Nullable String base) {}

    /// The prompt for a fresh session.
    public String work(WorkFacts facts) {
        return fill("work", facts);
    }

    /// The prompt for a session that goes on.
    public String resume(WorkFacts facts) {
        return fill("resume", facts);
    }

    private String fill(String name, WorkFacts facts) {
        Task task = facts.task();
        Map<String, Object> values = new HashMap<>();
        values.put("id", task.id().value());
        values.put("title", task.title());
        values.put("description", task.description());
        values.put("type", task.type().word());
        values.put("complexity", task.complexity().word());
        put(values, "issues", task.lastReviewIssues());
        put(values, "note", task.note());
        put(values, "epic", facts.epic() == null ? null : facts.epic().title());
        put(
                values,
                "epicDescription",
                facts.epic() == null ? null : facts.epic().description());
        put(values, "blockers", facts.blockers());
        put(values, "lastFailure", facts.lastFailure());
        put(values, "branch", facts.branch());
        put(values, "base", facts.base());
        try {
            return template(name).execute(values);
        } catch (MustacheException e) {
            throw new Refusal(
                    "bad_template", "the prompt template %s.md cannot be used: %s".formatted(name, e.getMessage()));
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    private Template template(String name) {
        Path override = overrides.resolve(name + ".md");
        try {
            if (Files.isRegularFile(override)) {
                return COMPILER.compile(Files.readString(override, UTF_8));
            }
            try (InputStream builtIn = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
                if (builtIn == null) {
                    throw new IllegalStateException("no built-in prompt template " + name);
                }
                return COMPILER.compile(new String(builtIn.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prompt template " + override, e);
        }
    }
}

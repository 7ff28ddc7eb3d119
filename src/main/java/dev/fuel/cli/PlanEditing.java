package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.config.PlanReader;
import dev.fuel.config.PlanReading;
import dev.fuel.config.PlanWriter;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.process.Editor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A plan in the person's own editor. What they have written stays in its file until the tasks are made of it.
final class PlanEditing {
    private final Epic epic;
    private final Path folder;
    private final Path file;
    private final Map<String, String> environment;

    /// @param folder where the file is kept
    PlanEditing(Epic epic, Path folder, Map<String, String> environment) {
        this.epic = epic;
        this.folder = folder;
        this.file = folder.resolve("plan.yaml");
        this.environment = environment;
    }

    /// Puts the plan into the file.
    void begin(ProposedPlan plan) {
        String heading =
                "Plan of %s: %s\nThe tasks are made when you say so after this. blocked_by names keys of this file."
                        .formatted(epic.id(), epic.title());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, PlanWriter.write(plan, heading));
        } catch (IOException e) {
            throw new Refusal("cannot_write", "cannot write %s: %s".formatted(file, e.getMessage()));
        }
    }

    /// Opens the file as it is in `$VISUAL`, `$EDITOR` or vi.
    ///
    /// @throws Refusal if the editor is not there or did not end well; the file stays
    PlanReading edit() {
        int exit;
        try {
            exit = Editor.on(file, folder).run(environment);
        } catch (Refusal missing) {
            throw new Refusal(missing.code(), "%s. %s".formatted(missing.getMessage(), kept()));
        }
        if (exit != 0) {
            throw new Refusal(
                    "editor_failed", "the editor ended with %d: nothing is created. %s".formatted(exit, kept()));
        }
        return read(file);
    }

    /// Where the text is, and how to go on with it.
    String kept() {
        return "The plan is in %s: `fuel epic:plan %s --from %s`".formatted(file, epic.id(), file);
    }

    /// The tasks are made: what they were made of is not needed any more.
    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /// @throws Refusal if there is no such file
    static PlanReading read(Path file) {
        try {
            return PlanReader.read(Files.readString(file, UTF_8), file.toString());
        } catch (IOException e) {
            throw new Refusal("cannot_read", "cannot read %s: %s".formatted(file, e));
        }
    }
}

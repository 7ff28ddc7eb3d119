package dev.fuel.consume;

import dev.fuel.domain.epic.Epic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The plan of an epic, as it goes into prompts.
final class EpicPlan {
    private static final int LONGEST = 20_000;

    private EpicPlan() {}

    /// @param root the project's folder, which the plan must be in
    /// @return null if there is none; one that is gone stops no work
    static @Nullable String read(Path root, @Nullable Epic epic) {
        if (epic == null || epic.planFile() == null) {
            return null;
        }
        Path path = root.resolve(epic.planFile()).normalize();
        if (!path.startsWith(root) || !Files.isRegularFile(path)) {
            return null;
        }
        try {
            String plan = Files.readString(path);
            return plan.length() <= LONGEST ? plan : plan.substring(0, LONGEST) + "…";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plan " + path, e);
        }
    }
}

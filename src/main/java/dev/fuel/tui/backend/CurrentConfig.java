package dev.fuel.tui.backend;

import dev.fuel.app.Project;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// The configuration as its file is now; the last good one while an edit of it cannot be used. The file is read when it
/// has changed, and asked for its time at each look. Safe for any thread.
final class CurrentConfig {
    private final Project project;
    private @Nullable FuelConfig config;
    private String stamp = "";

    CurrentConfig(Project project) {
        this.project = project;
    }

    synchronized FuelConfig get() {
        String now = stamp(project.configFile());
        FuelConfig known = config;
        if (known == null) {
            known = project.config();
        } else if (!now.equals(stamp) && project.readConfig() instanceof ConfigReading.Usable usable) {
            known = usable.config();
        }
        stamp = now;
        config = known;
        return known;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException gone) {
            return "";
        }
    }
}

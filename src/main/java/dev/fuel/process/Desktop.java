package dev.fuel.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The person's desktop, which knows what opens a link. On another machine's terminal there is none.
public final class Desktop {
    private static final Path NOWHERE = new File("/dev/null").toPath();

    private final Path directory;
    private final Map<String, String> environment;
    private final boolean mac;

    /// @param system as `os.name` has it
    public Desktop(Path directory, Map<String, String> environment, String system) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.mac = system.startsWith("Mac");
    }

    /// Whether there is a desktop and it can open links.
    public boolean isThere() {
        return opener().isPresent();
    }

    /// Opens the link and does not wait: what opens it may stay until the person closes it.
    ///
    /// @throws IllegalStateException if there is no desktop
    public void open(String link) {
        Path opener = opener().orElseThrow(() -> new IllegalStateException("there is no desktop here"));
        DetachedProgram.start(List.of(opener.toString(), link), directory, NOWHERE);
    }

    private Optional<Path> opener() {
        boolean screen = mac || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
        return screen && Program.find(mac ? "open" : "xdg-open", directory, environment) instanceof Program.Found found
                ? Optional.of(found.file())
                : Optional.empty();
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}

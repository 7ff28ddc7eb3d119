package dev.fuel.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether somebody sits there. On Linux the name behind the descriptor says it for the price of one readlink;
/// elsewhere the console, which is there only if both input and output are terminals.
public final class Terminal {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Terminal() {}

    public static boolean isInput() {
        return isTerminal(0);
    }

    public static boolean isOutput() {
        return isTerminal(1);
    }

    private static boolean isTerminal(int descriptor) {
        Path link = DESCRIPTORS.resolve(Integer.toString(descriptor));
        try {
            String name = Files.readSymbolicLink(link).toString();
            return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
        }
    }
}

package dev.fuel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.cli.Cli;
import dev.fuel.cli.StandardOutput;
import dev.fuel.cli.Surroundings;
import dev.fuel.cli.Terminal;
import dev.fuel.mcp.TaskServer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The program's entrance, and the only place that ends it.
public final class Fuel {
    private Fuel() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Gives one command and says how it ended.
    static int run(String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("fuel " + Version.NUMBER);
            return 0;
        }
        return new Cli(surroundings(), FullScreen::open, surroundings -> TaskServer.serve(surroundings, Version.NUMBER))
                .run(args);
    }

    private static Surroundings surroundings() {
        boolean terminal = Terminal.isOutput();
        return new Surroundings(
                StandardOutput.open(terminal),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                new FileInputStream(FileDescriptor.in),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                InstantSource.system(),
                new SystemRandom(),
                Terminal.isInput(),
                terminal,
                Optional.ofNullable(System.getProperty("fuel.launcher"))
                        .map(Path::of)
                        .orElse(null));
    }
}

package dev.fuel;

import dev.fuel.cli.Cli;
import dev.fuel.cli.StandardOutput;
import dev.fuel.cli.Surroundings;
import dev.fuel.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// The program's entrance, and the only place that ends it.
public final class Fuel {
    private Fuel() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// The whole program but its end.
    ///
    /// @return the exit code
    static int run(String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("fuel " + Version.NUMBER);
            return 0;
        }
        boolean terminal = Terminal.isOutput();
        PrintStream out = StandardOutput.open(terminal);
        var surroundings = new Surroundings(
                out,
                System.err,
                new FileInputStream(FileDescriptor.in),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                InstantSource.system(),
                new SecureRandom(),
                Terminal.isInput(),
                terminal,
                Optional.ofNullable(System.getProperty("fuel.launcher"))
                        .map(Path::of)
                        .orElse(null));
        return new Cli(surroundings).run(args);
    }
}

package dev.fuel.consume;

import dev.fuel.agents.AgentDiscovery;
import dev.fuel.process.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The real agent programs, installed from npm once per version into a folder that outlives the test.
final class AgentPrograms {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// Where they are kept, with `-Dfuel.realAgents.folder=`; one outside `target` outlives `clean`.
    private static final Path FOLDER = Path.of(System.getProperty("fuel.realAgents.folder", "target/real-agents"))
            .toAbsolutePath();

    private AgentPrograms() {}

    /// A PATH on which the program and its node come first. Skips the test where one of them cannot be had.
    static String pathWith(RealAgent agent) {
        Path node = installed(RealAgent.NODE_PACKAGE, RealAgent.NODE_VERSION, System.getenv("PATH"));
        String withNode = node + File.pathSeparator + System.getenv("PATH");
        return installed(agent.npmPackage, agent.version, withNode) + File.pathSeparator + withNode;
    }

    /// A program of this machine. Skips the test where there is none.
    static Path needed(String program) {
        Optional<Path> found = AgentDiscovery.find(program, System.getenv("PATH"));
        Assumptions.assumeTrue(found.isPresent(), "skipped: there is no %s on PATH".formatted(program));
        return found.orElseThrow();
    }

    private static Path installed(String npmPackage, String version, String path) {
        String wanted = npmPackage + "@" + version;
        Path folder = FOLDER.resolve(wanted.replace('/', '_'));
        Path done = folder.resolve("installed");
        if (!Files.exists(done)) {
            install(wanted, folder, path);
            Workshop.write(done, wanted + "\n");
        }
        return folder.resolve("node_modules/.bin");
    }

    private static void install(String wanted, Path folder, String path) {
        needed("npm");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = List.of(
                "npm", "install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", wanted);
        Command.Result result = new Command(words, folder, Map.of("PATH", path), LIMIT, null).run();
        Assumptions.assumeTrue(
                result.isSuccess(), "skipped: npm cannot install %s: %s".formatted(wanted, result.stderr()));
    }
}

package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.PromptDelivery;
import dev.fuel.domain.agent.AgentName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The recorded runs of real programs, and drivers to read them with.
public final class Recordings {
    private Recordings() {}

    /// A folder or file under the test resources.
    public static Path resource(String name) {
        URL url = Objects.requireNonNull(Recordings.class.getResource("/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path claude(String recording) {
        return resource("transcripts/claude").resolve(recording + ".stdout.jsonl");
    }

    /// The programs that there are recordings of.
    public static List<String> programs() throws IOException {
        return folder("transcripts").map(Path::toString).sorted().toList();
    }

    /// The recordings of a program, sorted.
    static List<String> names(String program) throws IOException {
        return folder("transcripts/" + program)
                .map(Path::toString)
                .filter(name -> name.endsWith(".stdout.jsonl"))
                .map(name -> name.substring(0, name.length() - ".stdout.jsonl".length()))
                .sorted()
                .toList();
    }

    private static Stream<Path> folder(String name) throws IOException {
        try (Stream<Path> files = Files.list(resource(name))) {
            return files.map(Path::getFileName).toList().stream();
        }
    }

    public static AgentConfig agent(String driver, List<String> command, PromptDelivery prompt, Autonomy autonomy) {
        return new AgentConfig(
                new AgentName("mine"),
                driver,
                null,
                null,
                command,
                prompt,
                List.of(),
                Map.of(),
                1,
                3,
                List.of(),
                autonomy,
                "");
    }

    public static Driver claudeDriver() {
        return driver("claude");
    }

    /// @param word of a driver with a program of its own
    public static Driver driver(String word) {
        return Drivers.of(agent(word, List.of(), PromptDelivery.STDIN, Autonomy.FULL), Map.of(), false);
    }

    /// What the end of a run means that has printed this and nothing on standard error.
    public static Outcome outcome(Driver driver, String output, int exitCode) {
        var reading = new RunReading(driver);
        events(driver, output.getBytes(UTF_8), 1 << 16).forEach(reading::accept);
        return reading.outcome(exitCode, null, ErrorOutput.NONE);
    }

    public static Driver commandDriver() {
        return Drivers.of(agent("command", List.of("sh"), PromptDelivery.STDIN, Autonomy.FULL), Map.of(), false);
    }

    /// The events of the bytes, fed in pieces of the given size.
    public static List<AgentEvent> events(Driver driver, byte[] bytes, int piece) {
        var events = new ArrayList<AgentEvent>();
        EventParser parser = driver.parser();
        for (int at = 0; at < bytes.length; at += piece) {
            parser.feed(bytes, at, Math.min(at + piece, bytes.length), events::add);
        }
        parser.end(events::add);
        return events;
    }
}

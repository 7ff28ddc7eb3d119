package dev.fuel.agents;

import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.process.Command;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks an agent's program for its version and its flags. Takes as long as the program does: programs on node need
/// 2 s for each when the machine is busy.
///
/// @param environment added to the inherited one; an empty value removes the variable
/// @param limit       for each of the two questions
public record ProgramInquiry(Path directory, Map<String, String> environment, Duration limit) {
    /// How long a program may take that is not stuck.
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[\\w.+-]*");
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]*");

    public ProgramInquiry {
        environment = Map.copyOf(environment);
    }

    /// @param help  the words that make it list its flags
    /// @param stamp what tells this file from a later one
    public AgentProgram ask(Path file, List<String> help, String stamp, Instant now) {
        String words = String.join(" ", help);
        try {
            Command.Result version = run(file, List.of("--version"));
            Command.Result flags = version.isSuccess() ? run(file, help) : version;
            String asked = file.getFileName() + " " + (version.isSuccess() ? words : "--version");
            return new AgentProgram(
                    file.toString(),
                    words,
                    stamp,
                    version.isSuccess() ? version(version.stdout()) : null,
                    flags.isSuccess() ? flags(flags.stdout() + flags.stderr()) : new TreeSet<>(),
                    flags.isSuccess() ? null : failure(asked, flags),
                    now);
        } catch (UncheckedIOException cannotStart) {
            String problem = String.valueOf(cannotStart.getMessage());
            return new AgentProgram(file.toString(), words, stamp, null, new TreeSet<>(), problem, now);
        }
    }

    private Command.Result run(Path file, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(file.toString()));
        words.addAll(arguments);
        return new Command(words, directory, environment, limit, null).run();
    }

    private String failure(String what, Command.Result result) {
        if (result.exitCode() == Command.Result.TIMED_OUT) {
            return "%s took longer than %d s".formatted(what, Math.max(1, limit.toSeconds()));
        }
        Optional<String> words =
                result.stderr().lines().filter(line -> !line.isBlank()).findFirst();
        return "%s ended with exit %d%s"
                .formatted(
                        what,
                        result.exitCode(),
                        words.map(line -> ": " + CleanText.oneLine(line, 200)).orElse(""));
    }

    private static @Nullable String version(String output) {
        Matcher matcher = VERSION.matcher(CleanText.of(output));
        return matcher.find() ? matcher.group() : null;
    }

    private static SortedSet<String> flags(String help) {
        return FLAG.matcher(CleanText.of(help))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.fuel.agents;

import dev.fuel.process.Command;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a program says of itself when asked for its version and its help.
///
/// @param version      as printed; null if it printed none
/// @param missingFlags needed by its driver and not in its help
/// @param problem      why it could not be asked; null if it could
public record ProgramCheck(
        @Nullable String version,
        List<String> missingFlags,
        @Nullable String problem) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[\\w.+-]*");

    public ProgramCheck {
        missingFlags = List.copyOf(missingFlags);
    }

    /// Asks the program, twice at most.
    ///
    /// @param limit for each of the two; programs on node need 2 s when the machine is busy
    public static ProgramCheck of(String program, List<String> neededFlags, Path directory, Duration limit) {
        try {
            Command.Result version = run(program, "--version", directory, limit);
            if (!version.isSuccess()) {
                return new ProgramCheck(null, List.of(), failure(program + " --version", version, limit));
            }
            if (neededFlags.isEmpty()) {
                return new ProgramCheck(version(version.stdout()), List.of(), null);
            }
            Command.Result help = run(program, "--help", directory, limit);
            if (!help.isSuccess()) {
                return new ProgramCheck(
                        version(version.stdout()), List.of(), failure(program + " --help", help, limit));
            }
            String text = help.stdout() + help.stderr();
            List<String> missing =
                    neededFlags.stream().filter(flag -> !offers(text, flag)).toList();
            return new ProgramCheck(version(version.stdout()), missing, null);
        } catch (UncheckedIOException e) {
            return new ProgramCheck(null, List.of(), e.getMessage());
        }
    }

    public boolean isUsable() {
        return problem == null && missingFlags.isEmpty();
    }

    private static Command.Result run(String program, String flag, Path directory, Duration limit) {
        return new Command(List.of(program, flag), directory, Map.of(), limit, null).run();
    }

    private static String failure(String what, Command.Result result, Duration limit) {
        if (result.exitCode() == Command.Result.TIMED_OUT) {
            return what + " took longer than " + limit.toSeconds() + " s";
        }
        Optional<String> words =
                result.stderr().lines().filter(line -> !line.isBlank()).findFirst();
        return what + " ended with exit " + result.exitCode()
                + words.map(line -> ": " + CleanText.oneLine(line, 200)).orElse("");
    }

    private static @Nullable String version(String output) {
        Matcher matcher = VERSION.matcher(CleanText.of(output));
        return matcher.find() ? matcher.group() : null;
    }

    private static boolean offers(String help, String flag) {
        return Pattern.compile(Pattern.quote(flag) + "(?![\\w-])").matcher(help).find();
    }
}

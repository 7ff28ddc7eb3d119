package dev.fuel.agents;

import dev.fuel.domain.agent.AgentProgram;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a program is what its driver needs. A newer version than the known one is, as long as its help names every
/// flag that the driver uses.
public final class ProgramCheck {
    private static final int MOST_NAMED = 2;

    private ProgramCheck() {}

    /// What stands against starting it, with what to do, in one line; empty if nothing does.
    public static Optional<String> objection(AgentProgram program, List<String> neededFlags, @Nullable String oldest) {
        String name = String.valueOf(Path.of(program.file()).getFileName());
        if (program.problem() != null) {
            return Optional.of("%s: try it by hand".formatted(program.problem()));
        }
        String version = program.version();
        String subject = version == null ? name : name + " " + version;
        List<String> missing = neededFlags.stream()
                .filter(flag -> !program.flags().contains(flag))
                .toList();
        String lacks = lacks(missing);
        if (version != null && oldest != null && isOlder(version, oldest)) {
            return Optional.of("%s is too old: %s; update it"
                    .formatted(subject, missing.isEmpty() ? "Fuel knows it from %s on".formatted(oldest) : lacks));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("%s cannot be driven: %s; update it, or Fuel".formatted(subject, lacks));
    }

    /// Two are enough to see that it is another program, or an old one.
    private static String lacks(List<String> missing) {
        if (missing.size() <= MOST_NAMED + 1) {
            return "no " + String.join(", no ", missing);
        }
        return "no %s and %d more flags"
                .formatted(String.join(", no ", missing.subList(0, MOST_NAMED)), missing.size() - MOST_NAMED);
    }

    /// By the numbers at its beginning: `2.1.330` is older than `2.10`.
    static boolean isOlder(String version, String than) {
        BigInteger[] mine = numbers(version);
        BigInteger[] theirs = numbers(than);
        for (int i = 0; i < theirs.length; i++) {
            BigInteger number = i < mine.length ? mine[i] : BigInteger.ZERO;
            int order = number.compareTo(theirs[i]);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static BigInteger[] numbers(String version) {
        String beginning = version.replaceFirst("[^\\d.].*", "");
        return Arrays.stream(beginning.split("\\."))
                .filter(part -> !part.isEmpty())
                .map(BigInteger::new)
                .toArray(BigInteger[]::new);
    }
}

package dev.fuel.cli;

import dev.fuel.app.Collected;
import dev.fuel.app.Waste;
import dev.fuel.config.DurationText;
import java.time.Duration;
import java.util.Locale;

/// `fuel gc`: removes what nobody needs any more, and says how much that was.
final class GcCommand implements Subcommand {
    private static final Duration OLDER = Duration.ofDays(30);

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .value("--older", "AGE", "files of runs, and what was kept of their work, that ended before: 30d")
                .flag("--dry-run", "only say what would go")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Duration older = arguments.value("--older").map(GcCommand::age).orElse(OLDER);
        boolean dryRun = arguments.has("--dry-run");
        Collected collected = UseCases.of(invocation).garbage().collect(older, dryRun);
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.flag("dry_run", dryRun)
                    .number("bytes", collected.bytes())
                    .objects("removed", collected.waste(), GcCommand::describe)
                    .texts("kept", collected.kept())
                    .text("vacuum_left_out", collected.vacuumLeftOut()));
            return ExitCode.DONE;
        }
        print(output, collected, dryRun);
        return ExitCode.DONE;
    }

    private static void print(Output output, Collected collected, boolean dryRun) {
        String verb = dryRun ? "would remove" : "removed";
        for (Waste.Kind kind : Waste.Kind.values()) {
            var some = collected.waste().stream()
                    .filter(waste -> waste.kind() == kind)
                    .toList();
            if (!some.isEmpty()) {
                long bytes = some.stream().mapToLong(Waste::bytes).sum();
                output.line("%s %s%s".formatted(verb, kind.counted(some.size()), bytes == 0 ? "" : ", " + size(bytes)));
            }
        }
        if (collected.waste().isEmpty()) {
            output.line("nothing to remove");
        } else {
            output.line(Role.BOLD.of("%s in all".formatted(size(collected.bytes()))));
        }
        collected.kept().forEach(kept -> output.line(Role.DIM.of("kept " + kept)));
        if (collected.vacuumLeftOut() != null) {
            output.line(Role.WARN.of(collected.vacuumLeftOut()));
        }
    }

    private static void describe(Json json, Waste waste) {
        json.text("kind", waste.kind().word()).text("name", waste.name()).number("bytes", waste.bytes());
    }

    private static Duration age(String text) {
        return DurationText.parse(text)
                .orElseThrow(() -> new UsageException(
                        "--older must be an age like 30d or 12h, not \"%s\"".formatted(Printable.fit(text, 40))));
    }

    /// `1.4 MB`; with the decimal units of disks.
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        double value = bytes;
        String unit = "";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            if (value < 1_000) {
                break;
            }
            value /= 1_000;
            unit = next;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}

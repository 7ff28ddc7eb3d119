package dev.fuel.cli;

import dev.fuel.app.ExchangeActions;
import dev.fuel.app.ExchangeActions.Source;
import dev.fuel.domain.Refusal;
import dev.fuel.store.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `fuel import [FILE]`: takes in what `fuel export` has written, or other trackers' issues.
final class ImportCommand implements Subcommand {
    private static final String STANDARD_INPUT = "-";

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .optional("FILE")
                .value("--from", "TRACKER", "issues of beads (.beads/issues.jsonl) or github (gh issue list --json …)")
                .flag("--dry-run", "only say what would be new")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        boolean dryRun = invocation.arguments().has("--dry-run");
        Optional<Source> source = Choices.word(invocation.arguments(), "--from", Source.class);
        ExchangeActions exchange = UseCases.of(invocation).exchange();
        try (InputStream in = input(invocation)) {
            if (source.isPresent()) {
                print(invocation, exchange.takeIssues(source.get(), in, dryRun), dryRun);
            } else {
                print(invocation.output(), exchange.takeExport(in, dryRun), dryRun);
            }
        } catch (IOException cause) {
            throw new Refusal("unreadable", "the input cannot be read: " + cause.getMessage());
        }
        return ExitCode.DONE;
    }

    private static InputStream input(Invocation invocation) {
        String file = invocation.arguments().optionalWord(0).orElse(STANDARD_INPUT);
        if (file.equals(STANDARD_INPUT)) {
            if (invocation.surroundings().input()) {
                throw new UsageException("name the file to import, or pipe it in: fuel import FILE");
            }
            return invocation.surroundings().in();
        }
        Path path = invocation.directory().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new Refusal("not_found", "cannot import %s: there is no such file".formatted(file));
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException cause) {
            throw new Refusal("unreadable", "cannot import %s: %s".formatted(file, cause.getMessage()));
        }
    }

    private static void print(Invocation invocation, ExchangeActions.Imported imported, boolean dryRun) {
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.flag("dry_run", dryRun)
                    .number("tasks", imported.tasks())
                    .number("epics", imported.epics())
                    .number("links", imported.links())
                    .number("unchanged", imported.unchanged())
                    .texts("problems", imported.problems()));
            return;
        }
        imported.problems().forEach(invocation::note);
        output.line("%s %,d tasks, %,d epics, %,d links between them%s"
                .formatted(
                        dryRun ? "would import" : "imported",
                        imported.tasks(),
                        imported.epics(),
                        imported.links(),
                        imported.unchanged() == 0 ? "" : "; %,d were here already".formatted(imported.unchanged())));
    }

    private static void print(Output output, Exchange.Taken taken, boolean dryRun) {
        if (output.isJson()) {
            output.json(json -> json.flag("dry_run", dryRun)
                    .object("added", rows -> taken.added().forEach(rows::number))
                    .object("unchanged", rows -> taken.unchanged().forEach(rows::number))
                    .number("lost_runs", taken.lost()));
            return;
        }
        output.line("%s %s".formatted(dryRun ? "would import" : "imported", Counts.words(taken.added())));
        if (!taken.unchanged().isEmpty()) {
            output.line(Role.DIM.of("already here: " + Counts.words(taken.unchanged())));
        }
        if (taken.lost() > 0) {
            output.line(Role.WARN.of("%d %s at work there: lost here, and their tasks may start again"
                    .formatted(taken.lost(), taken.lost() == 1 ? "run was" : "runs were")));
        }
    }
}

package dev.fuel.cli;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One run for a person.
final class RunPage {
    private final Page page;
    private final Instant now;

    RunPage(Output output, Instant now) {
        this.page = new Page(output);
        this.now = now;
    }

    void print(Run run) {
        page.heading(
                run.id().value(), "%s%s".formatted(run.kind().word(), run.task() == null ? "" : " on " + run.task()));
        page.spans("state", States.of(run.status()), Role.BAD.of(RunLine.failure(run)));
        page.field(
                "stopping",
                run.status() == RunStatus.RUNNING && run.stopping() != null
                        ? run.stopping().word()
                        : null);
        page.field("epic", run.epic());
        page.field("agent", run.agent());
        page.field("model", run.model());
        page.field("attempt", run.attempt() > 1 ? run.attempt() : null);
        page.field("started", Ages.of(run.startedAt(), now));
        page.field(run.status() == RunStatus.RUNNING ? "running for" : "took", RunLine.length(run, now));
        page.field("exit code", run.exitCode());
        page.field("process", run.process() == null ? null : run.process().pid());
        page.field("session", run.sessionId());
        page.field("resumed", run.resumedFrom());
        if (run.status() != RunStatus.RUNNING && run.agent() != null) {
            page.field("cost", Cost.words(run.cost()));
        }
        usage(run.usage());
        page.field("score", run.score() == null ? null : run.score() + " of 100");
        page.field("rating", run.rating() == null ? null : run.rating() + " of 5");
        page.field("workspace", run.workspacePath());
        page.field("commits", commits(run));
        section("It said it was done", run.claimedDone());
        section("Last words", run.finalText());
        section("Changes", run.diffStat());
        section("Not committed", run.gitStatus());
        if (run.status() == RunStatus.RUNNING) {
            page.section("Next");
            page.item(Span.of("fuel run:tail %s follows it; fuel run:kill %s stops it".formatted(run.id(), run.id())));
        }
    }

    private void usage(Usage usage) {
        if (usage.tokensIn() != null || usage.tokensOut() != null) {
            page.field(
                    "tokens",
                    "%s in, %s out, %s from the cache"
                            .formatted(count(usage.tokensIn()), count(usage.tokensOut()), count(usage.tokensCached())));
        }
        page.field("turns", usage.turns());
    }

    private static String count(@Nullable Long tokens) {
        return tokens == null ? "–" : String.format(Locale.ROOT, "%,d", tokens);
    }

    private static @Nullable String commits(Run run) {
        if (run.kind() == RunKind.CHECK && run.headCommit() != null) {
            return "tested at " + run.headCommit() + (run.headCommit().equals(run.baseCommit()) ? ", the base" : "");
        }
        if (run.baseCommit() == null) {
            return null;
        }
        return run.headCommit() == null ? "since " + run.baseCommit() : run.baseCommit() + ".." + run.headCommit();
    }

    private void section(String title, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            page.section(title);
            page.text(text);
        }
    }
}

package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.ReviewDiff;
import dev.fuel.gate.Workspace;
import dev.fuel.git.Change;
import dev.fuel.git.Repository;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in which the primary sums up what an epic has come to. It decides nothing, and what it writes into its folder
/// is dropped.
final class EpicReviewConduct implements RunConduct {
    private static final int LONGEST_ANSWER = 1_000;

    private final Ground ground;
    private final Store store;
    private final ReviewRooms rooms;
    private final Prompts prompts;
    private final GateSettlement settlement;

    EpicReviewConduct(Ground ground, ReviewRooms rooms, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.rooms = rooms;
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
        this.settlement = settlement;
    }

    private record Facts(EpicReport report, String tasks) {
        static Facts read(Session session, EpicId id) {
            EpicReport report = EpicReport.read(session, id);
            return new Facts(
                    report,
                    report.tasks().stream()
                            .map(task -> "- %s %s (%s)%s"
                                    .formatted(
                                            task.id(),
                                            task.title(),
                                            task.status().word(),
                                            lastWords(session, task)))
                            .collect(Collectors.joining("\n")));
        }
    }

    private static String lastWords(Session session, Task task) {
        String words = session.runs()
                .lastOf(task.id(), RunKind.WORK)
                .map(Run::finalText)
                .orElse("")
                .strip();
        String shown = words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER) + "…";
        return shown.isEmpty() ? "" : "\n" + shown.indent(2).stripTrailing();
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        Facts facts = store.read(session -> Facts.read(session, epic(run)));
        return () -> prepare(run, facts, config);
    }

    private Preparation prepare(Run run, Facts facts, FuelConfig config) {
        @Nullable Change change = change(facts);
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        Workspace room =
                rooms.open(run, change == null ? null : change.head(), change == null ? null : change.base(), config);
        String prompt = prompts.epicReview(promptFacts(facts, change));
        return AgentStart.preparation(ground, driver, run, room, null, prompt);
    }

    private @Nullable Change change(Facts facts) {
        Repository repository = ground.repository();
        String base = facts.report().epic().baseBranch();
        return repository == null || base == null
                ? null
                : Change.between(
                                repository,
                                base,
                                Repository.branchOf(facts.report().epic().id()))
                        .orElse(null);
    }

    private Prompts.EpicReviewFacts promptFacts(Facts facts, @Nullable Change change) {
        @Nullable
        ReviewDiff diff = change == null
                ? null
                : ReviewDiff.between(
                        Objects.requireNonNull(ground.repository()), change.base(), change.head(), ReviewDiff.MOST);
        return new Prompts.EpicReviewFacts(
                facts.report().epic(),
                EpicPlan.read(ground.root(), facts.report().epic()),
                facts.tasks(),
                String.join("\n", facts.report().checks()),
                change == null ? null : "%s...%s".formatted(change.base(), change.head()),
                change == null ? null : change.words(),
                diff == null ? null : diff.text(),
                diff == null
                        ? ""
                        : diff.leftOut().stream().map(file -> "- " + file).collect(Collectors.joining("\n")));
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            Answered ended = rooms.ended(run, exitCode, config);
            return (session, now) -> settle(session, now, ended, config);
        };
    }

    private void settle(Session session, Run run, Answered ended, FuelConfig config) {
        if (!settlement.record(session, run, ended.evidence(), config)) {
            return;
        }
        Outcome outcome = ended.evidence().outcome();
        String text = outcome.finalText();
        if (ended.isWell() && text != null && !text.isBlank()) {
            EpicRecords.summarised(session, epic(run), text);
        } else if (outcome.isCompleted() || session.runs().get(run.id()).charged() || run.stopping() != null) {
            EpicRecords.notSummarised(session, run, epic(run));
        }
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> {
            if (settlement.recordFailed(session, now, failure)) {
                EpicRecords.notSummarised(session, now, epic(now));
            }
        };
    }

    private static EpicId epic(Run run) {
        return Objects.requireNonNull(run.epic());
    }
}

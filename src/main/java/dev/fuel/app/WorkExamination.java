package dev.fuel.app;

import dev.fuel.app.HealthActions.AgentReport;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Attachments;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.TimeWords;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.run.Attachment;
import dev.fuel.store.StoreUnusable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What keeps work from going on: agents that rest or are stopped, parked and attached sessions, a clock that went
/// back.
final class WorkExamination {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Project project;
    private final ZoneId zone = ZoneId.systemDefault();

    WorkExamination(Project project) {
        this.project = project;
    }

    /// Nothing where the database cannot be read, which is a finding of its own.
    List<Finding> examine() {
        try {
            List<Finding> findings = new ArrayList<>();
            findings.add(clock());
            if (project.readConfig() instanceof ConfigReading.Usable usable) {
                findings.addAll(agents(usable.config()));
                findings.addAll(budgets(usable.config()));
            }
            findings.addAll(parked());
            findings.addAll(attached());
            return findings;
        } catch (StoreUnusable unusable) {
            return List.of();
        }
    }

    private List<Finding> budgets(FuelConfig config) {
        return new BudgetQueries(project.store())
                .all(config, zone).told().stream()
                        .map(mark -> Finding.warning(
                                "budget",
                                mark.scope() == BudgetScope.DAY
                                        ? mark.fact()
                                        : "%s: %s".formatted(mark.key().subject(), mark.fact()),
                                mark.item() == null
                                        ? "raise %s in .fuel/config.yaml"
                                                .formatted(mark.scope().setting())
                                        : "fuel inbox:act %s raise".formatted(mark.item())))
                        .toList();
    }

    /// Limits and waits are kept as instants: with a clock that went back they last longer.
    private Finding clock() {
        Instant now = project.clock().instant();
        List<Event> latest = project.store().read(session -> session.events().latest(1));
        Duration ahead = latest.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, latest.getFirst().at());
        return ahead.compareTo(CLOCK_TOLERANCE) > 0
                ? Finding.warning(
                        "clock",
                        "it went back: the latest event is %s ahead of it".formatted(TimeWords.length(ahead)),
                        "set the clock; what waits for a time waits that much longer")
                : Finding.ok(
                        "clock",
                        "%s, %s".formatted(now.atZone(zone).toLocalTime().withNano(0), zone));
    }

    /// What is wrong with their programs is told with them.
    private List<Finding> agents(FuelConfig config) {
        Instant now = project.clock().instant();
        return new HealthActions(project, new Caller.Person(Actor.CLI))
                .reports(config, zone).stream()
                        .filter(report -> config.agents().containsKey(report.agent()))
                        .flatMap(report -> health(report, report.words(now, zone)).stream())
                        .toList();
    }

    private static List<Finding> health(AgentReport report, String words) {
        String name = "health of " + report.agent();
        return switch (report.condition()) {
            case AgentCondition.Free _, AgentCondition.Unusable _ -> List.of();
            case AgentCondition.Probing _, AgentCondition.Resting _, AgentCondition.Limited _ ->
                List.of(Finding.warning(
                        name,
                        words,
                        "it comes back by itself; fuel health:reset %s at once".formatted(report.agent())));
            case AgentCondition.Paused _ ->
                List.of(Finding.warning(name, words, "fuel unpause --agent %s lets it work".formatted(report.agent())));
            case AgentCondition.Stopped _ ->
                List.of(Finding.wrong(
                        name, words, "fuel health:reset %s when that is mended".formatted(report.agent())));
        };
    }

    private List<Finding> parked() {
        Instant now = project.clock().instant();
        return project.store().read(ParkedSession::all).stream()
                .map(each -> Finding.ok(
                        "parked " + each.task().id(),
                        "its session with %s goes on %s"
                                .formatted(each.agent(), TimeWords.at(each.until(), now, zone))))
                .toList();
    }

    private List<Finding> attached() {
        return project.store().read(session -> session.attachments().all()).stream()
                .map(WorkExamination::attached)
                .toList();
    }

    private static Finding attached(Attachment each) {
        String name = "attached " + each.task();
        return Attachments.isOpen(each)
                ? Finding.ok(
                        name,
                        "a person is in its session, process %d"
                                .formatted(each.holder().pid()))
                : Finding.warning(
                        name,
                        "its session ended without a word, so it is still held",
                        "any consumer or fuel attach releases it");
    }
}

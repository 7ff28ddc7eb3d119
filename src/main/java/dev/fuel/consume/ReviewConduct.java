package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.VerdictReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.Verdict;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent judges another one's work. What it says is stored; what follows from it is {@link
/// GatePolicy}'s.
final class ReviewConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final ReviewRooms rooms;
    private final ReviewPrompts prompts;
    private final GateSettlement settlement;

    ReviewConduct(Ground ground, ReviewRooms rooms, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.rooms = rooms;
        this.prompts = new ReviewPrompts(ground);
        this.settlement = settlement;
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        ReviewPrompts.Facts facts = store.read(session -> ReviewPrompts.facts(session, run));
        return () -> {
            Workspace room = rooms.open(run, facts.task(), config);
            return prompts.preparation(run, facts, room, ground.driver(Objects.requireNonNull(run.agent()), config));
        };
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            Answered ended = rooms.ended(run, exitCode, config);
            return settling(settlement, ended.evidence(), ended.tampered(), config);
        };
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> settlement.settleFailed(session, now, failure);
    }

    /// @param tampered whether the reviewer has changed what it was to judge
    static Settling settling(GateSettlement settlement, Evidence evidence, boolean tampered, FuelConfig config) {
        Outcome outcome = evidence.outcome();
        @Nullable
        Verdict verdict =
                outcome.isCompleted() ? VerdictReading.in(outcome.finalText()).orElse(null) : null;
        return (session, run) -> settlement
                .settle(session, run, evidence, config)
                .ifPresent(task -> note(session, run, task, verdict, tampered));
    }

    private static void note(Session session, Run run, Task task, @Nullable Verdict verdict, boolean tampered) {
        ReviewId review = Objects.requireNonNull(run.review());
        if (tampered) {
            GateRecords.inconclusive(session, task, "the reviewer has changed what it was to judge");
        } else if (verdict != null && session.reviews().judge(review, run.agent(), verdict)) {
            FollowUps.add(session, task, review, verdict.issues());
        }
    }
}

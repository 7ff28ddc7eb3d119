package dev.fuel.consume;

import dev.fuel.agents.PlanAnswer;
import dev.fuel.config.ConfigProblem;
import dev.fuel.config.PlanReader;
import dev.fuel.config.PlanReading;
import dev.fuel.config.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agent's last words propose.
public final class PlanAnswers {
    private static final String ANSWER = "the answer";

    private PlanAnswers() {}

    /// @param finalText of a plan run
    public static PlanReading read(@Nullable String finalText) {
        return PlanAnswer.in(finalText)
                .map(json -> PlanReader.read(json, ANSWER))
                .orElseGet(() -> new PlanReading.Unusable(List.of(
                        new ConfigProblem(ANSWER, new Position(1, 1), "it has no JSON object with `tasks`", null))));
    }
}

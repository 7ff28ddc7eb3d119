package dev.fuel.config;

import dev.fuel.domain.plan.ProposedPlan;
import java.util.List;
import java.util.stream.Collectors;

/// What reading a plan led to.
public sealed interface PlanReading {
    record Usable(ProposedPlan plan) implements PlanReading {}

    /// It is no plan: at least one problem, in the order of the text.
    record Unusable(List<ConfigProblem> problems) implements PlanReading {
        public Unusable {
            problems = List.copyOf(problems);
        }

        /// Each problem with its place, one on each line.
        public String inFile() {
            return problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        }

        /// For who has not written lines.
        public String words() {
            return problems.stream()
                    .map(ConfigProblem::message)
                    .distinct()
                    .limit(MOST)
                    .collect(Collectors.joining("; "));
        }

        private static final int MOST = 5;
    }
}

package dev.fuel.domain.review;

import dev.fuel.domain.Word;
import java.util.ArrayList;
import java.util.List;

/// What a reviewer says of a piece of work.
///
/// @param decision never `pass` with a blocking issue, nor `fail` without one: what is blocking decides
public record Verdict(Decision decision, String summary, List<Issue> issues) {
    /// The word that decides.
    public enum Decision implements Word {
        PASS,
        FAIL
    }

    public Verdict {
        issues = List.copyOf(issues);
        boolean blocked = issues.stream().anyMatch(Issue::isBlocking);
        if (blocked) {
            decision = Decision.FAIL;
        } else if (decision == Decision.FAIL) {
            List<Issue> all = new ArrayList<>(issues);
            all.addFirst(Issue.ofSummary(summary));
            issues = List.copyOf(all);
        }
    }

    public boolean isPass() {
        return decision == Decision.PASS;
    }
}

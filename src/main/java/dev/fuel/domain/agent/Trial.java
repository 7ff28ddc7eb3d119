package dev.fuel.domain.agent;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Usage;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of one short prompt that a person had an agent answer, to see whether it can. It is no run: it is no
/// task's
/// attempt, takes no slot, and is in no sum.
///
/// @param answer  what it said, in one line; empty if that was nothing
/// @param failure why it does not work; null if it does
/// @param model   as its program names it; null if it does not
/// @param cost    null if that is not known
public record Trial(
        AgentName agent,
        Duration duration,
        String answer,
        @Nullable String failure,
        @Nullable String model,
        Usage usage,
        @Nullable Cost cost) {

    public boolean works() {
        return failure == null;
    }

    /// `answered in 3.2s: ready`, or why it did not.
    public String sentence() {
        String time = String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
        if (failure != null) {
            return "does not work: %s (after %s)".formatted(failure, time);
        }
        return answer.isEmpty()
                ? "ended well in %s, without a word".formatted(time)
                : "answered in %s: %s".formatted(time, answer);
    }

    /// `412 tokens in, 5 out, $0.01`; what is not known is left out.
    public String consumption() {
        String tokens = usage.tokensIn() == null || usage.tokensOut() == null
                ? ""
                : String.format(Locale.ROOT, "%,d tokens in, %,d out, ", tokensIn(), usage.tokensOut());
        return tokens + (cost == null ? "cost not known" : Cost.words(cost));
    }

    private long tokensIn() {
        long fresh = usage.tokensIn() == null ? 0 : usage.tokensIn();
        return usage.tokensCached() == null ? fresh : fresh + usage.tokensCached();
    }
}

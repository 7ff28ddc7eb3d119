package dev.fuel.agents;

import dev.fuel.domain.run.FailureType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Classifies the words of an error that a program reports as its own, where it gives no code. Never to be asked about
/// what an agent or its tools say.
public final class ErrorText {
    /// The first that fits. Wordings of November 2026; a plan's limit often also mentions what could be bought.
    private static final List<Rule> RULES = List.of(
            rule(
                    FailureType.RATE_LIMIT,
                    "usage limit|(daily|weekly|monthly|per.day) (quota|limit)|hit your .*limit|5-hour limit"
                            + "|usage_limit_reached"),
            // A limit of the moment: so many requests or tokens a minute.
            rule(FailureType.NETWORK, "(quota|rate.?limit|too many requests|\\b429\\b).*(retry|try again) in \\d"),
            rule(
                    FailureType.BUDGET,
                    "insufficient_quota|billing|credit balance|out of credits|no credits|payment required|\\b402\\b"),
            rule(FailureType.NETWORK, "rate.?limit|too many requests|\\b429\\b|resource.?exhausted"),
            rule(FailureType.RATE_LIMIT, "quota"),
            rule(
                    FailureType.AUTH,
                    "\\b40[13]\\b|unauthori[sz]ed|unauthenticated|api.?key|not logged in|missing environment variable"
                            + "|no authentication|authentication (required|failed)|invalid authentication|please run /login"
                            + "|log ?in again|\\blogin\\b|must specify the \\w+ environment variable"),
            rule(
                    FailureType.NETWORK,
                    "\\b(500|502|503|504|529)\\b|overloaded|at capacity|unavailable|internal server error|bad gateway"
                            + "|server_error|server had an error"),
            rule(
                    FailureType.NETWORK,
                    "\\bE(CONN\\w+|NOTFOUND|AI_AGAIN|PIPE|TIMEDOUT|HOSTUNREACH)\\b|fetch failed|stream disconnected"
                            + "|waiting for network|connection (error|failed|refused|reset|lost|closed)"
                            + "|(could not|couldn't|cannot|unable to) connect|network error|socket hang up|terminated"
                            + "|ended without a finish reason"),
            rule(FailureType.NETWORK, "timed out|timeout"));

    private ErrorText() {}

    private record Rule(FailureType type, Pattern words) {}

    /// What kind of failure the words tell of; empty if they tell of none that is known.
    public static Optional<FailureType> classify(String error) {
        String plain = error.replace('’', '\'');
        return RULES.stream()
                .filter(rule -> rule.words.matcher(plain).find())
                .map(Rule::type)
                .findFirst();
    }

    /// Tells of the failure: a limit, if it is one, and the error itself. When a limit is lifted is read from its
    /// words later, see {@link ResetTime}.
    public static void tell(FailureType type, String message, Consumer<AgentEvent> events) {
        if (type == FailureType.RATE_LIMIT) {
            events.accept(new AgentEvent.Limit(null, message));
        }
        events.accept(new AgentEvent.Failed(type, message));
    }

    /// Tells of an error that comes without any code.
    public static void tell(String message, Consumer<AgentEvent> events) {
        tell(classify(message).orElse(FailureType.CRASH), message, events);
    }

    private static Rule rule(FailureType type, String words) {
        return new Rule(type, Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
}

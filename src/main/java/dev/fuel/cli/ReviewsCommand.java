package dev.fuel.cli;

import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import java.time.Instant;
import java.util.List;

/// `fuel reviews [TASK]`: what was said of work, latest first.
final class ReviewsCommand implements Subcommand {
    private static final int DEFAULT_LIMIT = 20;

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .optional("TASK")
                .value("-n", "--limit", "COUNT", "at most so many (default " + DEFAULT_LIMIT + ")")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Arguments arguments = invocation.arguments();
        List<Review> reviews = use.reviews()
                .list(
                        arguments.optionalWord(0).orElse(null),
                        arguments.count("--limit").orElse(DEFAULT_LIMIT));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.objects("reviews", reviews, JsonFields::review));
        } else if (reviews.isEmpty()) {
            invocation.note("no reviews yet");
        } else {
            invocation.output().table(table(reviews, use.now()));
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Review> reviews, Instant now) {
        var table = new Table("ID", "TASK", "REVIEWER", "STATE", "ISSUES", "STARTED", "");
        for (Review review : reviews) {
            long blocking = review.issues().stream().filter(Issue::isBlocking).count();
            table.row(
                    Role.LINK.of(review.id().value()),
                    Span.of(review.task().value()),
                    Span.of(review.agent() == null ? "–" : review.agent().value()),
                    States.of(review.status()),
                    Span.of(issues(blocking, review.issues().size() - blocking)),
                    Role.DIM.of(Ages.of(review.startedAt(), now)),
                    Span.of(review.summary().lines().findFirst().orElse("")));
        }
        return table;
    }

    private static String issues(long blocking, long others) {
        return blocking + others == 0 ? "–" : others == 0 ? blocking + "" : "%d + %d".formatted(blocking, others);
    }
}

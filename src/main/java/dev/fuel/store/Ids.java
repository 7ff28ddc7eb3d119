package dev.fuel.store;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/// Finds the id that a person means by the beginning of one, with or without its prefix (`f-8a2`, `8a2`).
public final class Ids {
    private static final int MOST_CANDIDATES = 6;
    private static final int MOST_SUGGESTIONS = 3;
    private static final int LATEST = 500;
    /// Sorts after every hex digit.
    private static final String AFTER_DIGITS = "g";

    private final Session session;

    Ids(Session session) {
        this.session = session;
    }

    public TaskId task(String text) {
        return (TaskId) resolve(text, IdKind.TASK);
    }

    public EpicId epic(String text) {
        return (EpicId) resolve(text, IdKind.EPIC);
    }

    public RunId run(String text) {
        return (RunId) resolve(text, IdKind.RUN);
    }

    public ReviewId review(String text) {
        return (ReviewId) resolve(text, IdKind.REVIEW);
    }

    public InboxId inboxItem(String text) {
        return (InboxId) resolve(text, IdKind.INBOX_ITEM);
    }

    /// The only id of one of the kinds that begins like this.
    ///
    /// @throws Refusal if there is none (the nearest ones are named) or more than one (they are listed)
    public Identifier resolve(String text, IdKind... kinds) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Identifier> found = new ArrayList<>();
        for (IdKind kind : kinds) {
            digits(wanted, kind.prefix()).ifPresent(digits -> found.addAll(beginningWith(kind, digits)));
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw unknown(wanted, kinds);
        }
        throw ambiguous(text, found);
    }

    Refusal unknown(IdKind kind, String text) {
        return unknown(text, kind);
    }

    private Refusal unknown(String text, IdKind... kinds) {
        for (IdKind other : IdKind.values()) {
            if (text.startsWith(other.prefix()) && !Arrays.asList(kinds).contains(other)) {
                return new Refusal(
                        "wrong_kind", "%s is the id of %s, not of %s".formatted(text, an(other), nouns(kinds)));
            }
        }
        List<String> near = nearest(text, kinds);
        String hint = near.isEmpty() ? "there is none yet" : "the nearest: " + String.join(", ", near);
        return new Refusal("not_found", "no %s '%s' (%s)".formatted(nouns(kinds), text, hint));
    }

    private static Refusal ambiguous(String text, List<Identifier> found) {
        String candidates =
                found.stream().limit(MOST_CANDIDATES).map(Identifier::value).collect(Collectors.joining(", "));
        return new Refusal(
                "ambiguous_id",
                "'%s' is ambiguous, give more digits: %s%s"
                        .formatted(text, candidates, found.size() > MOST_CANDIDATES ? ", …" : ""));
    }

    /// The hex digits of the text, if it can be an id with the prefix.
    private static Optional<String> digits(String text, String prefix) {
        String digits = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        boolean valid = !digits.isEmpty()
                && digits.length() <= Identifier.DIGITS
                && digits.chars().allMatch(Identifier::isHexDigit);
        return valid ? Optional.of(digits) : Optional.empty();
    }

    private List<Identifier> beginningWith(IdKind kind, String digits) {
        String from = kind.prefix() + digits;
        return session.sql()
                .select(kind.column())
                .from(kind.table())
                .where(kind.column().ge(from), kind.column().lt(from + AFTER_DIGITS))
                .limit(MOST_CANDIDATES + 1)
                .fetch(row -> kind.parse(row.value1()));
    }

    private List<String> nearest(String text, IdKind... kinds) {
        List<String> latest = new ArrayList<>();
        for (IdKind kind : kinds) {
            latest.addAll(session.sql()
                    .select(kind.column())
                    .from(kind.table())
                    .orderBy(DSL.field("rowid").desc())
                    .limit(LATEST)
                    .fetch(kind.column()));
        }
        return latest.stream()
                .sorted(Comparator.comparingInt(id -> distance(text, id)))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /// How many characters must be changed, added or left out; what stands before the digits counts only if it was
    /// given.
    private static int distance(String text, String id) {
        String compared = text.contains("-") ? id : id.substring(id.indexOf('-') + 1);
        int[] previous = new int[compared.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= text.length(); row++) {
            int[] current = new int[compared.length() + 1];
            current[0] = row;
            for (int column = 1; column <= compared.length(); column++) {
                int change = text.charAt(row - 1) == compared.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[compared.length()];
    }

    private static String nouns(IdKind... kinds) {
        return Arrays.stream(kinds).map(IdKind::noun).collect(Collectors.joining(" or "));
    }

    private static String an(IdKind kind) {
        return ("aeiou".indexOf(kind.noun().charAt(0)) >= 0 ? "an " : "a ") + kind.noun();
    }
}

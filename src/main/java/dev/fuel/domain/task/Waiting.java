package dev.fuel.domain.task;

import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// One reason why a task does not start.
public sealed interface Waiting {
    /// The reason in words for a person.
    ///
    /// @param now  says whether an instant is of today
    /// @param zone the person's time zone
    String sentence(Instant now, ZoneId zone);

    /// It has been taken, or is over.
    record Status(TaskStatus status) implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return switch (status) {
                case OPEN, NEEDS_WORK -> "may start";
                case IN_PROGRESS -> "is being worked on";
                case REVIEW -> "is in review";
                case CLOSED -> "is closed";
                case CANCELLED -> "is cancelled";
            };
        }
    }

    /// Other tasks must end first.
    record ForTasks(List<TaskId> blockers) implements Waiting {
        public ForTasks {
            blockers = List.copyOf(blockers);
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            String first = "waits for " + blockers.getFirst();
            return blockers.size() == 1 ? first : "%s and %d more".formatted(first, blockers.size() - 1);
        }
    }

    /// A task is done, but its work is not yet on the branch that this one starts from.
    record ForApproval(TaskId blocker, EpicId epic) implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "%s is done; waits for approval of %s".formatted(blocker, epic);
        }
    }

    /// Something holds it.
    record Held(Hold by) implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return switch (by) {
                case PERSON -> "held by a person";
                case STUCK -> "stuck: a person decides how it goes on";
                case MERGE -> "its merge needs a person";
                case QUESTION -> "waits for the answer to a question";
                case ATTACH -> "a person is in its session";
            };
        }
    }

    /// Its whole epic is held.
    record EpicHeld(EpicId epic, Hold by) implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return by == Hold.MERGE
                    ? "the merge of %s is being settled".formatted(epic)
                    : epic + " is held by a person";
        }
    }

    /// Its time has not come.
    record NotBefore(Instant instant) implements Waiting {
        private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        @Override
        public String sentence(Instant now, ZoneId zone) {
            ZonedDateTime time = instant.atZone(zone);
            boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
            return "not before " + (today ? TODAY : LATER).format(time);
        }
    }

    /// What it may cost is spent.
    record OverBudget(BudgetMark mark) implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return mark.sentence();
        }
    }

    /// It carries the label that keeps it for people.
    record NeedsHuman() implements Waiting {
        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "needs a person";
        }
    }
}

package dev.fuel.consume;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes next for the questions who should do which task. Every step ends in the database.
sealed interface QuestionStep {
    /// Nothing: nobody has to be asked, or an answer is under way.
    record Rest() implements QuestionStep {}

    /// These could start now. Their wait begins, though their turn to be asked about comes later.
    record Await(List<TaskId> tasks) implements QuestionStep {}

    /// Ask about these in one question.
    ///
    /// @param unclear the run before, whose answer could not be read; null for a first question
    record Ask(List<TaskId> tasks, @Nullable RunId unclear) implements QuestionStep {}

    /// These are left to the map.
    record GiveUp(List<TaskId> tasks, String why) implements QuestionStep {}
}

package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// What runs are put together by.
public enum Grouping implements Word {
    AGENT,
    MODEL,
    /// Of the task; runs about an epic as a whole have none.
    TYPE,
    /// Of the task, as it is now.
    COMPLEXITY,
    /// The day of the person's calendar on which the run was started.
    DAY
}

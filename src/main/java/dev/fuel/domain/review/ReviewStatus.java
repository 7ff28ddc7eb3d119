package dev.fuel.domain.review;

import dev.fuel.domain.Word;

/// How a review ended, or that it has not.
public enum ReviewStatus implements Word {
    PENDING,
    PASSED,
    FAILED,
    INCONCLUSIVE
}

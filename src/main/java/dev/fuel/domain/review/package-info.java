/// Reviews: the verdict on a task's work.
@NullMarked
package dev.fuel.domain.review;

import org.jspecify.annotations.NullMarked;

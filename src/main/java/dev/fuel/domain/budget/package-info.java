/// What may be spent, and what has been told of it.
@NullMarked
package dev.fuel.domain.budget;

import org.jspecify.annotations.NullMarked;

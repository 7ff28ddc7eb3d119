/// What an agent proposes to do for an epic.
@NullMarked
package dev.fuel.domain.plan;

import org.jspecify.annotations.NullMarked;

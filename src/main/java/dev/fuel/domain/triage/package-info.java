/// What the primary proposes for a task that has come to a stop.
@NullMarked
package dev.fuel.domain.triage;

import org.jspecify.annotations.NullMarked;

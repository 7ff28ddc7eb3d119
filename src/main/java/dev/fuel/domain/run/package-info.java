/// Runs: every execution of an agent or a check, and what became of it.
@NullMarked
package dev.fuel.domain.run;

import org.jspecify.annotations.NullMarked;

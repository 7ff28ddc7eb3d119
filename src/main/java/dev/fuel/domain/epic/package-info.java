/// Epics: tasks that together deliver one outcome, signed off by a person.
@NullMarked
package dev.fuel.domain.epic;

import org.jspecify.annotations.NullMarked;

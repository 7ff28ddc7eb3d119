/// What agents are told: templates filled with a task's facts.
@NullMarked
package dev.fuel.prompt;

import org.jspecify.annotations.NullMarked;

/// Agents as the scheduler sees them: names, health and backoff.
@NullMarked
package dev.fuel.domain.agent;

import org.jspecify.annotations.NullMarked;

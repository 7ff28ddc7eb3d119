/// Codex CLI (`codex`), measured at version 0.169.0.
@NullMarked
package dev.fuel.agents.codex;

import org.jspecify.annotations.NullMarked;

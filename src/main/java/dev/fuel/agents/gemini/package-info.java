/// Gemini CLI (`gemini`), measured at version 0.61.0.
@NullMarked
package dev.fuel.agents.gemini;

import org.jspecify.annotations.NullMarked;

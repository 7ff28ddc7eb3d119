/// GitHub Copilot CLI (`copilot`), measured at version 1.0.102.
@NullMarked
package dev.fuel.agents.copilot;

import org.jspecify.annotations.NullMarked;

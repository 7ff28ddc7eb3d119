/// The agent programs: how each is started, and what its output means. What the drivers share is here; each has a
/// sub-package of its own.
@NullMarked
package dev.fuel.agents;

import org.jspecify.annotations.NullMarked;

/// opencode (`opencode`), measured at version 1.18.33.
@NullMarked
package dev.fuel.agents.opencode;

import org.jspecify.annotations.NullMarked;

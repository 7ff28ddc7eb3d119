/// Claude Code (`claude`), measured at version 2.1.330.
@NullMarked
package dev.fuel.agents.claude;

import org.jspecify.annotations.NullMarked;

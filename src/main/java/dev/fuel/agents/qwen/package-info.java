/// Qwen Code (`qwen`), measured at version 0.24.4.
@NullMarked
package dev.fuel.agents.qwen;

import org.jspecify.annotations.NullMarked;

/// Cursor's agent (`cursor-agent`, newer installs `agent`). Nothing here was measured: the format is as others have
/// published captures of version 2026.08.11.
@NullMarked
package dev.fuel.agents.cursor;

import org.jspecify.annotations.NullMarked;

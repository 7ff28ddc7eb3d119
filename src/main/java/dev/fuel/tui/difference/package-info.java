/// Differences as people read them: what git prints taken apart into files, hunks and lines, and the words within lines
/// that changed.
@NullMarked
package dev.fuel.tui.difference;

import org.jspecify.annotations.NullMarked;

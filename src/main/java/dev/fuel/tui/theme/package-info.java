/// From what a text means to the colours that a terminal can show.
@NullMarked
package dev.fuel.tui.theme;

import org.jspecify.annotations.NullMarked;

/// The drawing surface: cells, styles by role, glyph sets, and the one function that says how wide a text is.
@NullMarked
package dev.fuel.tui.canvas;

import org.jspecify.annotations.NullMarked;

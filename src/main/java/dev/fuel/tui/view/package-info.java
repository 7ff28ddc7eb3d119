/// Draws the state: pure functions from what is known to cells.
@NullMarked
package dev.fuel.tui.view;

import org.jspecify.annotations.NullMarked;

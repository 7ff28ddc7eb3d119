/// From the bytes of a terminal to what a person did.
@NullMarked
package dev.fuel.tui.input;

import org.jspecify.annotations.NullMarked;

/// The terminal: its modes, its size, its bytes in and out. The only package that knows Lanterna.
@NullMarked
package dev.fuel.tui.terminal;

import org.jspecify.annotations.NullMarked;

/// What the screen shows, as immutable values, and how messages change it. No drawing, no terminal, no store.
@NullMarked
package dev.fuel.tui.state;

import org.jspecify.annotations.NullMarked;

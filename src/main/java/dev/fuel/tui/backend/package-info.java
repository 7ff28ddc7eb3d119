/// Joins the screen to a real project: its database, its consumer and the output of its runs.
@NullMarked
package dev.fuel.tui.backend;

import org.jspecify.annotations.NullMarked;

/// Everything a key can do, in one table: hints, help and dispatch all come from it.
@NullMarked
package dev.fuel.tui.action;

import org.jspecify.annotations.NullMarked;

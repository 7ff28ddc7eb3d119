/// The full-screen program: the loop, and the port through which it sees and changes the project.
@NullMarked
package dev.fuel.tui;

import org.jspecify.annotations.NullMarked;

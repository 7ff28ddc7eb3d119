/// The use cases, shared by the command line and the screens: check, move through the lifecycle, commit.
@NullMarked
package dev.fuel.app;

import org.jspecify.annotations.NullMarked;

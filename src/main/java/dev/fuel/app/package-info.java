/// What the command line and the screens share: the project that they are about and the use cases on it.
@NullMarked
package dev.fuel.app;

import org.jspecify.annotations.NullMarked;

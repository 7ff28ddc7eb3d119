/// The program's entrance: arguments in, exit code out.
@NullMarked
package dev.fuel;

import org.jspecify.annotations.NullMarked;

/// Everything that starts, watches or ends an operating-system process.
@NullMarked
package dev.fuel.process;

import org.jspecify.annotations.NullMarked;

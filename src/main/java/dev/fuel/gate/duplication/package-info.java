/// Looking for code that a task adds and that already stands elsewhere.
@NullMarked
package dev.fuel.gate.duplication;

import org.jspecify.annotations.NullMarked;

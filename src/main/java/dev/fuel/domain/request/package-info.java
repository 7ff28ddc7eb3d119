/// What one process asks of the process that consumes.
@NullMarked
package dev.fuel.domain.request;

import org.jspecify.annotations.NullMarked;

/// What waits for a person, or tells them something.
@NullMarked
package dev.fuel.domain.inbox;

import org.jspecify.annotations.NullMarked;

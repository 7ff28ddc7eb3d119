/// What every concept shares: identities, actors and events.
@NullMarked
package dev.fuel.domain;

import org.jspecify.annotations.NullMarked;

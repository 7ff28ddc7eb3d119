/// What comes in from other places: lines of text, and the formats of other trackers.
@NullMarked
package dev.fuel.exchange;

import org.jspecify.annotations.NullMarked;

/// Amp (`amp`). Measured at version 0.0.1790142911: its flags and how it fails before a session begins. Its agent loop
/// runs on Amp's server, so the events are as its manual describes them.
@NullMarked
package dev.fuel.agents.amp;

import org.jspecify.annotations.NullMarked;

/// The test command's results: reading its reports, and telling what a task broke from what was broken before.
@NullMarked
package dev.fuel.gate.tests;

import org.jspecify.annotations.NullMarked;

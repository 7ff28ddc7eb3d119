/// What finished work must pass: the checks, and the way onto the branch that it belongs to.
@NullMarked
package dev.fuel.gate;

import org.jspecify.annotations.NullMarked;

/// Tasks: their states, what holds them, what they wait for and when they may start.
@NullMarked
package dev.fuel.domain.task;

import org.jspecify.annotations.NullMarked;

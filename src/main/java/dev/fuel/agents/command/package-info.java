/// Any program as an agent: the prompt goes in, the exit code decides.
@NullMarked
package dev.fuel.agents.command;

import org.jspecify.annotations.NullMarked;

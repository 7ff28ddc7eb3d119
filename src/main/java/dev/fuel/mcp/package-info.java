/// The task store for agents that speak the Model Context Protocol: each tool is one command of the command line.
@NullMarked
package dev.fuel.mcp;

import org.jspecify.annotations.NullMarked;

/// The command line: one small class per command, one table of them, one place for errors and exit codes.
@NullMarked
package dev.fuel.cli;

import org.jspecify.annotations.NullMarked;

/// The board: every task in exactly one column, as one snapshot of the database shows it.
@NullMarked
package dev.fuel.domain.board;

import org.jspecify.annotations.NullMarked;

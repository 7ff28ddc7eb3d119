/// The project's database: the only package that knows SQL. One repository per concept, one transaction per use case.
@NullMarked
package dev.fuel.store;

import org.jspecify.annotations.NullMarked;

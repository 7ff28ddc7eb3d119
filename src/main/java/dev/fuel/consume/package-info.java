/// What runs next, and what an exit means: the loop, the scheduler, the router and the policy on failures.
@NullMarked
package dev.fuel.consume;

import org.jspecify.annotations.NullMarked;

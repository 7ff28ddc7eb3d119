/// The pieces that views are made of.
@NullMarked
package dev.fuel.tui.widget;

import org.jspecify.annotations.NullMarked;

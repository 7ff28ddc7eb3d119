/// Reading the XML files that other programs write.
@NullMarked
package dev.fuel.gate.xml;

import org.jspecify.annotations.NullMarked;

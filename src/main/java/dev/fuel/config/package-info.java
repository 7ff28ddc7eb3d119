/// The configuration: what `.fuel/config.yaml` may say, how it is read, and how an edit is taken up.
@NullMarked
package dev.fuel.config;

import org.jspecify.annotations.NullMarked;

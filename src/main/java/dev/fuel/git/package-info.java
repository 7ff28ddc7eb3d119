/// Work in git: worktrees, what is in them, their snapshots, and how finished work lands. Runs the `git` command.
@NullMarked
package dev.fuel.git;

import org.jspecify.annotations.NullMarked;

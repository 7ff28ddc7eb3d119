package dev.fuel.git;

import java.nio.file.Path;

/// A worktree that is ready for work.
///
/// @param base where its work starts: what head shares with the start point
/// @param head the branch's commit
public record Worktree(Path path, String branch, String base, String head) {}

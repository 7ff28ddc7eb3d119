package dev.fuel.tui.state;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;

/// An epic with its progress.
public record EpicLine(EpicId id, String title, EpicStatus status, int done, int total) {}

package dev.fuel.config;

import dev.fuel.domain.Word;

/// What an agent may do without asking; which flags that means is for its driver to say.
public enum Autonomy implements Word {
    /// Everything, commands too.
    FULL,
    /// Edit files and commit.
    EDIT,
    /// What the agent's own settings allow; whatever they do not allow is refused.
    ASK
}

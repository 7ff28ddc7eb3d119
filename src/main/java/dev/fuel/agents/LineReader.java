package dev.fuel.agents;

import java.util.function.Consumer;

/// The part of a parser that each driver writes itself: one line of output to events. It never throws because of what
/// a line contains.
///
/// One reader serves one run and may remember what it has read.
public interface LineReader {

    /// @param bytes only valid during the call
    /// @param cut   whether the line was too long and its rest is missing
    void read(byte[] bytes, int from, int to, boolean cut, Consumer<AgentEvent> events);

    /// The output has ended.
    void end(Consumer<AgentEvent> events);
}

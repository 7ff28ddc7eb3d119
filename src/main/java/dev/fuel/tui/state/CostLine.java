package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Spending;
import java.time.LocalDate;

/// What the runs of an agent that were started on a day have consumed.
public record CostLine(LocalDate day, AgentName agent, Spending spending) {
    String key() {
        return day + " " + agent;
    }

    /// In US dollars; 0 where nothing is known.
    public double dollars() {
        return spending.cost() == null ? 0 : spending.cost().usd();
    }
}

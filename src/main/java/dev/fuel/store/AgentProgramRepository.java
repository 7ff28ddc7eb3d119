package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.AGENT_PROGRAMS;

import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.store.jooq.tables.records.AgentProgramsRecord;
import java.util.Optional;

/// What agent programs said of themselves. It can be asked again at any time, so it is no part of the audit log.
public final class AgentProgramRepository {
    private final Session session;

    AgentProgramRepository(Session session) {
        this.session = session;
    }

    /// @param file the program, links resolved
    /// @param help the arguments that its help is asked with
    public Optional<AgentProgram> find(String file, String help) {
        return KeptQueries.get(
                        session.sql(),
                        "agent program",
                        () -> session.sql()
                                .selectFrom(AGENT_PROGRAMS)
                                .where(AGENT_PROGRAMS.FILE.eq(file), AGENT_PROGRAMS.HELP.eq(help)),
                        file,
                        help)
                .fetchFirst(AgentProgramRepository::program);
    }

    public void save(AgentProgram program) {
        AgentProgramsRecord row = new AgentProgramsRecord();
        row.setFile(program.file());
        row.setHelp(program.help());
        row.setStamp(program.stamp());
        row.setVersion(program.version());
        row.setFlags(WordSet.ofTexts(program.flags()));
        row.setProblem(program.problem());
        row.setAskedAt(program.askedAt());
        session.sql()
                .insertInto(AGENT_PROGRAMS)
                .set(row)
                .onConflict(AGENT_PROGRAMS.FILE, AGENT_PROGRAMS.HELP)
                .doUpdate()
                .set(row)
                .execute();
    }

    /// Lets every program be asked again.
    public void forgetAll() {
        session.sql().deleteFrom(AGENT_PROGRAMS).execute();
    }

    private static AgentProgram program(AgentProgramsRecord row) {
        return new AgentProgram(
                row.getFile(),
                row.getHelp(),
                row.getStamp(),
                row.getVersion(),
                WordSet.parse(row.getFlags()),
                row.getProblem(),
                row.getAskedAt());
    }
}

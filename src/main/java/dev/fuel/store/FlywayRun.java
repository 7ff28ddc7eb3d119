package dev.fuel.store;

import org.flywaydb.core.Flyway;

/// The only class that names Flyway: loaded when there is something to migrate.
final class FlywayRun {
    private FlywayRun() {}

    static void migrate(String url) {
        Flyway.configure(FlywayRun.class.getClassLoader())
                .dataSource(url, "", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}

package dev.fuel.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What an error of SQLite means to a person.
final class SqliteFailure {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteFailure() {}

    /// Another connection has the database; trying again later helps.
    static boolean isBusy(Throwable failure) {
        int code = primaryCode(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    /// What is to be written cannot be: the rules of its table do not allow it.
    static boolean isConstraintViolation(Throwable failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    static boolean isUniqueViolation(Throwable failure) {
        SQLiteException cause = sqlite(failure);
        return cause != null
                && (cause.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || cause.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    /// The failure itself, or a {@link StoreUnusable} where no caller could do anything about it.
    static RuntimeException explain(Path file, Throwable failure) {
        if (failure instanceof StoreUnusable already) {
            return already;
        }
        String words = words(file, primaryCode(failure));
        if (words != null) {
            return new StoreUnusable(words, failure);
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("%s: %s".formatted(file, failure.getMessage()), failure);
    }

    private static @Nullable String words(Path file, int code) {
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_NOTADB ->
                "%s is not a database: move it away, or put the newest copy of %s in its place"
                        .formatted(file, Migrations.backups(file));
            case SQLITE_CORRUPT ->
                "%s is damaged: run 'fuel doctor', or put the newest copy of %s in its place"
                        .formatted(file, Migrations.backups(file));
            case SQLITE_CANTOPEN ->
                "%s cannot be opened: check that its folder exists and may be written to".formatted(file);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "%s cannot be written to: check the rights of the file and its folder".formatted(file);
            case SQLITE_FULL -> "no room left for %s: free some disk space and try again".formatted(file);
            case SQLITE_IOERR -> "%s cannot be read or written: check the disk and its free space".formatted(file);
            case SQLITE_BUSY ->
                "%s has been locked by another process for 30 s: find out which one hangs and end it".formatted(file);
            // Everything else is a mistake of ours and keeps its own words.
            default -> null;
        };
    }

    private static int primaryCode(Throwable failure) {
        SQLiteException cause = sqlite(failure);
        return cause == null ? 0 : cause.getResultCode().code & PRIMARY_CODE;
    }

    private static @Nullable SQLiteException sqlite(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite;
            }
        }
        return null;
    }
}

package io.sallyport.gateway.journal;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import io.sallyport.gateway.journal.JournalException.Kind;

/** What SQLite's error codes mean to the journal. */
final class SqliteErrors {

    private SqliteErrors() {}

    /** Whether a row was refused because its key exists. */
    static boolean isDuplicate(SQLException failed) {
        return failed instanceof SQLiteException sqlite && switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> true;
            default -> false;
        };
    }

    /**
     * Why a transaction failed that left nothing behind: no room, or another program's lock. Null
     * for everything else: then it is not known what reached the disk.
     */
    static @Nullable Kind harmless(SQLException failed) {
        if (!(failed instanceof SQLiteException sqlite)) {
            return null;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        // The extended codes carry the plain one in their low byte.
        return switch (code.code & 0xFF) {
            case 13 -> Kind.STORE_FULL;
            case 5, 6 -> Kind.STORE_BUSY;
            default -> null;
        };
    }
}

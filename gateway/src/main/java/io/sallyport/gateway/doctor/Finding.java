package io.sallyport.gateway.doctor;

import java.util.Locale;

/**
 * Something that is wrong, or will be, or is worth knowing. Immutable; holds no secret. The texts
 * may have parts that a stranger chose: print them with {@link Printable} only.
 */
public sealed interface Finding permits ReachFinding, TlsFinding, FileFinding,
        ServerCertificateFinding, ClientCertificateFinding, ClockFinding, KmipFinding, KeyFinding,
        GatewayFinding, EnrolmentFinding, RefusalFinding, RequestFinding {

    /** How much a finding weighs. */
    enum Severity {
        /** The database is not served because of it. */
        ERROR,
        /** The database is served, but not for ever or not in every case. */
        WARNING,
        /** Worth knowing; nothing is wrong by itself. */
        NOTE
    }

    /** What it means for the database; an error unless it says something else. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /** What is wrong: one sentence. */
    String cause();

    /** What to do about it: one sentence, with the exact command or setting. */
    String fix();

    /** The name of the finding for scripts; it stays the same from version to version. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}

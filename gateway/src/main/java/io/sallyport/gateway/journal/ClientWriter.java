package io.sallyport.gateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.ConflictException.Kind;
import io.sallyport.gateway.port.RuleKind;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.port.UserPort;

/** Writes the registry of clients on the writer's connection. */
final class ClientWriter {
    private final Connection connection;

    ClientWriter(Connection connection) {
        this.connection = connection;
    }

    /** Writes one change; on a conflict the caller rolls back to its savepoint. */
    void write(ClientChange change) throws SQLException, ConflictException {
        switch (change) {
            case ClientChange.Enrol(EnrolledCertificate certificate) -> enrol(certificate);
            case ClientChange.Renew renewal -> renew(renewal);
            case ClientChange.RevokeClient(String client, long at) -> {
                revoke("UPDATE client SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
                        at, client);
            }
            case ClientChange.RevokeCertificate(String fingerprint, long at) -> revoke("""
                    UPDATE client_certificate SET revoked_at = ?
                    WHERE fingerprint = ? AND revoked_at IS NULL""", at, fingerprint);
            case ClientChange.AddUser(EnrolledUser user) -> addUser(user);
            case ClientChange.AddCredential(StoredCredential credential) -> add(credential);
            case ClientChange.BindCredential(String partition, String id, String user) ->
                bind(partition, id, user);
            case ClientChange.AddGroup group -> addGroup(group);
            case ClientChange.RemoveUser(String partition, UserPort.Kind kind, String name) ->
                removeUser(partition, kind, name);
            case ClientChange.AddToken(StoredToken token) -> add(token);
            case ClientChange.RenewToken(String name, Long expires) -> renew(name, expires);
            case ClientChange.RevokeToken(String name, long at) -> revoke(
                    "UPDATE access_token SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
                    at, name);
            case ClientChange.SetRule(String partition, RuleKind kind, String text) ->
                setRule(partition, kind, text);
        }
    }

    private void add(StoredToken token) throws SQLException, ConflictException {
        int added = execute("""
                INSERT INTO access_token (name, partition_name, mounts, read_only, digest, created,
                    expires)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", token.name(),
                token.partition(), String.join("\n", token.mounts()), token.readOnly() ? 1 : 0,
                token.digest(), token.created(), token.expires());
        if (added != 1) {
            throw new ConflictException(Kind.NAME, token.name());
        }
    }

    private void renew(String token, @Nullable Long expires)
            throws SQLException, ConflictException {
        int renewed = execute(
                "UPDATE access_token SET expires = ? WHERE name = ? AND revoked_at IS NULL",
                expires, token);
        if (renewed != 1) {
            throw new ConflictException(Kind.VERSION, token);
        }
    }

    private void addUser(EnrolledUser user) throws SQLException, ConflictException {
        int added = execute("""
                INSERT INTO partition_user (partition_name, kind, name, verifier, created,
                    administrator, user_id)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", user.partition(),
                user.kind().name(), user.name(), user.verifier(), user.created(),
                user.administrator() ? 1 : 0, user.id());
        if (added != 1) {
            throw new ConflictException(Kind.NAME, user.name());
        }
    }

    private void add(StoredCredential credential) throws SQLException, ConflictException {
        int added = execute("""
                INSERT INTO partition_credential (partition_name, id, kind, verifier, created)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", credential.partition(),
                credential.id(), credential.kind().name(), credential.verifier(),
                credential.created());
        if (added != 1) {
            throw new ConflictException(Kind.ID, credential.id());
        }
    }

    private void bind(String partition, String id, String user)
            throws SQLException, ConflictException {
        int bound = execute("""
                UPDATE partition_credential SET user_name = ?
                WHERE partition_name = ? AND id = ? AND user_name IS NULL""", user, partition,
                id);
        if (bound != 1) {
            throw new ConflictException(Kind.VERSION, id);
        }
    }

    private void addGroup(ClientChange.AddGroup group) throws SQLException, ConflictException {
        int added = execute("""
                INSERT INTO partition_group (partition_name, id, name, created)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""", group.partition(), group.id(),
                group.name(), group.created());
        if (added != 1) {
            throw new ConflictException(Kind.NAME, group.name());
        }
    }

    private void removeUser(String partition, UserPort.Kind kind, String name)
            throws SQLException, ConflictException {
        int removed = execute("""
                DELETE FROM partition_user WHERE partition_name = ? AND kind = ? AND name = ?""",
                partition, kind.name(), name);
        if (removed != 1) {
            throw new ConflictException(Kind.VERSION, name);
        }
    }

    private void setRule(String partition, RuleKind kind, @Nullable String text)
            throws SQLException {
        execute("DELETE FROM partition_rule WHERE partition_name = ? AND kind = ?", partition,
                kind.name());
        if (text != null) {
            execute("INSERT INTO partition_rule (partition_name, kind, rules) VALUES (?, ?, ?)",
                    partition, kind.name(), text);
        }
    }

    private void enrol(EnrolledCertificate certificate) throws SQLException, ConflictException {
        execute("""
                INSERT INTO client (name, partition_name, role, profile, created)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING""", certificate.client(),
                certificate.partition(), certificate.role(), certificate.profile(),
                certificate.created());
        int sameClient = execute("""
                UPDATE client SET created = created WHERE name = ? AND partition_name = ?
                AND role = ? AND profile = ? AND revoked_at IS NULL""", certificate.client(),
                certificate.partition(), certificate.role(), certificate.profile());
        if (sameClient != 1) {
            throw new ConflictException(Kind.NAME, certificate.client());
        }
        add(certificate);
    }

    private void renew(ClientChange.Renew renewal) throws SQLException, ConflictException {
        EnrolledCertificate next = renewal.certificate();
        String client = next.client();
        for (String old : renewal.givesWay()) {
            expectOne(execute("""
                    DELETE FROM client_certificate
                    WHERE fingerprint = ? AND client_name = ? AND revoked_at IS NULL""", old,
                    client), old);
        }
        expectOne(execute("""
                UPDATE client_certificate SET created = created
                WHERE fingerprint = ? AND client_name = ? AND revoked_at IS NULL""",
                renewal.presented(), client), renewal.presented());
        add(next);
        expectOne(execute("""
                UPDATE client SET created = created WHERE name = ? AND partition_name = ?
                AND role = ? AND profile = ? AND revoked_at IS NULL
                AND (SELECT COUNT(*) FROM client_certificate
                     WHERE client_name = ? AND revoked_at IS NULL) <= ?""", client,
                next.partition(), next.role(), next.profile(), client,
                EnrolledCertificate.PER_CLIENT_MAX), client);
    }

    private void add(EnrolledCertificate certificate) throws SQLException, ConflictException {
        int added = execute("""
                INSERT INTO client_certificate
                    (fingerprint, client_name, serial, not_after, created)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING""",
                certificate.fingerprint(), certificate.client(), certificate.serial(),
                certificate.notAfter(), certificate.created());
        if (added != 1) {
            throw new ConflictException(Kind.ID, certificate.fingerprint());
        }
    }

    private void revoke(String sql, long at, String subject)
            throws SQLException, ConflictException {
        expectOne(execute(sql, at, subject), subject);
    }

    private static void expectOne(int changed, String subject) throws ConflictException {
        if (changed != 1) {
            throw new ConflictException(Kind.VERSION, subject);
        }
    }

    private int execute(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}

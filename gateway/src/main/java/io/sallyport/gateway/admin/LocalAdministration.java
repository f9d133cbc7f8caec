package io.sallyport.gateway.admin;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.audit.AuditVerifier;
import io.sallyport.gateway.identity.ClientRegistry;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.TokenRegistry;
import io.sallyport.gateway.identity.UserRegistry;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.gateway.store.Store;

/** Administration in the process that holds the home. Safe for every thread. */
public final class LocalAdministration implements Administration {
    private static final String LOCAL = "local";

    private final Store store;
    private final JournalPort journal;
    private final ClientRegistry registry;
    private final UserRegistry userRegistry;
    private final TokenRegistry tokenRegistry;
    private final Clock clock;

    /** Administration of this store, of whose clients, users and tokens these registries know. */
    public LocalAdministration(Store store, JournalPort journal, ClientRegistry registry,
            UserRegistry userRegistry, TokenRegistry tokenRegistry, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.registry = registry;
        this.userRegistry = userRegistry;
        this.tokenRegistry = tokenRegistry;
        this.clock = clock;
    }

    @Override
    public List<EnrolledCertificate> clients() throws AdminException {
        record("List Clients", null, Outcome.SUCCESS, null);
        return registry.all();
    }

    @Override
    public void enrol(EnrolledCertificate certificate) throws AdminException {
        String refusal = refusal(certificate);
        if (refusal != null) {
            record("Enrol Client", certificate.client(), Outcome.DENIED, "Refused");
            throw new AdminException(refusal);
        }
        change("Enrol Client", certificate.client(), new ClientChange.Enrol(certificate));
        registry.put(certificate);
    }

    @Override
    public void revoke(String client) throws AdminException {
        List<EnrolledCertificate> known = registry.of(client);
        if (known.isEmpty() || known.stream().allMatch(one -> one.revokedAt() != null)) {
            record("Revoke Client", client, Outcome.DENIED, "Refused");
            throw new AdminException(known.isEmpty()
                    ? "There is no client '" + client + "'; 'client list' shows all."
                    : "The client '" + client + "' is revoked already.");
        }
        long now = clock.instant().getEpochSecond();
        change("Revoke Client", client, new ClientChange.RevokeClient(client, now));
        registry.revokeClient(client, now);
    }

    @Override
    public List<EnrolledUser> users() throws AdminException {
        record("List Users", null, Outcome.SUCCESS, null);
        return userRegistry.all();
    }

    @Override
    public void addUser(EnrolledUser user) throws AdminException {
        if (userRegistry.all().stream().anyMatch(known -> isSame(known, user.partition(),
                user.kind(), user.name()))) {
            record("Add User", user.name(), Outcome.DENIED, "Refused");
            throw new AdminException("The partition '" + user.partition() + "' has a user '"
                    + user.name() + "' already; 'user list' shows all.");
        }
        change("Add User", user.name(), new ClientChange.AddUser(user));
        userRegistry.put(user);
    }

    @Override
    public void removeUser(String partition, UserPort.Kind kind, String name)
            throws AdminException {
        if (userRegistry.all().stream()
                .noneMatch(known -> isSame(known, partition, kind, name))) {
            record("Remove User", name, Outcome.DENIED, "Refused");
            throw new AdminException("The partition '" + partition + "' has no user '" + name
                    + "'; 'user list' shows all.");
        }
        change("Remove User", name, new ClientChange.RemoveUser(partition, kind, name));
        userRegistry.remove(partition, kind, name);
    }

    @Override
    public List<StoredToken> tokens() throws AdminException {
        record("List Tokens", null, Outcome.SUCCESS, null);
        return tokenRegistry.all();
    }

    @Override
    public void addToken(StoredToken token) throws AdminException {
        if (tokenRegistry.named(token.name()).isPresent()) {
            record("Add Token", token.name(), Outcome.DENIED, "Refused");
            throw new AdminException("There is a token '" + token.name()
                    + "' already, maybe a revoked one; take another name.");
        }
        change("Add Token", token.name(), new ClientChange.AddToken(token));
        tokenRegistry.put(token);
    }

    @Override
    public void renewToken(String name, @Nullable Long expires) throws AdminException {
        StoredToken known = tokenToChange("Renew Token", name);
        change("Renew Token", name, new ClientChange.RenewToken(name, expires));
        tokenRegistry.put(known.renewed(expires));
    }

    @Override
    public void revokeToken(String name) throws AdminException {
        StoredToken known = tokenToChange("Revoke Token", name);
        long now = clock.instant().getEpochSecond();
        change("Revoke Token", name, new ClientChange.RevokeToken(name, now));
        tokenRegistry.put(known.revoked(now));
    }

    private StoredToken tokenToChange(String operation, String name) throws AdminException {
        Optional<StoredToken> known = tokenRegistry.named(name);
        if (known.isEmpty() || known.get().revokedAt() != null) {
            record(operation, name, Outcome.DENIED, "Refused");
            throw new AdminException(known.isEmpty()
                    ? "There is no token '" + name + "'; 'token list' shows all."
                    : "The token '" + name + "' is revoked already.");
        }
        return known.get();
    }

    private static boolean isSame(EnrolledUser known, String partition, UserPort.Kind kind,
            String name) {
        return known.partition().equals(partition) && known.kind() == kind
                && known.name().equals(name);
    }

    @Override
    public AuditSummary verifyAudit() throws AdminException {
        try {
            AuditSummary summary = AuditSummary
                    .of(new AuditVerifier(store.readers(), store.domain()).verify());
            record("Verify Audit", null,
                    summary.flaw() == null ? Outcome.SUCCESS : Outcome.FAILED,
                    summary.flaw() == null ? null : "Flawed");
            return summary;
        } catch (SQLException e) {
            throw new AdminException("The audit log can't be read: " + e.getMessage() + ".", e);
        }
    }

    private @Nullable String refusal(EnrolledCertificate certificate) {
        List<EnrolledCertificate> known = registry.of(certificate.client());
        if (known.stream().anyMatch(one -> one.revokedAt() != null)) {
            return "The client '" + certificate.client()
                    + "' was revoked; enrol it under another name.";
        }
        if (known.stream().anyMatch(one -> !one.partition().equals(certificate.partition())
                || !one.profile().equals(certificate.profile())
                || !one.role().equals(certificate.role()))) {
            return "The client '" + certificate.client()
                    + "' exists with another partition or profile; choose another name.";
        }
        long now = clock.instant().getEpochSecond();
        if (known.stream().filter(one -> one.notAfter() > now)
                .count() >= EnrolledCertificate.PER_CLIENT_MAX) {
            return "The client '" + certificate.client() + "' has "
                    + EnrolledCertificate.PER_CLIENT_MAX
                    + " certificates in force already; choose another name.";
        }
        return null;
    }

    private void record(String operation, @Nullable String object, Outcome outcome,
            @Nullable String reason) throws AdminException {
        commit(new Submission(List.of(), List.of(), List.of(event(operation, object, outcome,
                reason))), operation);
    }

    private void change(String operation, String client, ClientChange change)
            throws AdminException {
        commit(new Submission(List.of(), List.of(change),
                List.of(event(operation, client, Outcome.SUCCESS, null))), operation);
    }

    private void commit(Submission submission, String operation) throws AdminException {
        try {
            journal.commit(submission).toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConflictException conflict) {
                record(operation, null, Outcome.FAILED, conflict.kind().name());
                throw new AdminException("Somebody else changed the client at the same time;"
                        + " look at 'client list' and try again.", conflict);
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdminException(
                    "Nothing was changed, because it can't be stored: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("The wait for the store was interrupted.", e);
        }
    }

    private AuditEvent event(String operation, @Nullable String object, Outcome outcome,
            @Nullable String reason) {
        return operatorEvent(clock.millis(), operation, object, outcome, reason);
    }

    /** What the audit log keeps of an act of the local operator. */
    public static AuditEvent operatorEvent(long epochMillis, String operation,
            @Nullable String object, Outcome outcome, @Nullable String reason) {
        return new AuditEvent(epochMillis, Subject.OPERATOR_NAME, null, LOCAL, null, operation,
                object, outcome, reason, true, false, null);
    }
}

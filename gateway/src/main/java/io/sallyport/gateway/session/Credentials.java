package io.sallyport.gateway.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.message.Tickets;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.TicketType;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Looks at the credentials of a request's header (KMIP 2.1 section 7.5). The certificate says which
 * client asks, whatever they are; they may name a user of the client's partition or narrow what
 * the client may do.
 *
 * <p>In a partition without users names and passwords mean nothing: many clients are made to send
 * some. A device that shows no password has proved nothing, and stands for nobody. A hash over the
 * password needs the password, or as much, in the store: only slow hashes are there, so such
 * credentials are not served, nor are one time passwords. Safe for every event loop.
 */
final class Credentials {
    /** Goes before the name of a device where it stands for a user. */
    private static final String DEVICE = "device:";

    private final UserPort users;
    private final Tickets tickets;

    Credentials(UserPort users, Tickets tickets) {
        this.users = users;
        this.tickets = tickets;
    }

    /**
     * The client as its credentials have it.
     *
     * @param now in seconds since 1970
     * @return fails with an {@link OperationFault} if one of them is not good
     */
    Future<Subject> check(Subject client, RequestHeader header, long now) {
        List<Credential> all = header.authentication() == null
                ? List.of()
                : header.authentication().credentials();
        Future<Subject> checked = Future.succeededFuture(client);
        for (Credential credential : all) {
            checked = checked.compose(sofar -> check(sofar, credential, now));
        }
        return checked;
    }

    private Future<Subject> check(Subject client, Credential credential, long now) {
        return switch (credential) {
            case Credential.UsernameAndPassword(String name, ByteSlice password) ->
                user(client, Kind.USER, name, password);
            case Credential.Device device -> device(client, device);
            case Credential.OfTicket shown -> ticket(client, shown, now);
            case Credential.Attestation _ -> Future.failedFuture(new OperationFault(
                    ResultReason.ATTESTATION_FAILED, "Attestation is not supported.", true));
            case Credential.OneTimePassword _ -> notServed("One time passwords are not supported.");
            case Credential.HashedPassword _ -> notServed("Hashed passwords are not supported.");
            case Credential.Other _ -> notServed("Credentials of this kind are not supported.");
        };
    }

    private Future<Subject> device(Subject client, Credential.Device device) {
        String name = device.deviceIdentifier() == null
                ? device.serialNumber()
                : device.deviceIdentifier();
        return device.password() == null
                ? Future.succeededFuture(client)
                : user(client, Kind.DEVICE, name, device.password());
    }

    private Future<Subject> user(Subject client, Kind kind, @Nullable String name,
            @Nullable ByteSlice password) {
        if (!users.hasUsers(client.partition())) {
            return Future.succeededFuture(client);
        }
        if (name == null || password == null) {
            return Future.failedFuture(notSuccessful());
        }
        String user = kind == Kind.USER ? name : DEVICE + name;
        return users.verify(client.partition(), kind, name, password).transform(checked -> {
            if (checked.failed()) {
                return Future.failedFuture(new OperationFault(ResultReason.GENERAL_FAILURE,
                        "Too many credentials are being checked; try again."));
            }
            if (!checked.result() || !isNobodyElse(client, user)) {
                return Future.failedFuture(notSuccessful());
            }
            Subject acting = client.actingFor(user, client.rights());
            return Future.succeededFuture(
                    users.isAdministrator(client.partition(), kind, name)
                            ? acting.administering()
                            : acting);
        });
    }

    private Future<Subject> ticket(Subject client, Credential.OfTicket shown, long now) {
        try {
            if (!shown.ticket().type().is(TicketType.LOGIN)) {
                throw invalidTicket();
            }
            Subject acting = tickets.show(client, shown.ticket().value(), now);
            if (!isStillThere(acting)) {
                throw invalidTicket();
            }
            return client.user() == null || client.user().equals(acting.user())
                    ? Future.succeededFuture(acting)
                    : Future.failedFuture(notSuccessful());
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }

    /** A ticket ends with its user, and that of an administrator with the office. */
    private boolean isStillThere(Subject acting) {
        String user = acting.user();
        if (user == null) {
            return true;
        }
        if (acting.role() == Role.ADMINISTRATOR) {
            return users.isAdministrator(acting.partition(), Kind.USER, user);
        }
        return users.isKnown(acting.partition(), Kind.USER, user)
                || (user.startsWith(DEVICE) && users.isKnown(acting.partition(), Kind.DEVICE,
                        user.substring(DEVICE.length())));
    }

    private static boolean isNobodyElse(Subject client, String user) {
        return client.user() == null || client.user().equals(user);
    }

    private static OperationFault invalidTicket() {
        return new OperationFault(ResultReason.INVALID_TICKET, "The ticket is not valid.", true);
    }

    /** The same for everybody: it tells of no user. */
    private static Future<Subject> notServed(String text) {
        return Future.failedFuture(
                new OperationFault(ResultReason.FEATURE_NOT_SUPPORTED, text, true));
    }

    /** One answer for every way in which a credential is not good. */
    private static OperationFault notSuccessful() {
        return new OperationFault(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL,
                "The credential is not valid.", true);
    }
}

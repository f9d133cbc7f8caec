package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.CreateCredential;
import io.sallyport.kmip.message.payload.CreateGroup;
import io.sallyport.kmip.message.payload.CreateUser;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.message.payload.DelegatedLogin;
import io.sallyport.kmip.message.payload.Login;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Users, groups and credentials that an administrator makes over the draft of KMIP 3.0. */
class CreateUserTest {
    private final Conversation talk = new Conversation(KmipVersion.V3_0);

    @BeforeEach
    void haveAnAdministrator() {
        talk.as(Conversation.OASIS);
        talk.users.addAdministrator("root", "secret");
        talk.users.add(Kind.USER, "ann", "secret");
    }

    private static List<Credential> as(String user, String password) {
        return List.of(new Credential.UsernameAndPassword(user,
                ByteSlice.of(password.getBytes(StandardCharsets.UTF_8))));
    }

    private ResponseBatchItem byRoot(RequestPayload payload) {
        return talk.with(as("root", "secret"), payload);
    }

    private static CreateCredential.Request password(String text) {
        return new CreateCredential.Request(Enumerated.of(CredentialType.PASSWORD),
                AttributeList.EMPTY, Items.structure(Tag.PASSWORD_CREDENTIAL,
                        Items.text(Tag.PASSWORD, text)));
    }

    private static CreateUser.Request user(String name, String... credentials) {
        List<Attribute> attributes = new ArrayList<>();
        for (String id : credentials) {
            attributes.add(Attribute.of(AttributeType.CREDENTIAL_LINK, new TtlvItem.ReferenceItem(
                    AttributeType.CREDENTIAL_LINK.tag(), ByteSlice.ofText(id))));
        }
        attributes.add(Attribute.name(name));
        return new CreateUser.Request(new AttributeList(attributes));
    }

    private String credential(String text) {
        return ((CreateCredential.Response) Objects.requireNonNull(
                byRoot(password(text)).payload())).uniqueIdentifier();
    }

    @Test
    void aUserLogsInWithThePasswordThatItWasMadeWith() {
        String id = credential("of bob");
        assertThat(byRoot(user("bob", id)).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(as("bob", "of bob"), Requests.locate(null, null)).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(as("bob", "secret"), Requests.locate(null, null)).reason())
                .isEqualTo(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL);
        assertThat(talk.store.events()).extracting(event -> event.operation() + " "
                + event.actor()).startsWith("CreateCredential oasis/root",
                        "CreateUser oasis/root");
        assertThat(talk.store.events()).filteredOn(event -> event.actor().equals("oasis/root"))
                .allSatisfy(event -> assertThat(event.objectId()).isNotNull());
        assertThat(talk.store.clients().toString()).doesNotContain("of bob");
    }

    @Test
    void aCredentialIsOneUsersOnly() {
        String id = credential("one");
        assertThat(byRoot(user("bob", id)).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(byRoot(user("eve", id)).reason()).isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(byRoot(user("eve", "none")).reason()).isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(byRoot(user("eve", credential("a"), credential("b"))).reason())
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.users.hasUser("eve")).isFalse();
    }

    @Test
    void onlyAnAdministratorMakesThemAndItUsesNoKey() {
        List<RequestPayload> made = List.of(password("x"), user("bob"), group("g"));
        for (RequestPayload payload : made) {
            assertThat(talk.refused(payload)).isEqualTo(ResultReason.PERMISSION_DENIED);
            assertThat(talk.with(as("ann", "secret"), payload).reason())
                    .isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        talk.as(new Subject("op", "mine", Role.OPERATOR, null, Profile.OASIS));
        for (RequestPayload payload : made) {
            assertThat(talk.refused(payload)).isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        talk.as(Conversation.OASIS);
        assertThat(byRoot(Requests.create(128)).reason())
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(byRoot(Requests.locate(null, null)).reason())
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.store.clients()).isEmpty();
    }

    @Test
    void anAdministratorsTicketHasItsRoleAndNoMore() {
        Ticket ticket = ticket(byRoot(new Login.Request(null, null, null)));
        assertThat(show(ticket, group("by ticket")).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.store.events().getLast().actor()).isEqualTo("oasis/root");
        for (RequestPayload use : List.of(Requests.create(128), Requests.locate(null, null))) {
            assertThat(show(ticket, use).reason()).isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        Ticket narrow = ticket(byRoot(new DelegatedLogin.Request(null, null, null,
                List.of(new Right(null, List.of(Enumerated.of(Operation.CREATE_GROUP),
                        Enumerated.of(Operation.CREATE)), List.of())))));
        assertThat(show(narrow, group("narrow")).status()).isEqualTo(ResultStatus.SUCCESS);
        for (RequestPayload other : List.of(password("x"), user("bob"), Requests.create(128))) {
            assertThat(show(narrow, other).reason()).isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        talk.users.demote("root");
        assertThat(show(ticket, group("late")).reason()).isEqualTo(ResultReason.INVALID_TICKET);
        talk.users.remove(Kind.USER, "root");
        assertThat(show(ticket, group("late")).reason()).isEqualTo(ResultReason.INVALID_TICKET);
    }

    @Test
    void nobodyElsesTicketIsAnAdministrators() {
        Ticket own = ticket(talk.one(new Login.Request(null, null, null)));
        Ticket anns =
                ticket(talk.with(as("ann", "secret"), new Login.Request(null, null, null)));
        talk.users.addAdministrator("ann", "secret");
        for (Ticket ticket : List.of(own, anns)) {
            assertThat(show(ticket, group("g")).reason())
                    .isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        assertThat(talk.store.clients()).isEmpty();
    }

    private ResponseBatchItem show(Ticket ticket, RequestPayload payload) {
        return talk.with(List.of(new Credential.OfTicket(ticket)), payload);
    }

    private static Ticket ticket(ResponseBatchItem item) {
        Ticket given = switch (Objects.requireNonNull(item.payload())) {
            case Login.Response login -> login.ticket();
            case DelegatedLogin.Response login -> login.ticket();
            default -> throw new AssertionError(item.toString());
        };
        return new Ticket(given.type(), ByteSlice.of(given.value().toByteArray()));
    }

    @Test
    void aNameThatIsTakenIsTold() {
        talk.store.failNext(new ConflictException(ConflictException.Kind.NAME, "ann"));
        assertThat(byRoot(user("ann")).reason())
                .isEqualTo(ResultReason.NON_UNIQUE_NAME_ATTRIBUTE);
        assertThat(talk.store.clients()).isEmpty();
    }

    @Test
    void anEmptyPasswordABrokenCertificateAndAnUnknownKindAreRefused() {
        assertThat(byRoot(password("")).reason()).isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(byRoot(new CreateCredential.Request(
                Enumerated.of(CredentialType.CERTIFICATE), AttributeList.EMPTY,
                Items.structure(Tag.CERTIFICATE,
                        new TtlvItem.EnumerationItem(Tag.CERTIFICATE_TYPE, 1),
                        new TtlvItem.ByteStringItem(Tag.CERTIFICATE_VALUE, hex("00")))))
                .reason()).isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(byRoot(new CreateCredential.Request(
                Enumerated.of(CredentialType.HASHED_PASSWORD), AttributeList.EMPTY,
                Items.structure(Tag.HASHED_PASSWORD_CREDENTIAL))).reason())
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        assertThat(byRoot(new CreateUser.Request(AttributeList.EMPTY)).reason())
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.store.clients()).isEmpty();
    }

    @Test
    void aGroupHasAName() {
        assertThat(byRoot(group("g")).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.store.clients()).hasSize(1);
        assertThat(byRoot(new CreateGroup.Request(AttributeList.EMPTY)).reason())
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    private static CreateGroup.Request group(String name) {
        return new CreateGroup.Request(AttributeList.of(Attribute.name(name)));
    }
}

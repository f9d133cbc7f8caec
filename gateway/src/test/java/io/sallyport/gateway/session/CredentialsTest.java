package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.get;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static io.sallyport.gateway.session.Requests.locate;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.DelegatedLogin;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Login;
import io.sallyport.kmip.message.payload.Logout;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Nonce;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Credentials in the header, the users that they name, and tickets. */
class CredentialsTest {
    private static final DiscoverVersions.Request ANYTHING =
            new DiscoverVersions.Request(List.of());

    private static Credential user(String name, String password) {
        return new Credential.UsernameAndPassword(name, text(password));
    }

    private static Credential device(String id, @Nullable String password) {
        return new Credential.Device("serial", password == null ? null : text(password), id, null,
                null, null);
    }

    private static ByteSlice text(String text) {
        return ByteSlice.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Conversation withUsers(KmipVersion version) {
        Conversation talk = new Conversation(version);
        talk.users.add(Kind.USER, "ann", "of green gables");
        talk.users.add(Kind.USER, "bob", "pässword");
        talk.users.add(Kind.DEVICE, "tape", "reel");
        return talk;
    }

    private static String createdBy(Conversation talk, Credential credential) {
        ResponseBatchItem item = talk.with(List.of(credential), Requests.create(128));
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.SUCCESS);
        return ((Create.Response) Objects.requireNonNull(item.payload())).uniqueIdentifier();
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4", "V2_1"})
    void aWrongPasswordAndAnUnknownUserAreToldAlikeAndAudited(KmipVersion version) {
        Conversation talk = withUsers(version);
        ResponseBatchItem wrong = talk.with(List.of(user("ann", "guess")), ANYTHING);
        ResponseBatchItem unknown = talk.with(List.of(user("eve", "guess")), ANYTHING);
        ResponseBatchItem none = talk.with(
                List.of(new Credential.UsernameAndPassword("ann", null)), ANYTHING);
        for (ResponseBatchItem item : List.of(wrong, unknown, none)) {
            assertThat(item.reason()).isEqualTo(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL);
            assertThat(item.message()).isEqualTo(wrong.message());
        }
        assertThat(talk.store.events()).hasSize(3)
                .allMatch(event -> event.outcome() == AuditEvent.Outcome.DENIED)
                .allMatch(event -> event.actor().equals("app"));
        assertThat(talk.with(List.of(user("bob", "pässword")), ANYTHING).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.store.events().getLast().actor()).isEqualTo("app/bob");
    }

    @Test
    void aPartitionWithoutUsersDoesNotLook() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        assertThat(talk.with(List.of(user("any", "thing")), Requests.create(128)).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.store.events().getLast().actor()).isEqualTo("app");
    }

    @Test
    void whatAUserMadeIsAbsentForAllOthers() {
        Conversation talk = withUsers(KmipVersion.V2_1);
        Credential ann = user("ann", "of green gables");
        String key = createdBy(talk, ann);
        assertThat(talk.with(List.of(ann), get(key)).status()).isEqualTo(ResultStatus.SUCCESS);
        for (List<Credential> others : List.of(List.<Credential>of(),
                List.of(user("bob", "pässword")), List.of(device("tape", "reel")))) {
            ResponseBatchItem foreign = talk.with(others, get(key));
            ResponseBatchItem absent = talk.with(others, get("nobody"));
            assertThat(foreign.reason()).isEqualTo(ResultReason.OBJECT_NOT_FOUND)
                    .isEqualTo(absent.reason());
            assertThat(foreign.message()).isEqualTo(absent.message());
            assertThat(((Locate.Response) Objects.requireNonNull(
                    talk.with(others, locate(null, null)).payload())).uniqueIdentifiers())
                    .isEmpty();
        }
        assertThat(((Locate.Response) Objects.requireNonNull(
                talk.with(List.of(ann), locate(null, null)).payload())).uniqueIdentifiers())
                .containsExactly(key);
    }

    @Test
    void whateverAUserMakesOfKeysIsThatUsers() {
        Conversation talk = withUsers(KmipVersion.V2_1);
        List<Credential> ann = List.of(user("ann", "of green gables"));
        String key = ((Register.Response) Objects.requireNonNull(talk.with(ann,
                Requests.register("00112233445566778899aabbccddeeff",
                        CryptographicUsageMask.DERIVE_KEY,
                        Requests.activeSince(Conversation.NOW - 1)))
                .payload())).uniqueIdentifier();
        List<String> made = new ArrayList<>();
        for (RequestPayload request : List.of(
                new CreateKeyPair.Request(AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.ECDSA),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256)),
                        AttributeList.EMPTY, AttributeList.EMPTY, List.of(), List.of(),
                        List.of()),
                new DeriveKey.Request(Enumerated.of(ObjectType.SECRET_DATA), List.of(id(key)),
                        Enumerated.of(DerivationMethod.HMAC),
                        new DerivationParameters(null, null, List.of(), hex("00"), null),
                        AttributeList.of(
                                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 128))),
                new CreateSplitKey.Request(Enumerated.of(ObjectType.SPLIT_KEY), id(key), 3, 2,
                        Enumerated.of(SplitKeyMethod.POLYNOMIAL_SHARING_GF2_8), null, null,
                        AttributeList.EMPTY, List.of()),
                new ReKey.Request(id(key), null, AttributeList.EMPTY, List.of()))) {
            ResponseBatchItem item = talk.with(ann, request);
            assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.SUCCESS);
            switch (Objects.requireNonNull(item.payload())) {
                case CreateKeyPair.Response pair -> made.addAll(List.of(
                        pair.privateKeyUniqueIdentifier(), pair.publicKeyUniqueIdentifier()));
                case DeriveKey.Response derived -> made.add(derived.uniqueIdentifier());
                case CreateSplitKey.Response parts -> made.addAll(parts.uniqueIdentifiers());
                case ReKey.Response next -> made.add(next.uniqueIdentifier());
                default -> throw new AssertionError(item.toString());
            }
        }
        assertThat(made).hasSize(7);
        for (String id : made) {
            assertThat(talk.with(ann, Requests.attributes(id)).status())
                    .isEqualTo(ResultStatus.SUCCESS);
            assertThat(talk.with(List.of(user("bob", "pässword")), Requests.attributes(id))
                    .reason()).isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        }
    }

    @Test
    void whatNobodyMadeIsThereForEveryUserOfThePartition() {
        Conversation talk = withUsers(KmipVersion.V1_4);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        assertThat(talk.with(List.of(user("bob", "pässword")), get(key)).status())
                .isEqualTo(ResultStatus.SUCCESS);
    }

    @Test
    void underTheProfileOfThePublishedCasesAUserIsDeniedBoth() {
        Conversation talk = withUsers(KmipVersion.V1_2).as(Conversation.OASIS);
        String key = createdBy(talk, user("ann", "of green gables"));
        List<Credential> bob = List.of(user("bob", "pässword"));
        ResponseBatchItem foreign = talk.with(bob, get(key));
        ResponseBatchItem absent = talk.with(bob, get("nobody"));
        assertThat(foreign.reason()).isEqualTo(ResultReason.PERMISSION_DENIED)
                .isEqualTo(absent.reason());
        assertThat(foreign.message()).isEqualTo(absent.message());
    }

    @Test
    void aDeviceNeedsAPasswordToBeSomebody() {
        Conversation talk = withUsers(KmipVersion.V1_4);
        String key = createdBy(talk, device("tape", "reel"));
        assertThat(talk.store.events().getLast().actor()).isEqualTo("app/device:tape");
        assertThat(talk.with(List.of(device("tape", null)), get(key)).reason())
                .isEqualTo(ResultReason.ITEM_NOT_FOUND);
        assertThat(talk.with(List.of(device("tape", "wrong")), get(key)).reason())
                .isEqualTo(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL);
    }

    @Test
    void nobodyIsTwoUsersAtATime() {
        Conversation talk = withUsers(KmipVersion.V1_4);
        assertThat(talk.with(
                List.of(user("ann", "of green gables"), user("bob", "pässword")), ANYTHING)
                .reason()).isEqualTo(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL);
    }

    @Test
    void attestationIsRefused() {
        Conversation talk = new Conversation(KmipVersion.V1_4);
        Credential attestation = new Credential.Attestation(new Nonce(hex("01"), hex("02")),
                Enumerated.of(AttestationType.TPM_QUOTE), hex("03"), null);
        assertThat(talk.with(List.of(attestation), ANYTHING).reason())
                .isEqualTo(ResultReason.ATTESTATION_FAILED);
    }

    @Test
    void aKindThatIsNotServedIsRefusedByItsNameWhoeverItIsFor() {
        Map<Credential, String> kinds = Map.of(
                new Credential.HashedPassword("ann", 0, null, hex("00")),
                "Hashed passwords are not supported.",
                new Credential.HashedPassword("eve", 0, null, hex("00")),
                "Hashed passwords are not supported.",
                new Credential.OneTimePassword("ann", text("of green gables"), text("123456")),
                "One time passwords are not supported.",
                new Credential.OneTimePassword("eve", null, text("123456")),
                "One time passwords are not supported.");
        for (Conversation talk : List.of(withUsers(KmipVersion.V2_1),
                withUsers(KmipVersion.V2_0), new Conversation(KmipVersion.V2_1))) {
            kinds.forEach((credential, text) -> {
                ResponseBatchItem refused = talk.with(List.of(credential), ANYTHING);
                assertThat(refused.reason()).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
                assertThat(refused.message()).isEqualTo(text);
                assertThat(talk.store.events().getLast().outcome())
                        .isEqualTo(AuditEvent.Outcome.DENIED);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4", "V2_1"})
    void aKindThatNobodyKnowsIsRefused(KmipVersion version) {
        Credential unknown = new Credential.Other(new Enumerated<>(0x80000001, null),
                Items.structure(Tag.CREDENTIAL_VALUE, Items.text(Tag.USERNAME, "ann")));
        ResponseBatchItem refused = withUsers(version).with(List.of(unknown), ANYTHING);
        assertThat(refused.reason()).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        assertThat(refused.message())
                .isEqualTo("Credentials of this kind are not supported.");
    }

    private static Ticket copy(Ticket ticket) {
        return new Ticket(ticket.type(), ByteSlice.of(ticket.value().toByteArray()));
    }

    private static Ticket login(Conversation talk, @Nullable Integer lease,
            @Nullable Integer count) {
        return copy(talk.ok(new Login.Request(lease, count, null), Login.Response.class)
                .ticket());
    }

    private static List<Credential> show(Ticket ticket) {
        return List.of(new Credential.OfTicket(ticket));
    }

    @Test
    void aTicketIsGoodForSoManyRequests() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        Ticket ticket = login(talk, 0, 2);
        assertThat(talk.with(show(ticket), ANYTHING).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(show(ticket), ANYTHING).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(show(ticket), ANYTHING).reason())
                .isEqualTo(ResultReason.USAGE_LIMIT_EXCEEDED);
    }

    @Test
    void aTicketIsGoodUntilTheLogout() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Ticket ticket = login(talk, null, null);
        assertThat(talk.with(show(ticket), new Logout.Request(ticket)).status())
                .isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(show(ticket), ANYTHING).reason())
                .isEqualTo(ResultReason.INVALID_TICKET);
        assertThat(talk.refused(new Logout.Request(ticket)))
                .isEqualTo(ResultReason.INVALID_TICKET);
    }

    @Test
    void aTicketIsGoodForItsClientOnly() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Ticket ticket = login(talk, null, null);
        talk.as(new Subject("thief", "mine", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        assertThat(talk.with(show(ticket), ANYTHING).reason())
                .isEqualTo(ResultReason.INVALID_TICKET);
        assertThat(talk.refused(new Logout.Request(ticket)))
                .isEqualTo(ResultReason.INVALID_TICKET);
    }

    @Test
    void aTicketStandsForTheUserWhoGotIt() {
        Conversation talk = withUsers(KmipVersion.V2_1);
        Credential ann = user("ann", "of green gables");
        String key = createdBy(talk, ann);
        Login.Response answer = (Login.Response) Objects.requireNonNull(
                talk.with(List.of(ann), new Login.Request(null, null, null)).payload());
        Ticket ticket = copy(answer.ticket());
        assertThat(talk.with(show(ticket), get(key)).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(show(ticket), new Login.Request(null, null, null)).reason())
                .as("a ticket can't lift its own limits")
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.with(List.of(user("bob", "pässword"), new Credential.OfTicket(ticket)),
                ANYTHING).reason()).isEqualTo(ResultReason.AUTHENTICATION_NOT_SUCCESSFUL);
    }

    @Test
    void aTicketEndsWithItsUser() {
        Conversation talk = withUsers(KmipVersion.V2_1);
        for (Credential who : List.of(user("ann", "of green gables"), device("tape", "reel"))) {
            Ticket ticket = copy(((Login.Response) Objects.requireNonNull(
                    talk.with(List.of(who), new Login.Request(null, null, null)).payload()))
                    .ticket());
            assertThat(talk.with(show(ticket), ANYTHING).status())
                    .isEqualTo(ResultStatus.SUCCESS);
            talk.users.remove(Kind.USER, "ann");
            talk.users.remove(Kind.DEVICE, "tape");
            assertThat(talk.with(show(ticket), ANYTHING).reason())
                    .isEqualTo(ResultReason.INVALID_TICKET);
            talk.users.add(Kind.DEVICE, "tape", "reel");
        }
    }

    @Test
    void aDelegatedTicketCarriesItsRightsOnly() {
        Conversation talk = new Conversation(KmipVersion.V2_0);
        String mine = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        String other = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        Right right = new Right(null,
                List.of(Enumerated.of(Operation.QUERY), Enumerated.of(Operation.GET)),
                List.of(UniqueIdentifier.of(mine)));
        Ticket ticket = copy(talk.ok(new DelegatedLogin.Request(0, null, null, List.of(right)),
                DelegatedLogin.Response.class).ticket());
        assertThat(talk.with(show(ticket), get(mine)).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(talk.with(show(ticket), get(other)).reason())
                .isEqualTo(ResultReason.OBJECT_NOT_FOUND);
        assertThat(talk.with(show(ticket), Requests.create(128)).reason())
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        Query.Response query = (Query.Response) Objects.requireNonNull(talk.with(show(ticket),
                new Query.Request(List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS))))
                .payload());
        assertThat(query.operations()).extracting(Enumerated::known)
                .containsExactlyInAnyOrder(Operation.QUERY, Operation.GET);
        assertThat(talk.with(show(ticket),
                new DelegatedLogin.Request(0, null, null, List.of(right))).reason())
                .isEqualTo(ResultReason.PERMISSION_DENIED);
    }

    @Test
    void aTicketForSomeObjectsLocatesNoOthers() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String mine = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        String other = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        Right one = new Right(null, List.of(Enumerated.of(Operation.LOCATE)),
                List.of(UniqueIdentifier.of(mine)));
        Right another = new Right(null, List.of(Enumerated.of(Operation.GET)),
                List.of(UniqueIdentifier.of(other)));
        assertThat(located(talk, one, another)).containsExactly(mine);
        assertThat(located(talk, one, new Right(null, List.of(),
                List.of(UniqueIdentifier.of(other))))).containsExactlyInAnyOrder(mine, other);
        assertThat(located(talk, one, new Right(null, List.of(Enumerated.of(Operation.LOCATE)),
                List.of()))).containsExactlyInAnyOrder(mine, other);
        assertThat(located(talk, new Right(null, List.of(Enumerated.of(Operation.LOCATE)),
                List.of(UniqueIdentifier.of("none"))))).isEmpty();
    }

    private static List<String> located(Conversation talk, Right... rights) {
        Ticket ticket = copy(talk.ok(
                new DelegatedLogin.Request(0, null, null, List.of(rights)),
                DelegatedLogin.Response.class).ticket());
        return ((Locate.Response) Objects.requireNonNull(
                talk.with(show(ticket), Requests.locate(null, null)).payload()))
                .uniqueIdentifiers();
    }

    @Test
    void aTicketWithNothingInItOpensNothing() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Ticket ticket = login(talk, null, null);
        assertThat(talk.with(show(new Ticket(ticket.type(), hex("00"))), ANYTHING).reason())
                .isEqualTo(ResultReason.INVALID_TICKET);
        assertThat(talk.refused(new Login.Request(-1, null, null)))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }
}

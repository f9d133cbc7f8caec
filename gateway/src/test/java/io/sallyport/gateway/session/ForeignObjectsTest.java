package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.cbc;
import static io.sallyport.gateway.session.Requests.hex;
import static io.sallyport.gateway.session.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.AdjustAttribute;
import io.sallyport.kmip.message.payload.Archive;
import io.sallyport.kmip.message.payload.Certify;
import io.sallyport.kmip.message.payload.Check;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.GetAttributeList;
import io.sallyport.kmip.message.payload.GetUsageAllocation;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.JoinSplitKey;
import io.sallyport.kmip.message.payload.Mac;
import io.sallyport.kmip.message.payload.MacVerify;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.message.payload.ObtainLease;
import io.sallyport.kmip.message.payload.ReCertify;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.ReKeyKeyPair;
import io.sallyport.kmip.message.payload.Recover;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.SetAttribute;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.message.payload.Validate;
import io.sallyport.kmip.model.AdjustmentType;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * No answer tells whether an object of others exists: reason and text are those of an absent one,
 * or a client may use its identifier as if it were free.
 */
class ForeignObjectsTest {
    private static final Subject SPY =
            new Subject("spy", "other", Role.CRYPTO_USER, "ef", Profile.OASIS);
    private static final String ABSENT = "00000000-0000-4000-8000-000000000000";
    private static final Attribute NAME = Attribute.name("new");

    /** Operations that are about no object. */
    private static final Set<Operation> WITHOUT_OBJECT = EnumSet.of(Operation.CREATE,
            Operation.REGISTER, Operation.LOCATE, Operation.QUERY, Operation.DISCOVER_VERSIONS,
            Operation.POLL, Operation.CANCEL, Operation.PROCESS,
            Operation.QUERY_ASYNCHRONOUS_REQUESTS, Operation.LOGIN, Operation.LOGOUT,
            Operation.DELEGATED_LOGIN, Operation.SET_CONSTRAINTS, Operation.GET_CONSTRAINTS,
            Operation.SET_DEFAULTS, Operation.SET_ENDPOINT_ROLE, Operation.CREATE_KEY_PAIR,
            Operation.IMPORT, Operation.LOG, Operation.PING, Operation.INTEROP, Operation.HASH,
            Operation.RNG_RETRIEVE, Operation.RNG_SEED, Operation.PKCS_11,
            Operation.RE_PROVISION);

    private static Map<Operation, Function<String, RequestPayload>> requests() {
        Map<Operation, Function<String, RequestPayload>> requests =
                new EnumMap<>(Operation.class);
        requests.put(Operation.GET, Requests::get);
        requests.put(Operation.GET_ATTRIBUTES, Requests::attributes);
        requests.put(Operation.GET_ATTRIBUTE_LIST, key -> new GetAttributeList.Request(id(key)));
        requests.put(Operation.ADD_ATTRIBUTE, key -> new AddAttribute.Request(id(key), NAME));
        requests.put(Operation.MODIFY_ATTRIBUTE,
                key -> new ModifyAttribute.Request(id(key), null, NAME));
        requests.put(Operation.DELETE_ATTRIBUTE, key -> new DeleteAttribute.Request(id(key),
                AttributeName.of(AttributeType.NAME), null, null));
        requests.put(Operation.ACTIVATE, Requests::activate);
        requests.put(Operation.REVOKE,
                key -> Requests.revoke(key, RevocationReasonCode.UNSPECIFIED));
        requests.put(Operation.DESTROY, Requests::destroy);
        requests.put(Operation.CHECK, key -> new Check.Request(id(key), null, 4, null));
        requests.put(Operation.OBTAIN_LEASE, key -> new ObtainLease.Request(id(key)));
        requests.put(Operation.GET_USAGE_ALLOCATION,
                key -> new GetUsageAllocation.Request(id(key), 1));
        requests.put(Operation.ARCHIVE, key -> new Archive.Request(id(key)));
        requests.put(Operation.RECOVER, key -> new Recover.Request(id(key)));
        requests.put(Operation.RE_KEY,
                key -> new ReKey.Request(id(key), null, AttributeList.EMPTY, List.of()));
        requests.put(Operation.SET_ATTRIBUTE, key -> new SetAttribute.Request(id(key),
                Attribute.text(AttributeType.DESCRIPTION, "mine")));
        requests.put(Operation.ADJUST_ATTRIBUTE, key -> new AdjustAttribute.Request(id(key),
                AttributeName.of(AttributeType.SENSITIVE),
                Enumerated.of(AdjustmentType.NEGATE), null));
        requests.put(Operation.EXPORT,
                key -> new Export.Request(id(key), null, null, null, null));
        cryptography(requests);
        return requests;
    }

    private static void cryptography(Map<Operation, Function<String, RequestPayload>> requests) {
        ByteSlice block = hex("00112233445566778899aabbccddeeff");
        Enumerated<ObjectType> type = Enumerated.of(ObjectType.SYMMETRIC_KEY);
        requests.put(Operation.SIGN, key -> new Sign.Request(id(key), null, block, null, null,
                null, null));
        requests.put(Operation.SIGNATURE_VERIFY, key -> new SignatureVerify.Request(id(key), null,
                block, null, block, null, null, null));
        requests.put(Operation.MAC,
                key -> new Mac.Request(id(key), null, block, null, null, null));
        requests.put(Operation.MAC_VERIFY,
                key -> new MacVerify.Request(id(key), null, block, block, null, null, null));
        requests.put(Operation.DERIVE_KEY, key -> new DeriveKey.Request(type, List.of(id(key)),
                Enumerated.of(DerivationMethod.PBKDF2),
                new DerivationParameters(null, null, List.of(), block, 1000),
                new AttributeList(List.of(
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 128)))));
        requests.put(Operation.CREATE_SPLIT_KEY, key -> new CreateSplitKey.Request(type, id(key),
                3, 2, Enumerated.of(SplitKeyMethod.XOR), null, null, AttributeList.EMPTY,
                List.of()));
        requests.put(Operation.JOIN_SPLIT_KEY, key -> new JoinSplitKey.Request(type,
                List.of(id(key)), null, AttributeList.EMPTY, List.of()));
        requests.put(Operation.CERTIFY, key -> new Certify.Request(id(key), null, null,
                AttributeList.EMPTY, List.of()));
        requests.put(Operation.RE_CERTIFY, key -> new ReCertify.Request(id(key), null, null, null,
                null, AttributeList.EMPTY, List.of()));
        requests.put(Operation.VALIDATE,
                key -> new Validate.Request(List.of(), List.of(id(key)), null));
        requests.put(Operation.RE_KEY_KEY_PAIR, key -> new ReKeyKeyPair.Request(id(key), null,
                AttributeList.EMPTY, AttributeList.EMPTY, AttributeList.EMPTY, List.of(),
                List.of(), List.of()));
        requests.put(Operation.ENCRYPT, key -> Requests.encrypt(key, cbc(true), "00", null));
        requests.put(Operation.DECRYPT, key -> new Decrypt.Request(id(key), cbc(null),
                hex("00112233445566778899aabbccddeeff"),
                hex("00112233445566778899aabbccddeeff"), null, null, null, null, null));
    }

    @Test
    void everyOperationOfTheTableIsTriedHere() {
        Set<Operation> tried = EnumSet.copyOf(requests().keySet());
        tried.addAll(WITHOUT_OBJECT);
        OperationTable table = new OperationTable("test", RngSeeding.ALL);
        for (KmipVersion version : OperationTable.VERSIONS) {
            assertThat(tried).containsAll(table.served(version));
        }
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = "V3_0", mode = Mode.EXCLUDE)
    void objectsOfAnotherPartitionAreLikeAbsentOnes(KmipVersion version) {
        Conversation talk = new Conversation(version);
        String active = talk.ok(Requests.create(256, NAME,
                Requests.activeSince(Conversation.NOW - 1)), Create.Response.class)
                .uniqueIdentifier();
        String fresh = talk.ok(Requests.create(256), Create.Response.class).uniqueIdentifier();
        String destroyed =
                talk.ok(Requests.create(256), Create.Response.class).uniqueIdentifier();
        assertThat(talk.one(Requests.destroy(destroyed)).status())
                .isEqualTo(ResultStatus.SUCCESS);
        talk.as(SPY);
        requests().forEach((operation, request) -> {
            if (operation.definedIn(version)) {
                ResponseBatchItem absent = talk.one(request.apply(ABSENT));
                for (String foreign : List.of(active, fresh, destroyed)) {
                    assertSame(operation, talk.one(request.apply(foreign)), absent);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4", "V2_1"})
    void objectsOfAnotherUserAreLikeAbsentOnes(KmipVersion version) {
        Conversation talk = new Conversation(version);
        talk.users.add(Kind.USER, "ann", "secret");
        talk.users.add(Kind.USER, "bob", "secret");
        String key = ((Create.Response) Objects.requireNonNull(
                talk.with(List.of(user("ann")), Requests.create(256, NAME)).payload()))
                .uniqueIdentifier();
        for (Subject caller : List.of(Conversation.USER, Conversation.OASIS)) {
            talk.as(caller);
            requests().forEach((operation, request) -> {
                if (operation.definedIn(version)) {
                    assertSame(operation,
                            talk.with(List.of(user("bob")), request.apply(key)),
                            talk.with(List.of(user("bob")), request.apply(ABSENT)));
                    assertSame(operation, talk.one(request.apply(key)),
                            talk.one(request.apply(ABSENT)));
                }
            });
        }
    }

    @Test
    void anIdentifierOfAnotherPartitionIsFreeForImport() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        String key = talk.ok(Requests.create(128), Create.Response.class).uniqueIdentifier();
        talk.as(SPY);
        for (@Nullable
        Boolean replace : new @Nullable Boolean[]{null, true}) {
            ResponseBatchItem foreign = talk.one(imported(key, replace));
            ResponseBatchItem absent = talk.one(imported(ABSENT, replace));
            assertThat(foreign.status()).isEqualTo(absent.status());
            assertThat(foreign.reason()).isEqualTo(absent.reason());
            assertThat(foreign.message()).isEqualTo(absent.message());
        }
        assertThat(talk.store.size()).isEqualTo(3);
        talk.as(Conversation.USER);
        assertThat(talk.one(Requests.get(key)).status()).isEqualTo(ResultStatus.SUCCESS);
    }

    @Test
    void importReplacesNoObjectOfAnotherUser() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        talk.users.add(Kind.USER, "ann", "secret");
        talk.users.add(Kind.USER, "bob", "secret");
        String key = ((Create.Response) Objects.requireNonNull(
                talk.with(List.of(user("ann")), Requests.create(128)).payload()))
                .uniqueIdentifier();
        for (@Nullable
        Boolean replace : new @Nullable Boolean[]{null, true}) {
            assertThat(talk.with(List.of(user("bob")), imported(key, replace)).reason())
                    .isEqualTo(ResultReason.OBJECT_ALREADY_EXISTS);
        }
        assertThat(talk.with(List.of(user("ann")), imported(key, true)).status())
                .isEqualTo(ResultStatus.SUCCESS);
    }

    private static Import.Request imported(String id, @Nullable Boolean replace) {
        Register.Request key = Requests.register("00112233445566778899aabbccddeeff", 12);
        return new Import.Request(id, key.objectType(), replace, null, key.attributes(),
                key.object());
    }

    private static Credential user(String name) {
        return new Credential.UsernameAndPassword(name,
                ByteSlice.of("secret".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void assertSame(Operation operation, ResponseBatchItem foreign,
            ResponseBatchItem absent) {
        assertThat(absent.status()).as(operation + ": " + absent)
                .isEqualTo(ResultStatus.OPERATION_FAILED);
        assertThat(foreign.status()).as(operation + ": " + foreign)
                .isEqualTo(ResultStatus.OPERATION_FAILED);
        assertThat(foreign.reason()).as(operation.toString()).isEqualTo(absent.reason());
        assertThat(foreign.message()).as(operation.toString()).isEqualTo(absent.message());
    }
}

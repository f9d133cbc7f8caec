package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.InstalledEngine;
import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClient.Encrypted;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Hash;
import io.sallyport.kmip.message.payload.Mac;
import io.sallyport.kmip.message.payload.MacVerify;
import io.sallyport.kmip.message.payload.RngRetrieve;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The FIPS distribution from {@code init} to the audit log, in processes of its own. What the engine
 * computes, its own tests and the published vectors show.
 */
final class FipsGatewayTest {
    private static final String NOT_APPROVED =
            "This is not an approved service, and the engine gives no other.";
    private static final byte[] TEXT = "what a database keeps".getBytes(StandardCharsets.UTF_8);
    private static final CryptographicParameters GCM = CryptographicParameters.of(null,
            BlockCipherMode.GCM, null, true, 16);
    private static final Attribute ACTIVE = Attribute.date(AttributeType.ACTIVATION_DATE, 1);
    private static final int CIPHER = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static ServedHome home = new ServedHome(folder, folder);
    private static List<String> jvmOptions = List.of();

    @BeforeAll
    static void install() throws Exception {
        Path application = folder.resolve("app");
        InstalledEngine.fips(application);
        jvmOptions = List.of("-Dsallyport.app.home=" + application);
        Path path = folder.resolve("home");
        GatewayProcess.init(path, jvmOptions, List.of("--engine", "fips"));
        home = ServedHome.of(path, folder.resolve("db"));
    }

    private static GatewayProcess started() {
        GatewayProcess gateway = GatewayProcess.of(home.path());
        gateway.start(jvmOptions.toArray(String[]::new));
        return gateway;
    }

    @Test
    void approvedServicesAreGivenAndRecordedAsSuch() throws Exception {
        String key;
        byte[] material;
        int from = entries();
        try (GatewayProcess gateway = started();
                KmipClient client = home.client(gateway.kmipPort(), KmipVersion.V2_1)) {
            assertNamed();
            key = client.create(CryptographicAlgorithm.AES, 256, CIPHER, ACTIVE);
            assertThat(client.locate()).contains(key);
            encrypts(client, key);
            material = wrapped(client, key);
            signs(client);
            authenticates(client);
            assertThat(client.call(new RngRetrieve.Request(32), RngRetrieve.Response.class).data()
                    .length()).isEqualTo(32);
            assertThat(gateway.stop()).isZero();
        }
        List<AuditEvent> events = eventsAfter(from);
        for (String operation : List.of("Create", "CreateKeyPair", "Locate", "Encrypt", "Decrypt",
                "Get",
                "Sign", "SignatureVerify", "MAC", "MACVerify", "RNGRetrieve")) {
            assertThat(events).as(operation).filteredOn(e -> e.operation().equals(operation))
                    .isNotEmpty().allMatch(AuditEvent::approved);
        }
        assertThat(events).filteredOn(event -> event.operation().equals("Self-Test"))
                .extracting(AuditEvent::actor, AuditEvent::outcome)
                .containsExactly(tuple("gateway", Outcome.SUCCESS),
                        tuple("operator", Outcome.SUCCESS));
        assertServedByTheOrdinaryEngine(key, material);
    }

    private static void assertNamed() {
        assertThat(home.done("engine", "status"))
                .containsPattern("cryptographic-module +yes +bc-fips \\S+, approved-only")
                .contains("code: 2 archives as built");
        assertThat(home.done("engine", "test")).containsPattern("[1-9][0-9]* self-tests passed at")
                .contains("code: 2 archives as built");
    }

    private static void encrypts(KmipClient client, String key) throws Exception {
        Encrypted sealed = client.encrypt(key, GCM, TEXT, null, null);
        assertThat(Objects.requireNonNull(sealed.ivCounterNonce()).length()).isEqualTo(12);
        CryptographicParameters opening = CryptographicParameters.of(null, BlockCipherMode.GCM,
                null, null, 16);
        try (ClearBytes clear = client.decrypt(key, opening, sealed, null)) {
            assertThat(clear.array()).isEqualTo(TEXT);
        }
        byte[] changed = sealed.data().toByteArray();
        changed[0] ^= 1;
        assertRefused(() -> client.decrypt(key, opening, new Encrypted(ByteSlice.of(changed),
                sealed.ivCounterNonce(), sealed.tag()), null),
                ResultReason.CRYPTOGRAPHIC_FAILURE, "The cryptographic operation failed.");
    }

    /** Wraps the key; returns it as it is in clear. */
    private static byte[] wrapped(KmipClient client, String key) throws Exception {
        String wrapping = client.create(CryptographicAlgorithm.AES, 256,
                CryptographicUsageMask.WRAP_KEY | CryptographicUsageMask.UNWRAP_KEY, ACTIVE);
        Get.Response got = client.call(new Get.Request(UniqueIdentifier.of(key), null, null, null,
                new KeyWrappingSpecification(Enumerated.of(WrappingMethod.ENCRYPT),
                        new KeyInformation(UniqueIdentifier.of(wrapping),
                                CryptographicParameters.of(null, BlockCipherMode.NIST_KEY_WRAP,
                                        null, null, null)),
                        null, List.of(), Enumerated.of(EncodingOption.NO_ENCODING))),
                Get.Response.class);
        byte[] material;
        try (ClearBytes clear = client.get(key)) {
            material = clear.array().clone();
        }
        byte[] bytes = ((KeyValue.Wrapped) Objects.requireNonNull(
                Objects.requireNonNull(got.object().keyBlock()).value())).bytes().toByteArray();
        try (ClearBytes clear = client.get(wrapping)) {
            Cipher unwrap = Cipher.getInstance("AES/KW/NoPadding");
            unwrap.init(Cipher.UNWRAP_MODE,
                    new SecretKeySpec(clear.array(), "AES"));
            assertThat(unwrap.unwrap(bytes, "AES", Cipher.SECRET_KEY).getEncoded())
                    .isEqualTo(material);
        }
        return material;
    }

    private static void signs(KmipClient client) throws Exception {
        CreateKeyPair.Response pair = client.call(
                pair(CryptographicAlgorithm.EC, 256, CryptographicUsageMask.SIGN,
                        CryptographicUsageMask.VERIFY),
                CreateKeyPair.Response.class);
        CryptographicParameters hashing = hashing(HashingAlgorithm.SHA_256);
        byte[] signature = Objects.requireNonNull(client.call(
                new Sign.Request(UniqueIdentifier.of(pair.privateKeyUniqueIdentifier()), hashing,
                        ByteSlice.of(TEXT), null, null, null, null),
                Sign.Response.class).signatureData()).toByteArray();
        UniqueIdentifier verifying = UniqueIdentifier.of(pair.publicKeyUniqueIdentifier());
        assertThat(verdict(client, verifying, hashing, TEXT, signature))
                .isEqualTo(ValidityIndicator.VALID);
        assertThat(verdict(client, verifying, hashing, new byte[]{1}, signature))
                .isEqualTo(ValidityIndicator.INVALID);
    }

    private static @Nullable ValidityIndicator verdict(KmipClient client, UniqueIdentifier key,
            CryptographicParameters parameters, byte[] data, byte[] signature) throws Exception {
        Enumerated<ValidityIndicator> verdict = client.call(
                new SignatureVerify.Request(key, parameters, ByteSlice.of(data), null,
                        ByteSlice.of(signature), null, null, null),
                SignatureVerify.Response.class).validityIndicator();
        return verdict == null ? null : verdict.known();
    }

    private static void authenticates(KmipClient client) throws Exception {
        UniqueIdentifier key = UniqueIdentifier.of(client.create(
                CryptographicAlgorithm.HMAC_SHA256, 256, CryptographicUsageMask.MAC_GENERATE
                        | CryptographicUsageMask.MAC_VERIFY,
                ACTIVE));
        CryptographicParameters hmac = new CryptographicParameters(null, null, null, null, null,
                Enumerated.of(CryptographicAlgorithm.HMAC_SHA256), null, null, null, null, null,
                null, null, null, null, null, null, null);
        ByteSlice mac = client.call(
                new Mac.Request(key, hmac, ByteSlice.of(TEXT), null, null, null),
                Mac.Response.class).macData();
        Enumerated<ValidityIndicator> verdict = client.call(
                new MacVerify.Request(key, hmac, ByteSlice.of(TEXT), mac, null, null, null),
                MacVerify.Response.class).validityIndicator();
        assertThat(verdict).isEqualTo(Enumerated.of(ValidityIndicator.VALID));
    }

    /** A home can change over: the same key comes out of the other distribution's engine. */
    private static void assertServedByTheOrdinaryEngine(String key, byte[] material)
            throws Exception {
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home.path()));
                KmipClient client = home.client(gateway.kmipPort(), KmipVersion.V2_1);
                ClearBytes clear = client.get(key)) {
            assertThat(clear.array()).isEqualTo(material);
            assertThat(home.done("engine", "status")).doesNotContain("bc-fips");
        }
    }

    /**
     * Asked by a client that may use weak mechanisms, so that the engine is who refuses; what the
     * gateway gives no other client stays refused by the gateway.
     */
    @Test
    void whatIsNotApprovedIsRefusedInWords() throws Exception {
        ServedHome weak = ServedHome.of(home.path(), folder.resolve("weak"), "--profile", "oasis");
        int from = entries();
        int refusals = 0;
        try (GatewayProcess gateway = started();
                KmipClient client = weak.client(gateway.kmipPort(), KmipVersion.V2_1);
                KmipClient older = weak.client(gateway.kmipPort(), KmipVersion.V1_4);
                KmipClient usual = home.client(gateway.kmipPort(), KmipVersion.V2_1)) {
            String key = client.create(CryptographicAlgorithm.AES, 256, CIPHER, ACTIVE);
            for (RequestPayload request : notApproved(client, key)) {
                assertRefused(() -> client.call(request, ResponsePayload.class),
                        ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS, NOT_APPROVED);
                refusals++;
            }
            RequestPayload ecb = encryption(key, BlockCipherMode.ECB, null);
            assertRefused(() -> older.call(ecb, ResponsePayload.class),
                    ResultReason.FEATURE_NOT_SUPPORTED, NOT_APPROVED);
            assertRefused(() -> usual.call(ecb, ResponsePayload.class),
                    ResultReason.UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS,
                    "These cryptographic parameters are not supported.");
            // None of it was an error of the engine's; one refusal more is a changed ciphertext.
            encrypts(client, key);
            refusals += 3;
            assertThat(home.done("status")).contains("restarts 0");
            assertThat(gateway.stop()).isZero();
        }
        assertThat(eventsAfter(from)).filteredOn(event -> event.outcome() != Outcome.SUCCESS)
                .hasSize(refusals).allSatisfy(event -> assertThat(event.reason()).isNotNull());
    }

    private static List<RequestPayload> notApproved(KmipClient client, String key)
            throws Exception {
        String des = client.create(CryptographicAlgorithm.DES3, 168, CIPHER, ACTIVE);
        String chaCha = client.create(CryptographicAlgorithm.CHA_CHA20, 256, CIPHER, ACTIVE);
        String rsa = client.call(pair(CryptographicAlgorithm.RSA, 2048,
                CryptographicUsageMask.SIGN, CryptographicUsageMask.VERIFY),
                CreateKeyPair.Response.class).privateKeyUniqueIdentifier();
        return List.of(encryption(key, BlockCipherMode.CBC, new byte[16]),
                encryption(key, BlockCipherMode.ECB, null),
                encryption(des, BlockCipherMode.CBC, null),
                encryption(chaCha, null, null),
                new Sign.Request(UniqueIdentifier.of(rsa), signing(HashingAlgorithm.SHA_1),
                        ByteSlice.of(TEXT), null, null, null, null),
                new Hash.Request(hashing(HashingAlgorithm.SHA_1), ByteSlice.of(TEXT), null, null,
                        null),
                new Hash.Request(hashing(HashingAlgorithm.SHA_256), ByteSlice.of(TEXT), null,
                        true, null),
                pair(CryptographicAlgorithm.RSA, 1024, CryptographicUsageMask.SIGN,
                        CryptographicUsageMask.VERIFY),
                new CreateSplitKey.Request(Enumerated.of(ObjectType.SPLIT_KEY),
                        UniqueIdentifier.of(key), 2, 2, Enumerated.of(SplitKeyMethod.XOR), null,
                        null, AttributeList.EMPTY, List.of()));
    }

    @Test
    void anEngineThatIsNotInstalledMakesNoHome() {
        Ran ran = Ran.command("init", "--home", folder.resolve("none"), "--engine", "fips");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("The engine 'fips' is not installed").hasLineCount(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static RequestPayload encryption(String key, @Nullable BlockCipherMode mode,
            byte @Nullable [] iv) {
        return new Encrypt.Request(UniqueIdentifier.of(key),
                CryptographicParameters.of(null, mode, mode == null ? null : PaddingMethod.PKCS5,
                        null, null),
                ByteSlice.of(TEXT), iv == null ? null : ByteSlice.of(iv), null, null, null, null);
    }

    private static CryptographicParameters hashing(HashingAlgorithm hash) {
        return new CryptographicParameters(null, null, Enumerated.of(hash), null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static CryptographicParameters signing(HashingAlgorithm hash) {
        return new CryptographicParameters(null, Enumerated.of(PaddingMethod.PKCS1V1_5),
                Enumerated.of(hash), null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    private static CreateKeyPair.Request pair(CryptographicAlgorithm algorithm, int bits,
            int privateMask, int publicMask) {
        return new CreateKeyPair.Request(
                AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM, algorithm),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, bits), ACTIVE),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        privateMask)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        publicMask)),
                List.of(), List.of(), List.of());
    }

    /** A request that the server has to refuse. */
    private interface Call {
        Object run() throws Exception;
    }

    private static void assertRefused(Call call, ResultReason reason, String sentence) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(KmipClientException.Refused.class,
                refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.getMessage()).contains(sentence);
                });
    }

    private static int entries() throws Exception {
        return home.events().size();
    }

    private static List<AuditEvent> eventsAfter(int entries) throws Exception {
        List<AuditEvent> all = home.events();
        return all.subList(entries, all.size());
    }
}

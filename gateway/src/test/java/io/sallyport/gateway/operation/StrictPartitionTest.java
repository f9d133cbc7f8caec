package io.sallyport.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.JoinSplitKey;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** A partition in which each new key has one purpose, in a real gateway with its engine. */
@Timeout(300)
class StrictPartitionTest {
    private static final int ENCRYPT_DECRYPT = 0xc;
    private static final int WRAP_UNWRAP = 0x30;
    private static final int DERIVE = 0x200;
    /** What MySQL asks for: Encrypt, Decrypt, Wrap Key, Unwrap Key. */
    private static final int WIDE = 0x3c;
    private static final ByteSlice KEY = ByteSlice.of(new byte[32]);

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable GatewayProcess gateway;
    private static @Nullable KmipClient strict;
    private static @Nullable KmipClient ordinary;

    @BeforeAll
    static void start() throws Exception {
        GatewayProcess process = GatewayProcess.init(folder.resolve("home"));
        Path settings = process.home().resolve("sallyport.properties");
        Files.writeString(settings, Files.readString(settings)
                .replaceFirst("strict.partitions = .*", "strict.partitions = other, vault"));
        process.start();
        gateway = process;
        strict = client(process, "narrow", "--partition", "vault");
        ordinary = client(process, "wide");
    }

    @AfterAll
    static void stop() throws Exception {
        strict().close();
        ordinary().close();
        Objects.requireNonNull(gateway).close();
    }

    private static KmipClient client(GatewayProcess gateway, String name, String... options)
            throws Exception {
        Path files = gateway.addClient(name, options);
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem")))
                .withVersion(KmipVersion.V2_1));
    }

    private static KmipClient strict() {
        return Objects.requireNonNull(strict);
    }

    private static KmipClient ordinary() {
        return Objects.requireNonNull(ordinary);
    }

    private static AttributeList aes(int mask, Attribute... more) {
        AttributeList attributes = AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.AES),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 256),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask),
                Attribute.date(AttributeType.ACTIVATION_DATE, 1000));
        for (Attribute attribute : more) {
            attributes = attributes.plus(attribute);
        }
        return attributes;
    }

    private static Create.Request create(int mask, Attribute... more) {
        return new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), aes(mask, more),
                List.of());
    }

    private static String created(KmipClient client, int mask, Attribute... more)
            throws KmipClientException {
        return client.call(create(mask, more), Create.Response.class).uniqueIdentifier();
    }

    private static Attribute mode(BlockCipherMode mode) {
        return Attribute.of(AttributeType.CRYPTOGRAPHIC_PARAMETERS,
                Items.structure(AttributeType.CRYPTOGRAPHIC_PARAMETERS.tag(),
                        Items.enumeration(Tag.BLOCK_CIPHER_MODE, mode)));
    }

    private static void encrypt(KmipClient client, String id, BlockCipherMode mode)
            throws KmipClientException {
        client.encrypt(id, CryptographicParameters.of(null, mode,
                mode == BlockCipherMode.CBC ? PaddingMethod.PKCS5 : null, true, null),
                "text".getBytes(StandardCharsets.US_ASCII), null, null);
    }

    private static void refused(KmipClient client, RequestPayload request) {
        assertThatThrownBy(() -> client.call(request, ResponsePayload.class))
                .isInstanceOfSatisfying(KmipClientException.Refused.class,
                        e -> assertThat(e.reason())
                                .isEqualTo(ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK));
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, 0x18, 0x24, 0x4, 0x1c, 0x20c, 0x18c, 0x230})
    void aMaskOfSeveralPurposesIsRefusedThereAndTakenElsewhere(int mask) throws Exception {
        assertThat(created(ordinary(), mask)).isNotEmpty();
        if (mask == 0x4) {
            assertThat(created(strict(), mask)).isNotEmpty();
        } else {
            refused(strict(), create(mask));
        }
    }

    @ParameterizedTest
    @CsvSource({"GCM, CBC", "CBC, GCM"})
    void aKeyEncryptsOnlyAsItsParametersSay(BlockCipherMode own, BlockCipherMode other)
            throws Exception {
        String key = created(strict(), ENCRYPT_DECRYPT, mode(own));
        encrypt(strict(), key, own);
        assertThatThrownBy(() -> encrypt(strict(), key, other))
                .isInstanceOf(KmipClientException.class);
        String free = created(ordinary(), ENCRYPT_DECRYPT, mode(own));
        encrypt(ordinary(), free, own);
        encrypt(ordinary(), free, other);
    }

    @Test
    void withoutParametersAKeyEncryptsWithATag() throws Exception {
        String key = created(strict(), ENCRYPT_DECRYPT);
        encrypt(strict(), key, BlockCipherMode.GCM);
        assertThatThrownBy(() -> encrypt(strict(), key, BlockCipherMode.CTR))
                .isInstanceOf(KmipClientException.class);
    }

    @Test
    void aKeyForWrappingIsSensitiveUnasked() throws Exception {
        String key = created(strict(), WRAP_UNWRAP);
        assertThat(strict().getAttributes(key, AttributeName.of(AttributeType.SENSITIVE))
                .bool(AttributeType.SENSITIVE)).isTrue();
        assertThatThrownBy(() -> strict().get(key)).isInstanceOf(KmipClientException.class);
    }

    /** All operations that make a key: each is refused a wide mask and given a narrow one. */
    @Test
    void noOperationMakesAKeyOfSeveralPurposes() throws Exception {
        String base = created(strict(), DERIVE);
        String key = created(strict(), ENCRYPT_DECRYPT);
        Map<String, RequestPayload[]> all = new TreeMap<>();
        all.put("register", both(StrictPartitionTest::register));
        all.put("import", both(StrictPartitionTest::imported));
        all.put("derive", both(mask -> derived(base, mask)));
        all.put("re-key", both(mask -> new ReKey.Request(UniqueIdentifier.of(key), null,
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask)),
                List.of())));
        all.put("split", both(mask -> split(key, mask)));
        List<String> parts = strict().call(split(key, ENCRYPT_DECRYPT),
                CreateSplitKey.Response.class).uniqueIdentifiers();
        all.put("join", both(mask -> new JoinSplitKey.Request(
                Enumerated.of(ObjectType.SYMMETRIC_KEY),
                parts.stream().map(UniqueIdentifier::of).map(UniqueIdentifier.class::cast)
                        .toList(),
                null, aes(mask), List.of())));
        all.put("pair", new RequestPayload[]{pair(0x5, 0x3), pair(0x1, 0x2)});
        for (Map.Entry<String, RequestPayload[]> one : all.entrySet()) {
            RequestPayload wide = one.getValue()[0];
            assertThatThrownBy(() -> strict().call(wide, ResponsePayload.class))
                    .as(one.getKey()).isInstanceOfSatisfying(KmipClientException.Refused.class,
                            e -> assertThat(e.reason()).isEqualTo(
                                    ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK));
            strict().call(one.getValue()[1], ResponsePayload.class);
        }
    }

    @FunctionalInterface
    private interface Making {
        RequestPayload with(int mask);
    }

    private static RequestPayload[] both(Making making) {
        return new RequestPayload[]{making.with(WIDE), making.with(ENCRYPT_DECRYPT)};
    }

    private static ManagedObject material() {
        return new ManagedObject.SymmetricKey(
                KeyBlock.raw(KEY, CryptographicAlgorithm.AES, 256));
    }

    private static Register.Request register(int mask) {
        return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), aes(mask),
                material(), List.of());
    }

    private static Import.Request imported(int mask) {
        return new Import.Request("brought-" + mask, Enumerated.of(ObjectType.SYMMETRIC_KEY), null,
                null, aes(mask), material());
    }

    private static DeriveKey.Request derived(String base, int mask) {
        return new DeriveKey.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                List.of(UniqueIdentifier.of(base)), Enumerated.of(DerivationMethod.HMAC),
                new DerivationParameters(null, null, List.of(KEY), null, null), aes(mask));
    }

    private static CreateSplitKey.Request split(String key, int mask) {
        return new CreateSplitKey.Request(Enumerated.of(ObjectType.SPLIT_KEY),
                UniqueIdentifier.of(key), 2, 2, Enumerated.of(SplitKeyMethod.XOR), null, null,
                aes(mask), List.of());
    }

    private static CreateKeyPair.Request pair(int privateMask, int publicMask) {
        return new CreateKeyPair.Request(
                AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.RSA),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 2048)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        privateMask)),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        publicMask)),
                List.of(), List.of(), List.of());
    }
}

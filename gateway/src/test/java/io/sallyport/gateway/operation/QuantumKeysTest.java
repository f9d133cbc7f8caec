package io.sallyport.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Post-quantum key pairs over KMIP 3.0, which has codes for them, and not over what has none. */
class QuantumKeysTest {
    private static final ByteSlice TEXT =
            ByteSlice.of("text".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable GatewayProcess gateway;
    private static Path files = Path.of("");

    @BeforeAll
    static void start() {
        GatewayProcess process = GatewayProcess.init(folder.resolve("home"));
        process.start();
        files = process.addClient("quantum", "--profile", "oasis");
        gateway = process;
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(gateway).close();
    }

    private static KmipClient client(KmipVersion version) throws Exception {
        return new KmipClient(KmipClientConfig.of("localhost",
                Objects.requireNonNull(gateway).kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem")))
                .withVersion(version));
    }

    private static CreateKeyPair.Response pair(KmipClient client,
            CryptographicAlgorithm algorithm, int privateMask, int publicMask, Attribute... more)
            throws KmipClientException {
        AttributeList common = AttributeList.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM, algorithm),
                Attribute.date(AttributeType.ACTIVATION_DATE, 1));
        for (Attribute attribute : more) {
            common = common.plus(attribute);
        }
        return client.call(new CreateKeyPair.Request(common, mask(privateMask),
                mask(publicMask), List.of(), List.of(), List.of()), CreateKeyPair.Response.class);
    }

    private static AttributeList mask(int mask) {
        return AttributeList.of(
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask));
    }

    private static void refused(ResultReason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KmipClientException.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "SLH_DSA_SHA2_128F"})
    void whatOneHalfSignsTheOtherVerifies(CryptographicAlgorithm algorithm) throws Exception {
        try (KmipClient client = client(KmipVersion.V3_0)) {
            CreateKeyPair.Response made = pair(client, algorithm, 1, 2);
            ByteSlice signature = Objects.requireNonNull(client.call(new Sign.Request(
                    UniqueIdentifier.of(made.privateKeyUniqueIdentifier()), null, TEXT, null,
                    null, null, null), Sign.Response.class).signatureData());
            assertThat(verified(client, made, TEXT, signature))
                    .isEqualTo(Enumerated.of(ValidityIndicator.VALID));
            assertThat(verified(client, made, ByteSlice.of(new byte[1]), signature))
                    .isEqualTo(Enumerated.of(ValidityIndicator.INVALID));
        }
    }

    private static @Nullable Enumerated<ValidityIndicator> verified(KmipClient client,
            CreateKeyPair.Response made, ByteSlice data, ByteSlice signature)
            throws KmipClientException {
        return client.call(new SignatureVerify.Request(
                UniqueIdentifier.of(made.publicKeyUniqueIdentifier()), null, data, null,
                signature, null, null, null), SignatureVerify.Response.class)
                .validityIndicator();
    }

    @Test
    void aPairOfMlKemIsMadeAndGiven() throws Exception {
        try (KmipClient client = client(KmipVersion.V3_0)) {
            CreateKeyPair.Response made =
                    pair(client, CryptographicAlgorithm.ML_KEM_768, 0x800, 0x800);
            KeyBlock block = Objects.requireNonNull(client.call(
                    new Get.Request(UniqueIdentifier.of(made.publicKeyUniqueIdentifier()), null,
                            null, null, null),
                    Get.Response.class).object().keyBlock());
            assertThat(block.format().is(KeyFormatType.X_509)).isTrue();
            assertThat(block.length()).isEqualTo(1184 * Byte.SIZE);
            refused(ResultReason.GENERAL_FAILURE, () -> pair(client,
                    CryptographicAlgorithm.ML_KEM_768, 0x800, 0x800,
                    Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, 768)));
        }
    }

    /** A client of ours can't say it, but others can. */
    @Test
    void aVersionWithoutTheCodeHasNoSuchKeys() throws Exception {
        int code = CryptographicAlgorithm.ML_DSA_44.code();
        for (KmipVersion version : KmipVersion.values()) {
            if (version == KmipVersion.V3_0) {
                NewObject.requireDefined(ObjectType.PRIVATE_KEY, code, version);
            } else {
                assertThatThrownBy(
                        () -> NewObject.requireDefined(ObjectType.PRIVATE_KEY, code, version))
                        .isInstanceOf(OperationFault.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "LMS"}, mode = EnumSource.Mode.EXCLUDE)
    void theEngineHasTheCodesOfKmip(Algorithm algorithm) {
        CryptographicAlgorithm named =
                Objects.requireNonNull(CryptographicAlgorithm.of(algorithm.code()));
        assertThat(plain(algorithm.title())).isEqualTo(plain(named.xmlName()))
                .isNotEmpty();
    }

    private static String plain(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return upper.equals("DES3") ? "3DES" : upper;
    }
}

package io.sallyport.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.net.TestCa;
import io.sallyport.gateway.operation.SampleKeys.SampleKey;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Import;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Every format of every kind of key, brought to the real gateway and asked of it. The table of
 * docs/kmip.md is what came of it. After a change, run the test once with {@code
 * -Dsallyport.test.jvmArgs=-Dsallyport.docs.write=true}: it then writes the table.
 */
class KeyFormatMatrixTest {
    private static final Path PAGE = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")), "docs/kmip.md");
    private static final String BEGIN = "<!-- generated: key formats -->\n";
    private static final String END = "<!-- end: key formats -->\n";
    private static final int SIGN = 1;
    private static final int VERIFY = 2;
    private static final int WRAP_AND_UNWRAP = 48;
    private static final int DERIVE_KEY = 0x200;

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable GatewayProcess gateway;
    private static Path files = Path.of("");

    @BeforeAll
    static void start() {
        GatewayProcess process = GatewayProcess.init(folder.resolve("home"));
        process.start();
        files = process.addClient("forms");
        gateway = process;
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(gateway).close();
    }

    @Test
    void thePageTellsWhatIsTakenAndGiven() throws Exception {
        StringBuilder table = new StringBuilder("""
                | key | comes as | is given as |
                | --- | --- | --- |
                """);
        for (SampleKey key : SampleKeys.all()) {
            try (KmipClient client = client(key.version())) {
                Map<KeyFormatType, Set<KeyFormatType>> given =
                        new EnumMap<>(KeyFormatType.class);
                Set<KeyFormatType> asked = EnumSet.allOf(KeyFormatType.class);
                for (KeyFormatType format : key.materials().keySet()) {
                    given.put(format, given(client, key, format, asked));
                    // What no object of the type has is asked of one only.
                    asked.removeIf(one -> !KeyForms.isTaken(key.type(), one));
                }
                boolean kept = given.entrySet().stream()
                        .allMatch(one -> one.getValue().equals(Set.of(one.getKey())));
                Set<KeyFormatType> first = given.values().iterator().next();
                assertThat(kept || given.values().stream().allMatch(first::equals))
                        .as(key.name() + " " + given).isTrue();
                table.append("| ").append(key.name()).append(" | ").append(names(given.keySet()))
                        .append(" | ").append(kept ? "it came" : names(first)).append(" |\n");
            }
        }
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("sallyport.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(table.toString());
    }

    private static Set<KeyFormatType> given(KmipClient client, SampleKey key,
            KeyFormatType stored, Set<KeyFormatType> asked) throws Exception {
        TtlvItem material = Objects.requireNonNull(key.materials().get(stored));
        String id = registered(client, key, stored, material);
        Set<KeyFormatType> given = EnumSet.noneOf(KeyFormatType.class);
        for (KeyFormatType format : asked) {
            if (!format.definedIn(key.version()) || format == KeyFormatType.PKCS_12) {
                continue;
            }
            try {
                KeyBlock block = got(client, id, format, null);
                assertThat(block.format().is(format)).isTrue();
                given.add(format);
                TtlvItem value = materialOf(block);
                if (format == stored) {
                    assertThat(Items.equal(value, material)).as(key.name() + format).isTrue();
                } else {
                    // What was made of it is taken again, and the same can be made of that.
                    KeyBlock back = got(client, registered(client, key, format, value), format,
                            null);
                    assertThat(Items.equal(materialOf(back), value)).isTrue();
                }
            } catch (KmipClientException.Refused refused) {
                assertThat(refused.reason()).as(key.name() + " " + stored + " " + format)
                        .isEqualTo(ResultReason.KEY_FORMAT_TYPE_NOT_SUPPORTED);
            }
        }
        return given;
    }

    private static String names(Set<KeyFormatType> formats) {
        return formats.stream().map(KeyFormatType::xmlName).collect(Collectors.joining(", "));
    }

    @Test
    void aKeyOnACurveHasTheNameThatAVersionHasForItsFormat() throws Exception {
        SampleKey key = SampleKeys.all().stream().filter(one -> one.name().equals("EC private"))
                .findFirst().orElseThrow();
        try (KmipClient old = client(KmipVersion.V1_2);
                KmipClient both = client(KmipVersion.V1_4);
                KmipClient recent = client(KmipVersion.V2_1)) {
            KeyFormatType first = KeyFormatType.TRANSPARENT_ECDH_PRIVATE_KEY;
            KeyFormatType since = KeyFormatType.TRANSPARENT_EC_PRIVATE_KEY;
            TtlvItem material = Objects.requireNonNull(key.materials().get(first));
            String brought = registered(old, key, first, material);
            assertThat(got(both, brought, null, null).format().is(first)).isTrue();
            assertThat(got(recent, brought, null, null).format().is(since)).isTrue();
            String later = registered(recent, key, since, material);
            assertThat(got(both, later, null, null).format().is(since)).isTrue();
            KeyBlock block = got(old, later, null, null);
            assertThat(block.format().is(KeyFormatType.TRANSPARENT_ECDSA_PRIVATE_KEY)).isTrue();
            assertThat(Items.equal(materialOf(block), material)).isTrue();
        }
    }

    @Test
    void aKeyOfNumbersThatWasWrappedIsImportedAndSigns() throws Exception {
        List<SampleKey> pair = SampleKeys.rsa();
        KeyFormatType format = KeyFormatType.TRANSPARENT_RSA_PRIVATE_KEY;
        try (KmipClient client = client(KmipVersion.V2_1)) {
            String kek = client.create(CryptographicAlgorithm.AES, 256, WRAP_AND_UNWRAP,
                    active());
            String key = registered(client, pair.getFirst(), format,
                    Objects.requireNonNull(pair.getFirst().materials().get(format)));
            ManagedObject wrapped = client.call(new Get.Request(UniqueIdentifier.of(key), null,
                    null, null, new KeyWrappingSpecification(
                            Enumerated.of(WrappingMethod.ENCRYPT),
                            new KeyInformation(UniqueIdentifier.of(kek), null), null, List.of(),
                            null)),
                    Get.Response.class).object();
            assertThat(Objects.requireNonNull(wrapped.keyBlock()).value())
                    .isInstanceOf(KeyValue.Wrapped.class);
            String copy = client.call(new Import.Request("a-copy",
                    Enumerated.of(ObjectType.PRIVATE_KEY), null,
                    Enumerated.of(KeyWrapType.NOT_WRAPPED),
                    AttributeList.of(active(),
                            Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGN)),
                    wrapped), Import.Response.class).uniqueIdentifier();
            ByteSlice text = ByteSlice.of("text".getBytes(StandardCharsets.US_ASCII));
            ByteSlice signature = Objects.requireNonNull(
                    client.call(new Sign.Request(UniqueIdentifier.of(copy), null, text, null,
                            null, null, null), Sign.Response.class).signatureData());
            SampleKey half = pair.get(1);
            KeyFormatType open = KeyFormatType.TRANSPARENT_RSA_PUBLIC_KEY;
            String verifier = registered(client, half, open,
                    Objects.requireNonNull(half.materials().get(open)));
            assertThat(client.call(new SignatureVerify.Request(UniqueIdentifier.of(verifier),
                    null, text, null, signature, null, null, null),
                    SignatureVerify.Response.class).validityIndicator())
                    .isEqualTo(Enumerated.of(ValidityIndicator.VALID));
            String kept = client.register(wrapped, AttributeList.of(
                    Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGN)));
            assertThat(Items.equal(materialOf(got(client, kept, null, KeyWrapType.NOT_WRAPPED)),
                    Objects.requireNonNull(pair.getFirst().materials().get(format)))).isTrue();
        }
    }

    @Test
    void aCertificateIsHadAsPkcs12WithItsKeyIfThatMayLeave() throws Exception {
        TestCa authority = new TestCa("Root");
        TestCa.Holder leaf = authority.issue("Leaf");
        try (KmipClient client = client(KmipVersion.V1_4)) {
            String password = client.register(
                    new ManagedObject.SecretData(Enumerated.of(SecretDataType.PASSWORD),
                            block(KeyFormatType.OPAQUE, Items.bytes(Tag.KEY_MATERIAL,
                                    "password".getBytes(StandardCharsets.US_ASCII)), null)),
                    AttributeList.of(active(), Attribute
                            .integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, DERIVE_KEY)));
            Attribute secret = Links.of(LinkType.PKCS_12_PASSWORD_LINK, password);
            String top = certificate(client, authority.certificate().getEncoded());
            String key = privateKey(client, leaf, false);
            String half = client.register(
                    new ManagedObject.PublicKey(block(KeyFormatType.X_509,
                            Items.bytes(Tag.KEY_MATERIAL,
                                    leaf.certificate().getPublicKey().getEncoded()),
                            CryptographicAlgorithm.EC)),
                    AttributeList.of(
                            Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, VERIFY),
                            Links.of(LinkType.PRIVATE_KEY_LINK, key)));
            byte[] der = leaf.certificate().getEncoded();
            KeyStore store = container(client, certificate(client, der, secret,
                    Links.of(LinkType.PUBLIC_KEY_LINK, half).withIndex(1),
                    Links.of(LinkType.CERTIFICATE_LINK, top).withIndex(2)));
            String alias = store.aliases().nextElement();
            assertThat(((ECPrivateKey) store.getKey(alias, "password".toCharArray())).getS())
                    .isEqualTo(((ECPrivateKey) leaf.key()).getS());
            assertThat(store.getCertificateChain(alias)).containsExactly(leaf.certificate(),
                    authority.certificate());
            assertThat(container(client, certificate(client, der, secret,
                    Links.of(LinkType.PRIVATE_KEY_LINK, privateKey(client, leaf, true))
                            .withIndex(1)))
                    .size()).as("a sensitive key does not leave").isZero();
            assertThat(container(client, certificate(client, der, secret)).size()).isZero();
            String bare = certificate(client, der);
            assertThatThrownBy(() -> container(client, bare))
                    .isInstanceOfSatisfying(KmipClientException.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo(ResultReason.INVALID_FIELD));
        }
    }

    private static String privateKey(KmipClient client, TestCa.Holder holder, boolean sensitive)
            throws KmipClientException {
        return client.register(
                new ManagedObject.PrivateKey(block(KeyFormatType.PKCS_8,
                        Items.bytes(Tag.KEY_MATERIAL, holder.key().getEncoded()),
                        CryptographicAlgorithm.EC)),
                AttributeList.of(
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGN),
                        Attribute.bool(AttributeType.SENSITIVE, sensitive)));
    }

    private static String certificate(KmipClient client, byte[] der, Attribute... more)
            throws KmipClientException {
        List<Attribute> attributes = new ArrayList<>(List.of(more));
        attributes.add(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, VERIFY));
        return client.register(new ManagedObject.Certificate(
                Enumerated.of(CertificateType.X_509), ByteSlice.of(der)),
                new AttributeList(attributes));
    }

    private static KeyStore container(KmipClient client, String id) throws Exception {
        ManagedObject object = client.call(new Get.Request(UniqueIdentifier.of(id),
                Enumerated.of(KeyFormatType.PKCS_12), null, null, null), Get.Response.class)
                .object();
        assertThat(object).isInstanceOf(ManagedObject.Certificate.class);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(
                ((ManagedObject.Certificate) object).value().toByteArray()),
                "password".toCharArray());
        return store;
    }

    private static String registered(KmipClient client, SampleKey key, KeyFormatType format,
            TtlvItem material) throws KmipClientException {
        KeyBlock block = block(format, material, key.algorithm());
        ManagedObject object = switch (key.type()) {
            case PRIVATE_KEY -> new ManagedObject.PrivateKey(block);
            case PUBLIC_KEY -> new ManagedObject.PublicKey(block);
            default -> new ManagedObject.SymmetricKey(block);
        };
        int mask = key.type() == ObjectType.PUBLIC_KEY ? VERIFY : SIGN;
        return client.register(object, AttributeList.of(active(),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask)));
    }

    private static Attribute active() {
        return Attribute.date(AttributeType.ACTIVATION_DATE, 1);
    }

    private static KeyBlock block(KeyFormatType format, TtlvItem material,
            @Nullable CryptographicAlgorithm algorithm) {
        return new KeyBlock(Enumerated.of(format), null,
                new KeyValue.Plain(material, AttributeList.EMPTY),
                algorithm == null ? null : Enumerated.of(algorithm), null, null);
    }

    private static KeyBlock got(KmipClient client, String id, @Nullable KeyFormatType format,
            @Nullable KeyWrapType wrap) throws KmipClientException {
        return Objects.requireNonNull(client.call(
                new Get.Request(UniqueIdentifier.of(id),
                        format == null ? null : Enumerated.of(format),
                        wrap == null ? null : Enumerated.of(wrap), null, null),
                Get.Response.class).object().keyBlock());
    }

    private static TtlvItem materialOf(KeyBlock block) {
        return ((KeyValue.Plain) Objects.requireNonNull(block.value())).keyMaterial();
    }

    private static KmipClient client(KmipVersion version) throws Exception {
        return new KmipClient(KmipClientConfig.of("localhost",
                Objects.requireNonNull(gateway).kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem")))
                .withVersion(version));
    }
}

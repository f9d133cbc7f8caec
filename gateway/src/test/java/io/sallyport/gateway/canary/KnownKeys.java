package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.crypto.Cipher;

import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * A client that leads keys whose bytes it knows through all that can be done with a key, and
 * checks each answer by its own cryptography. What it sends or is sent in clear are its needles.
 * One thread.
 */
final class KnownKeys implements AutoCloseable {
    static final int SECRET_BYTES = 32;

    private static final KmipVersion[] VERSIONS = {KmipVersion.V1_2, KmipVersion.V1_4,
            KmipVersion.V2_1};

    /** What comes before a secret in the data of Encrypt and Decrypt; the last is many records. */
    private static final int[] FILLER_BYTES = {0, 1000, 40_000};
    private static final int TAG_BYTES = 16;
    private static final int ENCRYPT_DECRYPT = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;

    private final int port;
    private final Path files;
    private final RawConnection connection;
    private final KmipCodec codec = new KmipCodec();
    private final SecureRandom random = new SecureRandom();
    private final List<Needle> needles = new ArrayList<>();
    private KmipVersion version = KmipVersion.V1_2;
    private int lives;
    private int requests;
    private int secrets;

    KnownKeys(int port, Path files) throws IOException {
        this.port = port;
        this.files = files;
        this.connection = RawConnection.open(port, files);
    }

    /** Every secret so far, in every form. */
    List<Needle> needles() {
        return needles;
    }

    /** How many secrets there were. */
    int secrets() {
        return secrets;
    }

    /** How many requests it sent. */
    int requests() {
        return requests;
    }

    /** One key from Register to Destroy, and one from Create to Destroy that wraps it. */
    void oneLife() throws IOException, GeneralSecurityException {
        version = VERSIONS[lives % VERSIONS.length];
        byte[] key = secret("registered key");
        String id = registered(key);
        String wrapping = ok(new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                AttributeList.of(
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.AES),
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH,
                                SECRET_BYTES * Byte.SIZE),
                        usage(ENCRYPT_DECRYPT | CryptographicUsageMask.WRAP_KEY)),
                List.of()), Create.Response.class).uniqueIdentifier();
        for (String one : List.of(id, wrapping)) {
            ok(new Activate.Request(UniqueIdentifier.of(one)), Activate.Response.class);
        }
        byte[] wrappingKey = got(wrapping);
        needle("fetched key", wrappingKey);
        wraps(id, key, wrapping, wrappingKey);
        boolean gcm = lives % 2 == 1;
        encrypts(id, key, gcm);
        decrypts(id, key, gcm);
        assertThat(got(id)).isEqualTo(key);
        ok(new GetAttributes.Request(UniqueIdentifier.of(id), List.of()),
                GetAttributes.Response.class);
        refusals();
        for (String one : List.of(id, wrapping)) {
            ok(new Revoke.Request(UniqueIdentifier.of(one),
                    new RevocationReason(Enumerated.of(RevocationReasonCode.CESSATION_OF_OPERATION),
                            null),
                    null), Revoke.Response.class);
            refused(encoded(encrypt(one, gcm, filled(secret("data refused")))));
            ok(new Destroy.Request(UniqueIdentifier.of(one)), Destroy.Response.class);
        }
        lives++;
    }

    /** A key whose owner writes it down where everybody can read it: in the key's own name. */
    void writeDown() throws IOException {
        byte[] key = secret("named key");
        ok(register(key, Attribute.name(HexFormat.of().formatHex(key))), Register.Response.class);
    }

    /** Every other one is cut in the middle of the key, into two TLS records. */
    private String registered(byte[] key) throws IOException {
        byte[] request = encoded(register(key));
        int cut = lives % 2 == 0 ? request.length / 2 : indexOf(request, key) + SECRET_BYTES / 2;
        connection.send(Arrays.copyOfRange(request, 0, cut));
        connection.send(Arrays.copyOfRange(request, cut, request.length));
        requests++;
        return succeeded(connection.read(), Register.Response.class).uniqueIdentifier();
    }

    private void wraps(String id, byte[] key, String wrapping, byte[] wrappingKey)
            throws IOException, GeneralSecurityException {
        KeyWrappingSpecification specification = new KeyWrappingSpecification(
                Enumerated.of(WrappingMethod.ENCRYPT),
                new KeyInformation(UniqueIdentifier.of(wrapping), CryptographicParameters
                        .of(null, BlockCipherMode.NIST_KEY_WRAP, null, null, null)),
                null, List.of(), Enumerated.of(EncodingOption.NO_ENCODING));
        KeyBlock block = block(ok(new Get.Request(UniqueIdentifier.of(id), null, null, null,
                specification), Get.Response.class));
        if (!(block.value() instanceof KeyValue.Wrapped(ByteSlice wrapped))) {
            throw new AssertionError("The key is not wrapped.");
        }
        assertThat(Ciphers.unwrapped(wrappingKey, wrapped.toByteArray())).isEqualTo(key);
    }

    private void encrypts(String id, byte[] key, boolean gcm)
            throws IOException, GeneralSecurityException {
        byte[] data = filled(secret("data encrypted"));
        Encrypt.Response answer = ok(encrypt(id, gcm, data), Encrypt.Response.class);
        byte[] iv = Objects.requireNonNull(answer.ivCounterNonce()).toByteArray();
        byte[] ciphertext = Objects.requireNonNull(answer.data()).toByteArray();
        ByteSlice tag = answer.authenticatedEncryptionTag();
        byte[] whole = tag == null ? ciphertext : joined(ciphertext, tag.toByteArray());
        assertThat(Ciphers.run(gcm, Cipher.DECRYPT_MODE, key, iv, whole)).isEqualTo(data);
    }

    /** The data were encrypted here: the gateway sees them in its answer only. */
    private void decrypts(String id, byte[] key, boolean gcm)
            throws IOException, GeneralSecurityException {
        byte[] data = filled(secret("data decrypted"));
        byte[] iv = new byte[gcm ? Ciphers.GCM_IV_BYTES : Ciphers.CBC_IV_BYTES];
        random.nextBytes(iv);
        byte[] whole = Ciphers.run(gcm, Cipher.ENCRYPT_MODE, key, iv, data);
        boolean tagField = gcm && version.atLeast(KmipVersion.V1_4);
        int end = tagField ? whole.length - TAG_BYTES : whole.length;
        ByteSlice tag = tagField
                ? ByteSlice.of(Arrays.copyOfRange(whole, end, whole.length))
                : null;
        Decrypt.Response answer = ok(new Decrypt.Request(UniqueIdentifier.of(id),
                parameters(gcm, false), ByteSlice.of(Arrays.copyOf(whole, end)), ByteSlice.of(iv),
                null, null, null, null, tag), Decrypt.Response.class);
        assertThat(Objects.requireNonNull(answer.data()).toByteArray()).isEqualTo(data);
    }

    /** A key that contradicts itself, one that can't be read, and one that never comes whole. */
    private void refusals() throws IOException {
        refused(encoded(register(secret("key refused"),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, Byte.SIZE))));
        byte[] key = secret("key unreadable");
        byte[] unreadable = encoded(register(key));
        unreadable[indexOf(unreadable, key) - 5] = 0x55; // the type of the item
        refused(unreadable);
        byte[] broken = secret("key broken off");
        byte[] half = encoded(register(broken));
        try (RawConnection other = RawConnection.open(port, files)) {
            other.send(Arrays.copyOf(half, indexOf(half, broken) + SECRET_BYTES - 1));
        }
    }

    private static Register.Request register(byte[] key, Attribute... more) {
        List<Attribute> attributes = new ArrayList<>(List.of(more));
        attributes.add(usage(ENCRYPT_DECRYPT));
        return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                new AttributeList(attributes), new ManagedObject.SymmetricKey(KeyBlock.raw(
                        ByteSlice.of(key), CryptographicAlgorithm.AES, key.length * Byte.SIZE)),
                List.of());
    }

    private static Encrypt.Request encrypt(String id, boolean gcm, byte[] data) {
        return new Encrypt.Request(UniqueIdentifier.of(id), parameters(gcm, true),
                ByteSlice.of(data), null, null, null, null, null);
    }

    private static CryptographicParameters parameters(boolean gcm, boolean randomIv) {
        return gcm
                ? CryptographicParameters.of(null, BlockCipherMode.GCM, null, randomIv, TAG_BYTES)
                : CryptographicParameters.of(null, BlockCipherMode.CBC, PaddingMethod.PKCS5,
                        randomIv, null);
    }

    private static Attribute usage(int mask) {
        return Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask);
    }

    private byte[] got(String id) throws IOException {
        KeyBlock block = block(ok(Get.Request.of(id), Get.Response.class));
        if (block
                .value() instanceof KeyValue.Plain(TtlvItem.ByteStringItem(int _, ByteSlice key), AttributeList _)) {
            return key.toByteArray();
        }
        throw new AssertionError("The key is not one run of bytes.");
    }

    private static KeyBlock block(Get.Response answer) {
        return Objects.requireNonNull(answer.object().keyBlock());
    }

    private byte[] secret(String name) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        needle(name, secret);
        return secret;
    }

    private void needle(String name, byte[] secret) {
        needles.addAll(Needle.formsOf(name, secret));
        secrets++;
    }

    private byte[] filled(byte[] secret) {
        return joined(new byte[FILLER_BYTES[lives % FILLER_BYTES.length]], secret);
    }

    private <T extends ResponsePayload> T ok(RequestPayload payload, Class<T> type)
            throws IOException {
        requests++;
        return succeeded(connection.exchange(encoded(payload)), type);
    }

    private <T extends ResponsePayload> T succeeded(byte[] answer, Class<T> type) {
        ResponseBatchItem item = item(answer);
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.SUCCESS);
        return type.cast(Objects.requireNonNull(item.payload()));
    }

    private void refused(byte[] request) throws IOException {
        requests++;
        ResponseBatchItem item = item(connection.exchange(request));
        assertThat(item.status()).as(item.toString()).isEqualTo(ResultStatus.OPERATION_FAILED);
    }

    private ResponseBatchItem item(byte[] answer) {
        try {
            return codec.decodeResponse(ByteBuffer.wrap(answer)).items().getFirst();
        } catch (KmipFault fault) {
            throw new AssertionError(fault.detail(), fault);
        }
    }

    private byte[] encoded(RequestPayload payload) {
        RequestMessage message = new RequestMessage(RequestHeader.of(version, 1),
                List.of(RequestBatchItem.of(payload)));
        ByteBuffer buffer = ByteBuffer.allocate(codec.encodedLength(message));
        codec.encodeRequest(message, buffer);
        return buffer.array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("The message does not hold the key.");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

package io.sallyport.gateway.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;

/** A client that creates, activates and uses keys for as long as it is told, whatever breaks. */
public final class KeyLife implements Runnable {
    private static final long RETRY_PAUSE_NANOS = 50_000_000;

    private final int port;
    private final Path client;
    private final Acknowledged acknowledged;
    private final BooleanSupplier goOn;

    /**
     * A client that does not run yet.
     *
     * @param client folder with its files
     * @param acknowledged where it notes what the server said it had done
     * @param goOn asked before every key
     */
    public KeyLife(int port, Path client, Acknowledged acknowledged, BooleanSupplier goOn) {
        this.port = port;
        this.client = client;
        this.acknowledged = acknowledged;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            try (RawConnection connection = RawConnection.open(port, client)) {
                while (goOn.getAsBoolean()) {
                    oneKey(connection);
                }
            } catch (IOException e) {
                // Killed in the middle: what was not answered may or may not have happened. A pause
                // before the next try leaves the processor to the gateway that starts.
                LockSupport.parkNanos(RETRY_PAUSE_NANOS);
            }
        }
    }

    private void oneKey(RawConnection connection) throws IOException {
        byte[] created = acknowledgedOrNull(connection.exchange(Requests.createKey()));
        if (created == null) {
            return;
        }
        Acknowledged.Key key = acknowledged
                .created(Requests.textOf(created, Tag.UNIQUE_IDENTIFIER));
        if (acknowledgedOrNull(connection.exchange(request(Operation.ACTIVATE,
                Requests.text(Tag.UNIQUE_IDENTIFIER, key.id)))) == null) {
            return;
        }
        key.active = true;
        byte[] plaintext = new byte[32];
        ThreadLocalRandom.current().nextBytes(plaintext);
        byte[] encrypted = acknowledgedOrNull(connection.exchange(request(Operation.ENCRYPT,
                Requests.text(Tag.UNIQUE_IDENTIFIER, key.id), parameters(true),
                Requests.bytes(Tag.DATA, plaintext))));
        if (encrypted != null) {
            key.iv = bytesOf(encrypted, Tag.IV_COUNTER_NONCE);
            key.ciphertext = bytesOf(encrypted, Tag.DATA);
            key.plaintext = plaintext;
        }
    }

    private byte @Nullable [] acknowledgedOrNull(byte[] answer) {
        if (Requests.enumeration(answer, Tag.RESULT_STATUS) != ResultStatus.SUCCESS.code()) {
            return null;
        }
        acknowledged.count();
        return answer;
    }

    /** A request for the plaintext of a key that has a ciphertext. */
    public static byte[] decrypt(Acknowledged.Key key) {
        return request(Operation.DECRYPT, Requests.text(Tag.UNIQUE_IDENTIFIER, key.id),
                parameters(false), Requests.bytes(Tag.DATA, key.ciphertext),
                Requests.bytes(Tag.IV_COUNTER_NONCE, key.iv));
    }

    /** A request for the state of a key. */
    public static byte[] state(Acknowledged.Key key) {
        return request(Operation.GET_ATTRIBUTES, Requests.text(Tag.UNIQUE_IDENTIFIER, key.id),
                Requests.text(Tag.ATTRIBUTE_NAME, "State"));
    }

    /** The first byte string with this tag. */
    public static byte[] bytesOf(byte[] message, int tag) {
        return ((ByteStringItem) Requests.find(message, tag)).value().toByteArray();
    }

    private static TtlvItem parameters(boolean randomIv) {
        TtlvItem mode = new EnumerationItem(Tag.BLOCK_CIPHER_MODE, BlockCipherMode.CBC.code());
        TtlvItem padding = new EnumerationItem(Tag.PADDING_METHOD, PaddingMethod.PKCS5.code());
        TtlvItem algorithm = new EnumerationItem(Tag.CRYPTOGRAPHIC_ALGORITHM,
                CryptographicAlgorithm.AES.code());
        return randomIv
                ? Requests.structure(Tag.CRYPTOGRAPHIC_PARAMETERS, mode, padding, algorithm,
                        new BooleanItem(Tag.RANDOM_IV, true))
                : Requests.structure(Tag.CRYPTOGRAPHIC_PARAMETERS, mode, padding, algorithm);
    }

    private static byte[] request(Operation operation, TtlvItem... payload) {
        return Requests.encoded(Requests.message(KmipVersion.V1_2, 1,
                Requests.item(operation.code(), payload)));
    }
}

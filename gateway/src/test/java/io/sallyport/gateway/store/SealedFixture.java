package io.sallyport.gateway.store;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.vertx.core.Future;

/**
 * Objects in the real stored form whose seal is a MAC, and an engine that checks it: the store
 * can't tell it from the real one, and every changed byte is found.
 */
public final class SealedFixture implements EnginePort {
    public static final String PARTITION = "payments";
    public static final long INITIAL_DATE = 1_700_000_000L;

    private static final byte[] MAC_KEY = "a key of the test's own".getBytes(
            java.nio.charset.StandardCharsets.US_ASCII);

    private final AtomicInteger verified = new AtomicInteger();

    /** An active AES key with these attributes. */
    public static StoredObject object(String id, Attribute... attributes) {
        return object(id, 1, KeyState.ACTIVE, attributes);
    }

    /** An AES key of this version in this state. */
    public static StoredObject object(String id, long version, KeyState state,
            Attribute... attributes) {
        return seal(header(id, version, state, AttributeList.of(attributes)),
                AttributeList.of(attributes));
    }

    public static ObjectHeader header(String id, long version, KeyState state,
            AttributeList attributes) {
        KeyDates dates = new KeyDates(INITIAL_DATE, null, null, null, null, null, null, null);
        return new ObjectHeader(id, PARTITION, version, 2, 1, 3, 256, 12, state, dates,
                Protection.EXTRACTABLE, AttributeForm.digest(attributes));
    }

    /** An object with this header. */
    public static StoredObject seal(ObjectHeader header, AttributeList attributes) {
        return seal(1, header, attributes);
    }

    /** An object with this header, sealed under this term. */
    public static StoredObject seal(int term, ObjectHeader header, AttributeList attributes) {
        byte[] blob = StoredForm.compose(term, Origin.GENERATED, header, 32).blob();
        byte[] mac = mac(blob);
        System.arraycopy(mac, 0, blob, blob.length - StoredForm.TAG_BYTES, StoredForm.TAG_BYTES);
        return new StoredObject(new WrappedObject(header, blob), attributes, Sha256.of(mac));
    }

    /** How many objects were verified. */
    public int verified() {
        return verified.get();
    }

    @Override
    public <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command) {
        if (!(command instanceof EngineCommand.Verify(WrappedObject object))) {
            throw new AssertionError("The store asks the engine to verify, nothing else.");
        }
        verified.incrementAndGet();
        byte[] blob = object.blob();
        byte[] mac = mac(blob);
        int tag = blob.length - StoredForm.TAG_BYTES;
        if (!Arrays.equals(mac, 0, StoredForm.TAG_BYTES, blob, tag, blob.length)) {
            return Future.failedFuture(new EngineFault(Reason.NOT_AUTHENTIC, "MAC"));
        }
        @SuppressWarnings("unchecked")
        R result = (R) new EngineResult.Verified(Sha256.of(mac));
        return Future.succeededFuture(new Answer<R>() {
            @Override
            public R result() {
                return result;
            }

            @Override
            public void release() {}
        });
    }

    private static byte[] mac(byte[] blob) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(MAC_KEY, "HmacSHA256"));
            mac.update(blob, 0, blob.length - StoredForm.TAG_BYTES);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

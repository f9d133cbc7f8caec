package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.crypto.AsymmetricKey;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.object.ObjectFault;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.seal.SealFault;
import io.sallyport.hsm.seal.Terms;

/** Seals and opens stored objects under the domain keys. Belongs to one thread. */
final class ObjectSeal {
    private final Terms terms;
    private final Workspace workspace;
    private final NonceSource nonces;
    private final Xaes256Gcm cipher;
    private final MessageDigest sha256;

    ObjectSeal(Terms terms, Workspace workspace, NonceSource nonces, Xaes256Gcm cipher) {
        this.terms = terms;
        this.workspace = workspace;
        this.nonces = nonces;
        this.cipher = cipher;
        try {
            sha256 = MessageDigest.getInstance("SHA-256", CryptoModule.current().digests());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }

    /** An authentic object; its material is in the memory that it was opened to. */
    record Opened(StoredForm form, MemorySegment material) {
        ObjectHeader header() {
            return form.header();
        }

        int materialBytes() {
            return form.materialBytes();
        }

        /** Reads it as a private key. */
        AsymmetricKey privateKey() throws EngineFault {
            return AsymmetricKey.ofPrivate(header().keyFormat(), header().algorithm(),
                    new KeyView(material));
        }

        /** Reads it as a public key. */
        AsymmetricKey publicKey() throws EngineFault {
            return AsymmetricKey.ofPublic(header().keyFormat(), header().algorithm(),
                    new KeyView(material));
        }
    }

    /** Opens an object into the workspace's place for material. */
    Opened open(WrappedObject object) throws EngineFault {
        StoredForm form = parse(object);
        return open(form, workspace.material(form.materialBytes()));
    }

    /** Opens an object that wraps another, beside the first one. */
    Opened openSecond(WrappedObject object) throws EngineFault {
        StoredForm form = parse(object);
        if (form.materialBytes() > Workspace.secondKeyBytesMax()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The object is no wrapping key.");
        }
        return open(form, workspace.secondKey(form.materialBytes()));
    }

    /** Seals material under a header and the term in force, and tells its digest. */
    Wrapped seal(ObjectHeader header, Origin origin, MemorySegment material)
            throws EngineFault {
        return seal(header, origin, material, nonces.nonce(StoredForm.NONCE_BYTES));
    }

    /** As above, with a nonce that was never used under the term's key. */
    Wrapped seal(ObjectHeader header, Origin origin, MemorySegment material, byte[] nonce)
            throws EngineFault {
        int length = (int) material.byteSize();
        byte[] clear = workspace.first(length);
        MemorySegment.copy(material, ValueLayout.JAVA_BYTE, 0, clear, 0, length);
        byte[] blob = sealUnder(terms, (term, key) -> {
            StoredForm form = StoredForm.compose(term, origin, header, length);
            System.arraycopy(nonce, 0, form.blob(), form.associatedBytes(), nonce.length);
            cipher.seal(key, new Xaes256Gcm.Message(nonce, form.blob(), form.associatedBytes(),
                    clear, 0, length), form.blob(), form.sealedOffset());
            return form.blob();
        });
        return new Wrapped(new WrappedObject(header, blob), digest(clear, length));
    }

    /** Seals once under the term in force. */
    static <R> R sealUnder(Terms terms, Keyring.Sealing<R> sealing) throws EngineFault {
        try {
            return terms.seal(sealing);
        } catch (SealFault e) {
            throw new EngineFault(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Opens with the key of a term; -1 if that can't be done. */
    static int openUnder(Terms terms, int term, Keyring.Opening opening) throws EngineFault {
        try {
            return terms.open(term, opening);
        } catch (SealFault e) {
            throw new EngineFault(Reason.SEALED, String.valueOf(e.getMessage()));
        }
    }

    /** SHA-256 of opened material, or null when there is none. */
    @Nullable
    Sha256 digest(Opened opened) {
        int length = opened.materialBytes();
        byte[] clear = workspace.first(length);
        MemorySegment.copy(opened.material(), ValueLayout.JAVA_BYTE, 0, clear, 0, length);
        return digest(clear, length);
    }

    private @Nullable Sha256 digest(byte[] clear, int length) {
        if (length == 0) {
            return null;
        }
        sha256.update(clear, 0, length);
        byte[] value = sha256.digest();
        return Sha256.of(value);
    }

    private static StoredForm parse(WrappedObject object) throws EngineFault {
        try {
            return StoredForm.parse(object.blob());
        } catch (ObjectFault e) {
            throw new EngineFault(Reason.NOT_AUTHENTIC, String.valueOf(e.getMessage()));
        }
    }

    private Opened open(StoredForm form, MemorySegment target) throws EngineFault {
        byte[] blob = form.blob();
        byte[] nonce = Arrays.copyOfRange(blob, form.associatedBytes(), form.sealedOffset());
        int sealedBytes = blob.length - form.sealedOffset();
        byte[] clear = workspace.second(sealedBytes);
        int length = openUnder(terms, form.term(),
                key -> cipher.open(key, new Xaes256Gcm.Message(nonce,
                        blob, form.associatedBytes(), blob, form.sealedOffset(), sealedBytes),
                        clear));
        if (length < 0) {
            throw notAuthentic();
        }
        MemorySegment.copy(clear, 0, target, ValueLayout.JAVA_BYTE, 0, length);
        return new Opened(form, target);
    }

    private static EngineFault notAuthentic() {
        return new EngineFault(Reason.NOT_AUTHENTIC, "The stored object is not authentic.");
    }
}

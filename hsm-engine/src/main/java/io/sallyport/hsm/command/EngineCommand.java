package io.sallyport.hsm.command;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;

/**
 * A request to the engine. Buffers are read from position to limit, in the call that submits the
 * command, and are not kept.
 *
 * @param <R> what a successful answer carries
 */
public sealed interface EngineCommand<R extends EngineResult> {
    /** KMIP Object Type of a symmetric key. */
    int SYMMETRIC_KEY = 2;

    /** Makes random material of the header's length. Outputs the wrapped object. */
    record Generate(ObjectHeader header) implements EngineCommand<EngineResult.Wrapped> {}

    /** Takes material from a client. Outputs the wrapped object. */
    record Import(ObjectHeader header,
            ByteBuffer material) implements EngineCommand<EngineResult.Wrapped> {}

    /** Outputs the clear material, if the object is extractable and not sensitive. */
    record Export(WrappedObject object) implements EngineCommand<EngineResult.Material> {}

    /**
     * Outputs the clear material of a private or public key in another format, on the terms of
     * {@link Export}.
     *
     * @param keyFormat KMIP Key Format Type. A transparent form is output as the TTLV structure
     *        Key Material
     */
    record ExportAs(WrappedObject object,
            int keyFormat) implements EngineCommand<EngineResult.Material> {}

    /**
     * Outputs a PKCS#12 container of a private key and certificates, or of certificates alone, on
     * the terms of {@link Export}, under a password that is a secret of the same partition.
     *
     * @param key null for a container without one
     * @param certificates the key's own and those above it; 255 at most
     * @param friendlyName UTF-8
     */
    record ExportPkcs12(@Nullable WrappedObject key, WrappedObject password,
            List<WrappedObject> certificates,
            ByteBuffer friendlyName) implements EngineCommand<EngineResult.Material> {}

    /**
     * Outputs {@code prefix || material || suffix} wrapped under another object of the same
     * partition, with the IV where the engine made one. Prefix and suffix let a caller wrap an
     * encoding that holds the material.
     */
    record ExportWrapped(WrappedObject object, WrappedObject wrappingKey, WrapSpec spec,
            @Nullable ByteBuffer iv, @Nullable ByteBuffer associatedData, ByteBuffer prefix,
            ByteBuffer suffix) implements EngineCommand<EngineResult.WrappedMaterial> {

        /** With a method that needs no IV and no associated data. */
        public ExportWrapped(WrappedObject object, WrappedObject wrappingKey, WrapSpec spec,
                ByteBuffer prefix, ByteBuffer suffix) {
            this(object, wrappingKey, spec, null, null, prefix, suffix);
        }
    }

    /**
     * Takes material that a client wrapped under another object of the same partition, and unwraps
     * it here. Outputs the wrapped object; one fault for everything that does not verify.
     */
    record ImportWrapped(ObjectHeader header, WrappedObject wrappingKey, WrapSpec spec,
            WrapSpec.Encoding encoding, @Nullable ByteBuffer iv,
            @Nullable ByteBuffer associatedData, @Nullable ByteBuffer tag,
            ByteBuffer wrapped) implements EngineCommand<EngineResult.Wrapped> {}

    /** Outputs ciphertext, and the IV where the engine made it. OAEP's label is associated data. */
    record Encrypt(WrappedObject key, CipherSpec spec, @Nullable Part part,
            @Nullable ByteBuffer iv, @Nullable ByteBuffer associatedData,
            ByteBuffer data) implements EngineCommand<EngineResult.Encrypted> {

        /** All data at once. */
        public Encrypt(WrappedObject key, CipherSpec spec, @Nullable ByteBuffer iv,
                @Nullable ByteBuffer associatedData, ByteBuffer data) {
            this(key, spec, null, iv, associatedData, data);
        }
    }

    /**
     * Outputs plaintext; one fault for everything that does not verify. In several parts, the
     * plaintext of the earlier ones has left before the tag of the last one is checked.
     */
    record Decrypt(WrappedObject key, CipherSpec spec, @Nullable Part part,
            @Nullable ByteBuffer iv, @Nullable ByteBuffer associatedData,
            @Nullable ByteBuffer tag,
            ByteBuffer data) implements EngineCommand<EngineResult.Material> {

        /** All data at once. */
        public Decrypt(WrappedObject key, CipherSpec spec, @Nullable ByteBuffer iv,
                @Nullable ByteBuffer associatedData, @Nullable ByteBuffer tag, ByteBuffer data) {
            this(key, spec, null, iv, associatedData, tag, data);
        }
    }

    /**
     * Makes a key pair in the formats that the headers say and of the algorithm and length that
     * both say. Outputs both wrapped objects.
     *
     * @param curve KMIP Recommended Curve; 0 leaves it to algorithm and length
     */
    record GeneratePair(ObjectHeader privateKey, ObjectHeader publicKey,
            int curve) implements EngineCommand<EngineResult.WrappedPair> {}

    /**
     * Outputs a signature.
     *
     * @param digested whether the data are the hash of what is signed
     */
    record Sign(WrappedObject key, SignatureSpec spec, boolean digested, @Nullable Part part,
            ByteBuffer data) implements EngineCommand<EngineResult.Computed> {}

    /**
     * Outputs whether a signature is the key's over the data.
     *
     * @param signature there with the whole data or their last part
     */
    record VerifySignature(WrappedObject key, SignatureSpec spec, boolean digested,
            @Nullable Part part, @Nullable ByteBuffer signature,
            ByteBuffer data) implements EngineCommand<EngineResult.Verdict> {}

    /** Outputs a message authentication code. */
    record Mac(WrappedObject key, MacSpec spec, @Nullable Part part,
            ByteBuffer data) implements EngineCommand<EngineResult.Computed> {}

    /**
     * Outputs whether a code is the key's over the data; compared here, in constant time.
     *
     * @param mac there with the whole data or their last part
     */
    record VerifyMac(WrappedObject key, MacSpec spec, @Nullable Part part,
            @Nullable ByteBuffer mac,
            ByteBuffer data) implements EngineCommand<EngineResult.Verdict> {}

    /** Outputs a hash value. */
    record Hash(HashAlgorithm hash, @Nullable Part part,
            ByteBuffer data) implements EngineCommand<EngineResult.Computed> {}

    /** Outputs random bytes, 1 to 65,536. */
    record Random(int length) implements EngineCommand<EngineResult.Material> {}

    /** Adds entropy to the random generator; it never replaces any. */
    record Seed(ByteBuffer entropy) implements EngineCommand<EngineResult.Seeded> {}

    /**
     * Derives the header's length of material from a key. Outputs the wrapped object.
     *
     * @param other the public key of an agreement; else an object whose material is the derivation
     *        data, instead of {@code data}
     */
    record Derive(WrappedObject key, @Nullable WrappedObject other, DerivationSpec spec,
            @Nullable ByteBuffer data, @Nullable ByteBuffer salt, @Nullable ByteBuffer iv,
            ObjectHeader header) implements EngineCommand<EngineResult.Wrapped> {}

    /**
     * Makes a secret for whoever has the private key of a public one. Outputs the ciphertext, and
     * the secret as a wrapped object of the header's length, never in clear.
     */
    record Encapsulate(WrappedObject key,
            ObjectHeader header) implements EngineCommand<EngineResult.Encapsulated> {}

    /**
     * Takes the secret out of a ciphertext. Outputs it as a wrapped object, never in clear. A
     * ciphertext that nobody made gives a secret that nobody knows, and no fault.
     */
    record Decapsulate(WrappedObject key, ByteBuffer ciphertext,
            ObjectHeader header) implements EngineCommand<EngineResult.Wrapped> {}

    /**
     * Splits an object's material. Outputs the wrapped parts in the order of the headers; part
     * identifiers count from 1.
     */
    record Split(WrappedObject object, SplitSpec spec,
            List<ObjectHeader> headers) implements EngineCommand<EngineResult.WrappedParts> {}

    /** Joins parts, at least as many as the threshold says. Outputs the wrapped object. */
    record Join(SplitSpec spec, List<SplitPart> parts,
            ObjectHeader header) implements EngineCommand<EngineResult.Wrapped> {}

    /** A stored part and its identifier, from 1. */
    record SplitPart(int identifier, WrappedObject object) {}

    /**
     * Wraps an object anew under a changed header. The engine allows only what narrows: version
     * plus one, state along the allowed edges, protection and identity unchanged or stricter. A
     * destroyed state drops the material. Outputs the wrapped object.
     */
    record Amend(WrappedObject object,
            ObjectHeader next) implements EngineCommand<EngineResult.Wrapped> {}

    /** Checks that a stored object is authentic. Outputs the SHA-256 of its material. */
    record Verify(WrappedObject object) implements EngineCommand<EngineResult.Verified> {}

    /** Begins the next term with a domain key drawn now. Outputs the term in force. */
    record RotateTerm() implements EngineCommand<EngineResult.InForce> {}

    /**
     * Destroys the domain key of a term that is not in force: what is sealed under it can't be
     * opened any more, copies in backups included. Outputs the term in force.
     */
    record RetireTerm(int term) implements EngineCommand<EngineResult.InForce> {}

    /**
     * Seals an object anew under the term in force, with the same header, origin and material.
     * Outputs the wrapped object.
     */
    record Rewrap(WrappedObject object) implements EngineCommand<EngineResult.Wrapped> {}

    /** Runs all self-tests. Outputs how many there were and how long they took. */
    record RunSelfTests() implements EngineCommand<EngineResult.SelfTested> {}

    /** Outputs what the engine is and how well it is protected on this host. */
    record Status() implements EngineCommand<EngineResult.StatusReport> {}

    /**
     * Whether the command may take so long that commands behind it on the same link would be late:
     * key pairs, what is done with one, derivation, and what has to do with terms. Such commands go through a link of their
     * own.
     */
    default boolean slow() {
        return switch (this) {
            case GeneratePair _,Derive _,Split _,Join _,ExportAs _,ExportPkcs12 _ -> true;
            case Sign _,VerifySignature _,Encapsulate _,Decapsulate _ -> true;
            case RotateTerm _,RetireTerm _,Rewrap _,RunSelfTests _ -> true;
            case Encrypt c -> c.key().header().objectType() != SYMMETRIC_KEY;
            case Decrypt c -> c.key().header().objectType() != SYMMETRIC_KEY;
            case ExportWrapped c -> c.wrappingKey().header().objectType() != SYMMETRIC_KEY;
            case ImportWrapped c -> isChecked(c.header())
                    || c.wrappingKey().header().objectType() != SYMMETRIC_KEY;
            case Import c -> isChecked(c.header());
            case Generate _,Export _,Amend _,Verify _,Status _ -> false;
            case Mac _,VerifyMac _,Hash _,Random _,Seed _ -> false;
        };
    }

    /** Whether what comes as such an object is computed with before it is stored. */
    private static boolean isChecked(ObjectHeader header) {
        Algorithm algorithm = Algorithm.of(header.algorithm());
        return algorithm != null && algorithm.set() != null;
    }
}

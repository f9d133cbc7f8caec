package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnginePort;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TransparentForm;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.vertx.core.Future;

/** An engine for tests: real AES, the material in the blob, the answers counted. */
final class MemoryEngine implements EnginePort {
    private static final int TAG_BITS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AtomicInteger held = new AtomicInteger();
    private @Nullable EngineFault fault;
    private int seeded;

    /** Answers that were not released. */
    int held() {
        return held.get();
    }

    /** How many bytes of entropy were added. */
    int seeded() {
        return seeded;
    }

    /** Every command fails from now on; null ends that. */
    void failWith(@Nullable EngineFault next) {
        fault = next;
    }

    @Override
    public <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command) {
        if (fault != null) {
            return Future.failedFuture(fault);
        }
        try {
            @SuppressWarnings("unchecked")
            R result = (R) run(command);
            if (result instanceof EngineResult.Seeded(int bytes)) {
                seeded += bytes;
            }
            held.incrementAndGet();
            return Future.succeededFuture(new Held<>(result, held));
        } catch (EngineFault refused) {
            return Future.failedFuture(refused);
        } catch (BadPaddingException wrong) {
            return Future.failedFuture(new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "wrong"));
        } catch (GeneralSecurityException invalid) {
            return Future.failedFuture(new EngineFault(Reason.INVALID_PARAMETERS, "invalid"));
        }
    }

    private record Held<R extends EngineResult>(R result,
            AtomicInteger held) implements Answer<R> {
        @Override
        public void release() {
            held.decrementAndGet();
        }
    }

    private static EngineResult run(EngineCommand<?> command)
            throws GeneralSecurityException, EngineFault {
        return switch (command) {
            case EngineCommand.Generate(ObjectHeader header) -> {
                byte[] material = new byte[header.lengthBits() / Byte.SIZE];
                RANDOM.nextBytes(material);
                yield wrapped(header, material);
            }
            case EngineCommand.Import(ObjectHeader header, ByteBuffer material) ->
                wrapped(header, bytes(material));
            case EngineCommand.Export(WrappedObject object) ->
                new EngineResult.Material(direct(exported(object)), true);
            case EngineCommand.ExportWrapped export -> {
                Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key(export.wrappingKey()));
                cipher.update(bytes(export.prefix()));
                cipher.update(export.object().blob());
                yield new EngineResult.WrappedMaterial(
                        direct(cipher.doFinal(bytes(export.suffix()))));
            }
            case EngineCommand.ImportWrapped unwrap -> {
                Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, key(unwrap.wrappingKey()));
                byte[] clear = cipher.doFinal(bytes(unwrap.wrapped()));
                yield wrapped(unwrap.header(), unwrap.encoding() == WrapSpec.Encoding.NONE
                        ? clear
                        : material(clear, unwrap.header().keyFormat()));
            }
            case EngineCommand.Encrypt encrypt -> encrypted(encrypt);
            case EngineCommand.Decrypt decrypt -> decrypted(decrypt);
            case EngineCommand.Amend(WrappedObject object, ObjectHeader next) ->
                wrapped(next, next.state().isDestroyed() ? new byte[0] : object.blob());
            case EngineCommand.Hash hash -> MemoryCryptography.hash(hash);
            case EngineCommand.Mac mac -> MemoryCryptography.mac(mac);
            case EngineCommand.VerifyMac verify -> MemoryCryptography.verifyMac(verify);
            case EngineCommand.Random random -> MemoryCryptography.random(random);
            case EngineCommand.Seed(ByteBuffer entropy) ->
                new EngineResult.Seeded(entropy.remaining());
            case EngineCommand.GeneratePair pair -> MemoryCryptography.pair(pair);
            case EngineCommand.Derive derive -> MemoryCryptography.derive(derive);
            case EngineCommand.Split split -> MemoryCryptography.split(split);
            case EngineCommand.Encapsulate _,EngineCommand.Decapsulate _ -> throw notAsked();
            case EngineCommand.Verify _,EngineCommand.Status _,EngineCommand.Sign _ ->
                throw notAsked();
            case EngineCommand.VerifySignature _,EngineCommand.Join _ -> throw notAsked();
            case EngineCommand.RotateTerm _,EngineCommand.RetireTerm _ -> throw notAsked();
            case EngineCommand.Rewrap _,EngineCommand.RunSelfTests _ -> throw notAsked();
            case EngineCommand.ExportPkcs12 _ -> throw notAsked();
            case EngineCommand.ExportAs _ ->
                throw new EngineFault(Reason.UNSUPPORTED, "no other format");
        };
    }

    /** What stands in a Key Value: bytes, a symmetric key, or numbers as they are. */
    private static byte[] material(byte[] keyValue, int format)
            throws GeneralSecurityException {
        try {
            TtlvItem material = Items.child(
                    TtlvBinary.decode(ByteBuffer.wrap(keyValue), TtlvLimits.DEFAULT),
                    Tag.KEY_MATERIAL);
            TransparentForm form = TransparentForm.of(format);
            if (form == null || form == TransparentForm.SYMMETRIC_KEY) {
                TtlvItem key = material instanceof TtlvItem.Structure transparent
                        ? Items.child(transparent, Tag.KEY)
                        : material;
                return ((TtlvItem.ByteStringItem) Objects.requireNonNull(key)).value()
                        .toByteArray();
            }
            ByteBuffer out = ByteBuffer
                    .allocate(TtlvBinary.encodedLength(Objects.requireNonNull(material)));
            TtlvBinary.encode(material, out);
            return out.array();
        } catch (TtlvFault wrong) {
            throw new BadPaddingException(wrong.getMessage());
        }
    }

    private static AssertionError notAsked() {
        return new AssertionError("Operations do not ask this.");
    }

    private static byte[] exported(WrappedObject object) throws EngineFault {
        if (!object.header().protection().extractable()) {
            throw new EngineFault(Reason.NOT_EXTRACTABLE, "not extractable");
        }
        if (object.header().protection().sensitive()) {
            throw new EngineFault(Reason.SENSITIVE, "sensitive");
        }
        return object.blob();
    }

    private static EngineResult encrypted(EngineCommand.Encrypt command)
            throws GeneralSecurityException {
        CipherSpec spec = command.spec();
        byte[] iv = command.iv() == null
                ? new byte[spec.mode() == CipherSpec.Mode.GCM ? 12 : 16]
                : bytes(command.iv());
        if (command.iv() == null) {
            RANDOM.nextBytes(iv);
        }
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, command.key(), spec, iv);
        if (command.associatedData() != null) {
            cipher.updateAAD(bytes(command.associatedData()));
        }
        byte[] out = cipher.doFinal(bytes(command.data()));
        int tag = spec.tagLengthBytes();
        return new EngineResult.Encrypted(direct(Arrays.copyOf(out, out.length - tag)),
                spec.randomIv() ? direct(iv) : null,
                tag == 0
                        ? null
                        : direct(Arrays.copyOfRange(out, out.length - tag, out.length)),
                true);
    }

    private static EngineResult decrypted(EngineCommand.Decrypt command)
            throws GeneralSecurityException {
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, command.key(), command.spec(),
                command.iv() == null ? new byte[16] : bytes(command.iv()));
        if (command.associatedData() != null) {
            cipher.updateAAD(bytes(command.associatedData()));
        }
        byte[] first = cipher.update(bytes(command.data()));
        byte[] last = cipher.doFinal(command.tag() == null ? new byte[0] : bytes(command.tag()));
        ByteBuffer all = ByteBuffer
                .allocateDirect((first == null ? 0 : first.length) + last.length);
        if (first != null) {
            all.put(first);
        }
        return new EngineResult.Material(all.put(last).flip(), true);
    }

    private static Cipher cipher(int mode, WrappedObject key, CipherSpec spec, byte[] iv)
            throws GeneralSecurityException {
        String padding =
                spec.padding() == CipherSpec.Padding.PKCS5 ? "PKCS5Padding" : "NoPadding";
        Cipher cipher = Cipher.getInstance("AES/" + spec.mode() + "/" + padding);
        switch (spec.mode()) {
            case ECB -> cipher.init(mode, key(key));
            case GCM -> cipher.init(mode, key(key),
                    new GCMParameterSpec(spec.tagLengthBytes() * TAG_BITS, iv));
            case CBC, CTR, CFB, OFB, PCBC -> cipher.init(mode, key(key), new IvParameterSpec(iv));
            case CCM, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING, NONE -> throw notAsked();
        }
        return cipher;
    }

    private static SecretKeySpec key(WrappedObject object) {
        return new SecretKeySpec(object.blob(), "AES");
    }

    static EngineResult.Wrapped wrapped(ObjectHeader header, byte[] material)
            throws GeneralSecurityException {
        Sha256 digest = material.length == 0
                ? null
                : Sha256.of(MessageDigest.getInstance("SHA-256").digest(material));
        return new EngineResult.Wrapped(new WrappedObject(header, material), digest);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}

package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Keys that the caller related to each other: whoever can add a number of his choice to a protected
 * key, and see what the sum does, has the key.
 */
class RelatedKeysTest extends LinkedEngineTest {
    private static final int SIGN = 1;
    private static final int MAC = 0x80;
    private static final int DERIVE = 0x200;
    private static final int EC = 0x1a;
    private static final int RSA = 4;
    private static final int DES3 = 2;
    private static final Protection SENSITIVE = Protection.ofNew(true, true, null);
    private static final Protection SHUT = Protection.ofNew(true, false, null);
    private static final Protection OPEN = Protection.EXTRACTABLE;
    private static final SplitSpec TWO = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
    private static final SplitSpec THREE = new SplitSpec(SplitSpec.Method.XOR, 3, 3);
    private static final byte[] HASH = new byte[32];
    private static final byte[] NOTHING = {};

    private static ObjectHeader header(int type, int algorithm, int bits, int mask,
            Protection protection) {
        int format = switch (type) {
            case 4 -> 4;
            case 3 -> 5;
            default -> 1;
        };
        return EngineFixture.header("id" + type, type, format, algorithm, bits, mask, protection);
    }

    private WrappedPair pair(int algorithm, int bits, int curve, Protection protection)
            throws EngineFault {
        return link().call(new EngineCommand.GeneratePair(
                header(4, algorithm, bits, SIGN, protection),
                header(3, algorithm, bits, 2, OPEN), curve), pair -> pair);
    }

    private byte[] exported(WrappedObject object) throws EngineFault {
        return link().call(new EngineCommand.Export(object),
                result -> Samples.bytes(result.bytes()));
    }

    /** Two parts of an object, and how long they are. */
    private List<SplitPart> halves(WrappedObject object, Protection protection)
            throws EngineFault {
        ObjectHeader part = header(5, object.header().algorithm(), object.header().lengthBits(),
                object.header().usageMask(), protection);
        return link().call(new EngineCommand.Split(object, TWO, List.of(part, part)),
                result -> List.of(new SplitPart(1, result.parts().get(0).object()),
                        new SplitPart(2, result.parts().get(1).object())));
    }

    private WrappedObject sum(List<SplitPart> halves, byte[] difference, ObjectHeader asked)
            throws EngineFault {
        WrappedObject own = made(new EngineCommand.Import(
                header(5, asked.algorithm(), asked.lengthBits(), 0, OPEN),
                Samples.direct(difference)));
        return made(new EngineCommand.Join(THREE,
                List.of(halves.get(0), halves.get(1), new SplitPart(3, own)), asked));
    }

    private byte[] signature(WrappedObject key) throws EngineFault {
        return link().call(new EngineCommand.Sign(key,
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256), true, null,
                Samples.direct(HASH)), result -> Samples.bytes(result.value()));
    }

    /**
     * Each bit is one signature: that of the key with the bit turned over is one of Q + 2^i G or of
     * Q - 2^i G.
     */
    @Test
    void aPrivateKeyIsNotReadBitByBit() throws Exception {
        X9ECParameters curve = ECNamedCurveTable.getByName("P-256");
        Layout layout = layout();
        WrappedPair pair = pair(EC, 256, 7, SHUT);
        ECPoint q = curve.getCurve().decodePoint(SubjectPublicKeyInfo
                .getInstance(exported(pair.publicKey().object())).getPublicKeyData().getBytes());
        WrappedObject target = pair.privateKey().object();
        BigInteger got = BigInteger.ZERO;
        try {
            List<SplitPart> halves = halves(target, SHUT);
            for (int bit = 0; bit < 256; bit++) {
                ECPoint step = curve.getG().multiply(BigInteger.ONE.shiftLeft(bit));
                for (boolean set : new boolean[]{true, false}) {
                    ECPoint changed = set ? q.subtract(step) : q.add(step);
                    byte[] difference = layout.difference(bit, q, changed);
                    if (verifies(curve, changed, halves, difference)) {
                        got = set ? got.setBit(bit) : got;
                        break;
                    }
                }
            }
        } catch (EngineFault refused) {
            assertThat(refused.reason()).isEqualTo(Reason.SENSITIVE);
        }
        assertThat(curve.getG().multiply(got).equals(q)).as("the private key is known").isFalse();
    }

    private boolean verifies(X9ECParameters curve, ECPoint point, List<SplitPart> halves,
            byte[] difference) throws EngineFault {
        WrappedObject joined = sum(halves, difference, header(4, EC, 256, SIGN, SHUT));
        byte[] signature;
        try {
            signature = signature(joined);
        } catch (EngineFault thePublicKeyIsAnother) {
            return false;
        }
        ASN1Sequence numbers = ASN1Sequence.getInstance(signature);
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(point, new ECDomainParameters(curve)));
        return signer.verifySignature(HASH,
                ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue(),
                ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue());
    }

    /** Where in a key's material its numbers are, which is the same for all. */
    private record Layout(int bytes, int privateAt, int publicAt) {

        byte[] difference(int bit, ECPoint was, ECPoint is) {
            byte[] difference = new byte[bytes];
            difference[privateAt + 31 - bit / 8] = (byte) (1 << bit % 8);
            if (publicAt >= 0) {
                byte[] from = was.getEncoded(false);
                byte[] to = is.getEncoded(false);
                for (int i = 0; i < from.length; i++) {
                    difference[publicAt + i] ^= (byte) (from[i] ^ to[i]);
                }
            }
            return difference;
        }
    }

    private Layout layout() throws Exception {
        byte[] own = exported(pair(EC, 256, 7, OPEN).privateKey().object());
        ECPrivateKey key =
                ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(own).parsePrivateKey());
        byte[] number = new byte[32];
        byte[] d = key.getKey().toByteArray();
        System.arraycopy(d, Math.max(0, d.length - 32), number, Math.max(0, 32 - d.length),
                Math.min(32, d.length));
        int publicAt = key.getPublicKey() == null ? -1
                : indexOf(own, key.getPublicKey().getBytes());
        return new Layout(own.length, indexOf(own, number), publicAt);
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void aProtectedPrivateKeyIsNotTakenApart() throws Exception {
        for (WrappedObject key : List.of(pair(RSA, 2048, 0, SHUT).privateKey().object(),
                pair(EC, 256, 7, SENSITIVE).privateKey().object())) {
            Protection protection = key.header().protection();
            assertRefused(Reason.SENSITIVE, () -> halves(key, protection));
        }
        WrappedObject open = pair(EC, 256, 7, OPEN).privateKey().object();
        List<SplitPart> parts = halves(open, OPEN);
        WrappedObject whole = made(new EngineCommand.Join(TWO, parts,
                header(4, EC, 256, SIGN, OPEN)));
        assertThat(exported(whole)).isEqualTo(exported(open));
    }

    /** What nobody could change may be anything. */
    @Test
    void aWrappedKeyWithStructureComesBack() throws Exception {
        WrappedObject kek =
                made(new EngineCommand.Generate(header(2, 3, 256, 0x30, SENSITIVE)));
        for (WrappedObject key : List.of(pair(EC, 256, 7, SENSITIVE).privateKey().object(),
                made(new EngineCommand.Generate(header(2, DES3, 192, 0xc, SENSITIVE))))) {
            WrapSpec spec = new WrapSpec(
                    new CipherSpec(Mode.AES_KEY_WRAP_PADDING, Padding.NONE, 0, false));
            byte[] blob = link().call(new EngineCommand.ExportWrapped(key, kek, spec,
                    Samples.direct(NOTHING), Samples.direct(NOTHING)),
                    result -> Samples.bytes(result.bytes()));
            WrappedObject back = made(new EngineCommand.ImportWrapped(
                    header(key.header().objectType(), key.header().algorithm(),
                            key.header().lengthBits(), key.header().usageMask(), SENSITIVE),
                    kek, spec, WrapSpec.Encoding.NONE, null, null, null, Samples.direct(blob)));
            assertThat(digest(back)).isEqualTo(digest(key));
        }
    }

    private Sha256 digest(WrappedObject object) throws EngineFault {
        return link().call(new EngineCommand.Verify(object),
                result -> Objects.requireNonNull(result.digest()));
    }

    /** Custodians bring parts; what they give may be anything but a key with structure. */
    @Test
    void protectedPartsGiveNoKeyWithStructure() throws Exception {
        byte[] material = exported(pair(EC, 256, 7, OPEN).privateKey().object());
        List<SplitPart> parts = new ArrayList<>();
        for (byte[] bytes : List.of(material, new byte[material.length])) {
            parts.add(new SplitPart(parts.size() + 1, made(new EngineCommand.Import(
                    header(5, EC, 256, SIGN, SENSITIVE), Samples.direct(bytes)))));
        }
        assertRefused(Reason.SENSITIVE, () -> made(new EngineCommand.Join(TWO, parts,
                header(4, EC, 256, SIGN, SENSITIVE))));
    }

    /** Else it would be unwrapped as a key of another kind, or taken apart again. */
    @Test
    void whatWasJoinedOfProtectedPartsStaysWhereItIs() throws Exception {
        WrappedObject target = made(new EngineCommand.Generate(
                header(2, 3, 256, MAC | DERIVE, SENSITIVE)));
        WrappedObject joined = made(new EngineCommand.Join(TWO, halves(target, SENSITIVE),
                header(2, 3, 256, MAC | DERIVE, SENSITIVE)));
        assertStays(joined);
        assertRefused(Reason.SENSITIVE,
                () -> made(new EngineCommand.Join(TWO, halves(target, SENSITIVE),
                        header(5, 3, 256, 0, SENSITIVE))));
    }

    /** Else whoever may split and join could do with the sum what he may not do with the key. */
    @Test
    void noRightGrowsOverTheParts() throws Exception {
        for (Protection protection : List.of(SENSITIVE, SHUT)) {
            WrappedObject target =
                    made(new EngineCommand.Generate(header(2, 3, 256, DERIVE, protection)));
            ObjectHeader wide = header(5, 3, 256, DERIVE | MAC, protection);
            assertRefused(Reason.POLICY, () -> link().call(
                    new EngineCommand.Split(target, TWO, List.of(wide, wide)), parts -> parts));
            List<SplitPart> halves = halves(target, protection);
            assertRefused(Reason.POLICY, () -> made(new EngineCommand.Join(TWO, halves,
                    header(2, 3, 256, DERIVE | MAC, protection))));
            made(new EngineCommand.Join(TWO, halves, header(2, 3, 256, DERIVE, protection)));
        }
    }

    private void assertStays(WrappedObject object) throws Exception {
        WrappedObject kek = made(new EngineCommand.Generate(
                header(2, 3, 256, 0x30, SENSITIVE)));
        assertRefused(Reason.SENSITIVE,
                () -> link().call(new EngineCommand.ExportWrapped(object, kek,
                        WrapSpec.NIST_KEY_WRAP, Samples.direct(NOTHING), Samples.direct(NOTHING)),
                        result -> Samples.bytes(result.bytes())));
        assertRefused(Reason.SENSITIVE, () -> halves(object, SENSITIVE));
    }

    private WrappedObject encrypted(WrappedObject key, Mode mode, byte[] data,
            ObjectHeader asked) throws EngineFault {
        byte[] iv = mode == Mode.ECB ? null : new byte[16];
        return made(new EngineCommand.Derive(key, null,
                new DerivationSpec(Method.ENCRYPT, null,
                        new CipherSpec(mode, Padding.NONE, 0, false), 0),
                Samples.direct(data), null, iv == null ? null : Samples.direct(iv), asked));
    }

    /** A stream adds the caller's data to what nobody knows. */
    @ParameterizedTest
    @EnumSource(names = {"CTR", "OFB", "CFB", "CBC"})
    void whatIsDerivedByEncryptionHasNoStructureAndStays(Mode mode) throws Exception {
        WrappedObject base =
                made(new EngineCommand.Generate(header(2, 3, 256, DERIVE, SENSITIVE)));
        assertStays(encrypted(base, mode, new byte[32], header(2, 3, 256, MAC, SENSITIVE)));
        assertRefused(Reason.SENSITIVE, () -> encrypted(base, mode, new byte[32],
                header(2, DES3, 192, 0xc, SENSITIVE)));
    }

    /** Equal blocks of data make equal parts of a key, and half as much to try. */
    @Test
    void nothingIsDerivedBlockByBlock() throws Exception {
        WrappedObject base =
                made(new EngineCommand.Generate(header(2, 3, 256, DERIVE, SENSITIVE)));
        assertRefused(Reason.SENSITIVE, () -> encrypted(base, Mode.ECB, new byte[32],
                header(2, 3, 256, MAC, SENSITIVE)));
        WrappedObject own = made(new EngineCommand.Import(header(2, 3, 256, DERIVE, OPEN),
                Samples.direct(new byte[32])));
        encrypted(own, Mode.ECB, new byte[32], header(2, 3, 256, MAC, OPEN));
    }

    @Test
    void onlySecretsAreDerivedAndJoined() throws Exception {
        WrappedObject base = made(new EngineCommand.Generate(header(2, 3, 256, DERIVE, OPEN)));
        for (int type : new int[]{1, 3, 4, 5, 8}) {
            assertRefused(Reason.POLICY, () -> made(new EngineCommand.Derive(base, null,
                    new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256), null, null, null,
                    header(type, 3, 256, 0, OPEN))));
        }
    }

    /** A cipher without a tag lets a changed key through, or tells by a padding what it was. */
    @ParameterizedTest
    @EnumSource(names = {"CTR", "OFB", "CFB", "CBC", "ECB", "GCM"})
    void aSensitiveKeyUnwrapsNothingThatMayHaveBeenChanged(Mode mode) throws Exception {
        WrappedObject kek = made(new EngineCommand.Import(header(2, 3, 256, 0x30, SENSITIVE),
                Samples.direct(new byte[32])));
        WrappedObject own = made(new EngineCommand.Import(header(2, 3, 256, MAC, OPEN),
                Samples.direct(new byte[32])));
        byte[] iv = mode == Mode.GCM ? new byte[12] : new byte[16];
        WrapSpec spec = new WrapSpec(new CipherSpec(mode, Padding.NONE,
                mode == Mode.GCM ? 16 : 0, mode == Mode.GCM));
        byte[][] blob = mode == Mode.GCM
                ? link().call(new EngineCommand.ExportWrapped(own, kek, spec,
                        Samples.direct(NOTHING), Samples.direct(NOTHING)),
                        result -> new byte[][]{Samples.bytes(result.bytes()),
                                Samples.bytes(result.iv()), Samples.bytes(result.tag())})
                : new byte[][]{new byte[32], iv, NOTHING};
        ThrowingCallable unwrapping = () -> made(new EngineCommand.ImportWrapped(
                header(2, 3, 256, MAC, SENSITIVE), kek, spec, WrapSpec.Encoding.NONE,
                mode == Mode.ECB ? null : Samples.direct(blob[1]), null,
                mode == Mode.GCM ? Samples.direct(blob[2]) : null, Samples.direct(blob[0])));
        if (mode == Mode.GCM) {
            assertThatCode(unwrapping).doesNotThrowAnyException();
        } else {
            assertRefused(Reason.SENSITIVE, unwrapping);
        }
    }
}

package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;
import static io.sallyport.hsm.process.EngineFixture.header;
import static io.sallyport.hsm.process.EngineFixture.whereGiven;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.object.WrappedObject;

/** Encryption and decryption, whole and in parts, through the socket. */
final class CipherCommandsTest extends CommandTest {
    private static final int CHACHA20 = 0x1c;
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog, and then some"
            .getBytes(StandardCharsets.US_ASCII);

    private static ByteBuffer part(int from, int to) {
        return Samples.direct(Arrays.copyOfRange(TEXT, from, to));
    }

    /** What an encryption or decryption gave: all of it, and the tag. */
    @SuppressWarnings("ArrayRecordComponent") // compared by their contents
    private record Output(byte[] data, byte @Nullable [] tag) {}

    private Output encrypt(WrappedObject key, CipherSpec spec, byte @Nullable [] iv, int... ends)
            throws EngineFault {
        ByteBuffer associated = spec.mode() == Mode.GCM ? Samples.direct(new byte[21]) : null;
        if (ends.length == 0) {
            return engine().call(new EngineCommand.Encrypt(key, spec, buffer(iv), associated,
                    Samples.direct(TEXT)),
                    r -> new Output(Samples.bytes(r.data()), Samples.bytes(r.tag())));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] state = null;
        byte[] tag = null;
        for (int i = 0; i < ends.length; i++) {
            boolean first = i == 0;
            Part part = new Part(i == ends.length - 1, buffer(state));
            byte[][] parts = engine().call(new EngineCommand.Encrypt(key, spec, part,
                    first ? buffer(iv) : null, first ? associated : null,
                    part(first ? 0 : ends[i - 1], ends[i])),
                    r -> new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.continuation()),
                            Samples.bytes(r.tag())});
            all.writeBytes(parts[0]);
            state = parts[1];
            tag = parts[2];
        }
        return new Output(all.toByteArray(), tag);
    }

    private byte[] decrypt(WrappedObject key, CipherSpec spec, byte @Nullable [] iv, Output sealed,
            int split) throws EngineFault {
        ByteBuffer associated = spec.mode() == Mode.GCM ? Samples.direct(new byte[21]) : null;
        byte[] tag = sealed.tag();
        byte[] data = sealed.data();
        byte[][] first = engine().call(
                new EngineCommand.Decrypt(key, spec, Part.first(), buffer(iv),
                        associated, null, Samples.direct(Arrays.copyOf(data, split))),
                r -> new byte[][]{Samples.bytes(r.bytes()), Samples.bytes(r.continuation())});
        byte[] last = engine().call(new EngineCommand.Decrypt(key, spec,
                new Part(true, Samples.direct(first[1])), null, null,
                tag == null || tag.length == 0 ? null : Samples.direct(tag),
                Samples.direct(Arrays.copyOfRange(data, split, data.length))),
                r -> Samples.bytes(r.bytes()));
        byte[] all = Arrays.copyOf(first[0], first[0].length + last.length);
        System.arraycopy(last, 0, all, first[0].length, last.length);
        return all;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Samples.direct(bytes);
    }

    @Test
    void encryptionInPartsIsThatOfTheWhole() throws Exception {
        WrappedObject aes = engine().stored(symmetric(AES, 256, SENSITIVE),
                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        WrappedObject chaCha = engine().stored(symmetric(CHACHA20, 256, SENSITIVE), new byte[32]);
        byte[] iv = new byte[16];
        Arrays.fill(iv, (byte) 0xff);
        byte[] nonce = Arrays.copyOf(iv, 12);
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false), iv));
        whereGiven(
                () -> assertParts(aes, new CipherSpec(Mode.CBC, Padding.ANSI_X9_23, 0, false), iv));
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.ECB, Padding.PKCS5, 0, false), null));
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.CTR, Padding.NONE, 0, false), iv));
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.CFB, Padding.NONE, 0, false), iv));
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.OFB, Padding.NONE, 0, false), iv));
        whereGiven(() -> assertParts(aes, new CipherSpec(Mode.PCBC, Padding.PKCS5, 0, false), iv));
        whereGiven(
                () -> assertParts(aes, new CipherSpec(Mode.GCM, Padding.NONE, 16, false), nonce));
        whereGiven(
                () -> assertParts(aes, new CipherSpec(Mode.GCM, Padding.NONE, 12, false), nonce));
        whereGiven(() -> assertParts(chaCha, new CipherSpec(Mode.NONE, Padding.NONE, 0, false),
                nonce));
        whereGiven(() -> assertParts(chaCha, new CipherSpec(Mode.NONE, Padding.NONE, 0, false),
                Arrays.copyOf(iv, 8)));
        assertReason(Reason.UNSUPPORTED, () -> encrypt(aes,
                new CipherSpec(Mode.CCM, Padding.NONE, 16, false), nonce, 5, TEXT.length));
    }

    private void assertParts(WrappedObject key, CipherSpec spec, byte @Nullable [] iv)
            throws EngineFault {
        Output whole = encrypt(key, spec, iv);
        for (int split = 0; split <= TEXT.length; split++) {
            Output parts = encrypt(key, spec, iv, split, Math.min(split + 3, TEXT.length),
                    TEXT.length);
            assertThat(parts.data()).as(spec + " at " + split).isEqualTo(whole.data());
            assertThat(parts.tag()).as(spec + " at " + split).isEqualTo(whole.tag());
            assertThat(decrypt(key, spec, iv, whole, split)).as(spec + " at " + split)
                    .isEqualTo(TEXT);
        }
        byte[] wrong = whole.data().clone();
        wrong[wrong.length - 1] ^= 1;
        byte[] tag = whole.tag();
        if (tag != null && tag.length > 0) {
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE,
                    () -> decrypt(key, spec, iv, new Output(wrong, tag), 20));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CBC", "CTR", "CFB", "OFB", "GCM"})
    void partsUnderAnIvOfTheEnginesOwnAreOneCiphertext(Mode mode) throws Exception {
        WrappedObject key = engine().stored(symmetric(AES, 256, SENSITIVE), new byte[32]);
        CipherSpec spec = new CipherSpec(mode,
                mode == Mode.CBC ? Padding.PKCS5 : Padding.NONE, mode == Mode.GCM ? 16 : 0, true);
        byte[][] first = engine().call(
                new EngineCommand.Encrypt(key, spec, Part.first(), null, null, part(0, 21)),
                r -> new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.continuation()),
                        Samples.bytes(r.iv())});
        byte[][] last = engine().call(new EngineCommand.Encrypt(key, spec,
                new Part(true, Samples.direct(first[1])), null, null, part(21, TEXT.length)),
                r -> new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.tag())});
        byte[] all = Arrays.copyOf(first[0], first[0].length + last[0].length);
        System.arraycopy(last[0], 0, all, first[0].length, last[0].length);
        assertThat(engine().<EngineResult.Material, byte[]>call(
                new EngineCommand.Decrypt(key, spec, Samples.direct(first[2]), null,
                        mode == Mode.GCM ? Samples.direct(last[1]) : null, Samples.direct(all)),
                r -> Samples.bytes(r.bytes()))).isEqualTo(TEXT);
    }

    @Test
    void continuationsBelongToOneKeyCommandAndSpecification() throws Exception {
        WrappedObject one = engine().stored(symmetric(AES, 128, SENSITIVE), new byte[16]);
        WrappedObject other = engine().stored(header("other", 2, 1, AES, 128, ALL, SENSITIVE),
                new byte[16]);
        CipherSpec spec = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false);
        byte[] state = engine().call(new EngineCommand.Encrypt(one, spec, Part.first(),
                Samples.direct(new byte[16]), null, Samples.direct(TEXT)),
                r -> Samples.bytes(r.continuation()));
        Part next = new Part(true, Samples.direct(state));
        assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(
                new EngineCommand.Encrypt(other, spec, next, null, null, part(0, 1)), r -> r));
        assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(
                new EngineCommand.Encrypt(one, new CipherSpec(Mode.CBC, Padding.ZEROS, 0, false),
                        next, null, null, part(0, 1)),
                r -> r));
        assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(
                new EngineCommand.Decrypt(one, spec, next, null, null, null, part(0, 1)),
                r -> r));
        for (int i = 0; i < state.length; i++) {
            byte[] changed = state.clone();
            changed[i] ^= 1;
            Part bad = new Part(true, Samples.direct(changed));
            assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(
                    new EngineCommand.Encrypt(one, spec, bad, null, null, part(0, 1)), r -> r));
        }
        assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(new EngineCommand.Encrypt(one, spec,
                new Part(true, Samples.direct(new byte[9])), null, null, part(0, 1)), r -> r));
    }

    @Test
    void encryptsAsThePublishedChaCha20CaseSays() throws Exception {
        WrappedObject key = engine().stored(symmetric(CHACHA20, 256, SENSITIVE), new byte[32]);
        byte[] data = engine().call(new EngineCommand.Encrypt(key,
                new CipherSpec(Mode.NONE, Padding.NONE, 0, false),
                Samples.direct(HexFormat.of().parseHex("0000000000000001")), null,
                Samples.direct(new byte[60])), r -> Samples.bytes(r.data()));
        assertThat(data).asHexString().startsWithIgnoringCase(
                "de9cba7bf3d69ef5e786dc63973f653a0b49e015adbff7134fcb7df137821031");
    }
}

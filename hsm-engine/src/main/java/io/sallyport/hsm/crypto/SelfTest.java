package io.sallyport.hsm.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/**
 * Known answers for what the engine serves, in both directions, and a changed ciphertext that must
 * not verify. Run before the first key is opened.
 */
public final class SelfTest {
    private static final String XAES = "XAES-256-GCM";
    private static final String BLOCKS = "6bc1bee22e409f96e93d7e117393172a"
            + "ae2d8a571e03ac9c9eb76fac45af8e51";

    private static final String DES3_KEY = "0123456789abcdef23456789abcdef01456789abcdef0123";
    private static final String DES3_CLEAR = "54686520717566636b2062726f776e20666f78206a756d70";

    /**
     * Vectors of SP 800-38A (F.2.5, F.5.5, F.1.5), GCM test case 15, RFC 3394, RFC 5649 and SP
     * 800-67 (B.1); the last one's key and text in CBC, as OpenSSL answers.
     */
    private static final List<Answer> ANSWERS = List.of(
            new Answer(Transformation.AES_CBC, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", "000102030405060708090a0b0c0d0e0f",
                    BLOCKS, "f58c4c04d6e5f1ba779eabfb5f7bfbd6"
                            + "9cfc4e967edb808d679f777bc6702c7d"),
            new Answer(Transformation.AES_CTR, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
                    BLOCKS, "601ec313775789a5b7a7f504bbf3d228"
                            + "f443e3ca4d62b59aca84e990cacaf5c5"),
            new Answer(Transformation.AES_ECB, "603deb1015ca71be2b73aef0857d7781"
                    + "1f352c073b6108d72d9810a30914dff4", null, BLOCKS,
                    "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870"),
            new Answer(Transformation.AES_GCM, "00000000000000000000000000000000"
                    + "00000000000000000000000000000000", "000000000000000000000000",
                    "00000000000000000000000000000000",
                    "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
            new Answer(Transformation.AES_KW, "000102030405060708090a0b0c0d0e0f",
                    null, "00112233445566778899aabbccddeeff",
                    "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"),
            new Answer(Transformation.AES_KWP, "5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8",
                    null, "466f7250617369", "afbeb0f07dfbf5419200f2ccb50bb24f"),
            new Answer(Transformation.DES3_ECB, DES3_KEY, null, DES3_CLEAR,
                    "a826fd8ce53b855fcce21c8112256fe668d5c05dd9b6b900"),
            new Answer(Transformation.DES3_CBC, DES3_KEY, "f69f2445df4f9b17", DES3_CLEAR,
                    "a5c282bad0de3774becd2e04386b589fb5057d8552fc4336"));

    private final JcaBridge bridge = new JcaBridge();
    private final Comparison comparison;

    /** The self-tests of the engine. */
    public SelfTest() {
        this(Comparison.EXACT);
    }

    SelfTest(Comparison comparison) {
        this.comparison = comparison;
    }

    private record Answer(Transformation transformation, String key, @Nullable String iv,
            String clear, String cipher) {}

    /** The names of what is tested, in the order of the tests. */
    public static List<String> names() {
        return Stream.concat(ANSWERS.stream().filter(SelfTest::isGiven)
                .map(answer -> answer.transformation().jcaName()), Stream.of(XAES)).toList();
    }

    private static boolean isGiven(Answer answer) {
        return CryptoModule.current().cipher(answer.transformation()) != null;
    }

    /** The name of the first algorithm that fails, or null when all is well. */
    public @Nullable String run() {
        for (Answer answer : ANSWERS) {
            if (isGiven(answer) && !holds(answer)) {
                return answer.transformation().jcaName();
            }
        }
        return xaesHolds() ? null : XAES;
    }

    private boolean holds(Answer answer) {
        byte[] clear = HexFormat.of().parseHex(answer.clear());
        byte[] cipher = HexFormat.of().parseHex(answer.cipher());
        byte[] encrypted = run(answer, Direction.ENCRYPT, clear);
        byte[] decrypted = run(answer, Direction.DECRYPT, cipher);
        if (!comparison.same(encrypted, cipher) || !comparison.same(decrypted, clear)) {
            return false;
        }
        boolean verifies = switch (answer.transformation()) {
            case AES_GCM, AES_CCM, AES_KW, AES_KWP, CHACHA20_POLY1305 -> true;
            case AES_ECB, AES_CBC, AES_CTR, DES3_ECB, DES3_CBC, AES_CFB, AES_OFB, DES3_CFB,
                    DES3_OFB, AES_PCBC, DES3_PCBC ->
                false;
        };
        cipher[0] ^= 1;
        return !verifies || comparison.holds(run(answer, Direction.DECRYPT, cipher) == null);
    }

    private byte @Nullable [] run(Answer answer, Direction direction, byte[] input) {
        byte[] output = new byte[64];
        byte[] iv = answer.iv() == null ? null : HexFormat.of().parseHex(answer.iv());
        boolean gcm = answer.transformation() == Transformation.AES_GCM;
        try (Arena arena = Arena.ofConfined()) {
            KeyView key = key(arena, HexFormat.of().parseHex(answer.key()));
            int length = bridge.run(new Job(answer.transformation(), direction, iv, gcm ? 128 : 0,
                    new byte[0], 0, input, 0, input.length), key, output, 0);
            return Arrays.copyOf(output, length);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /** Second vector of the C2SP specification. */
    private boolean xaesHolds() {
        byte[] clear = "XAES-256-GCM".getBytes(StandardCharsets.US_ASCII);
        byte[] associated = "c2sp.org/XAES-256-GCM".getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = "ABCDEFGHIJKLMNOPQRSTUVWX"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] expected = HexFormat.of()
                .parseHex("986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d");
        byte[] keyBytes = new byte[Xaes256Gcm.KEY_BYTES];
        Arrays.fill(keyBytes, (byte) 3);
        byte[] sealed = new byte[expected.length];
        byte[] opened = new byte[expected.length];
        Xaes256Gcm xaes = new Xaes256Gcm(bridge);
        try (Arena arena = Arena.ofConfined()) {
            KeyView key = key(arena, keyBytes);
            xaes.seal(key, new Xaes256Gcm.Message(nonce, associated, associated.length, clear, 0,
                    clear.length), sealed, 0);
            Xaes256Gcm.Message message = new Xaes256Gcm.Message(nonce, associated,
                    associated.length, sealed, 0, sealed.length);
            boolean same = comparison.same(sealed, expected)
                    && xaes.open(key, message, opened) == clear.length
                    && comparison.same(Arrays.copyOf(opened, clear.length), clear);
            sealed[0] ^= 1;
            return same && comparison.holds(xaes.open(key, message, opened) < 0);
        }
    }

    private static KeyView key(Arena arena, byte[] bytes) {
        return new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes).asSlice(0,
                bytes.length));
    }
}

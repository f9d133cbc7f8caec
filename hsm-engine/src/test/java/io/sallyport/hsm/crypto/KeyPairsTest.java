package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;

class KeyPairsTest {
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private final Hashes hashes = new Hashes();
    private final Signatures signatures = new Signatures(new Rsa(hashes, new NonceSource()));

    @Test
    void everyGeneratedPairSignsAndCanBeRead() throws EngineFault {
        KeyPairs pairs = new KeyPairs(new NonceSource(), signatures, hashes);
        SignatureSpec spec = new SignatureSpec(Padding.NONE, HashAlgorithm.SHA_384);
        byte[] digest = hashes.hash(HashAlgorithm.SHA_384, new byte[7]);
        int[][] kinds = {{6, 192, 0}, {6, 224, 0}, {0x1a, 256, 7}, {0x1a, 384, 0xa},
                {0x1a, 521, 0xd}, {6, 256, 0x19}, {6, 256, 0x3d}, {0x37, 256, 0}, {0x38, 456, 0}};
        for (int[] kind : kinds) {
            KeyPairs.Encoded pair = pairs.generate(kind[0], kind[1], kind[2], PKCS8, X509);
            try (Arena arena = Arena.ofConfined()) {
                AsymmetricKey mine =
                        AsymmetricKey.ofPrivate(PKCS8, view(arena, pair.privateKey()));
                AsymmetricKey theirs =
                        AsymmetricKey.ofPublic(X509, view(arena, pair.publicKey()));
                assertThat(mine.bits()).isEqualTo(kind[1]);
                byte[] signature = signatures.sign(mine, spec, digest);
                assertThat(signatures.verify(theirs, spec, digest, signature)).isTrue();
                digest[0] ^= 1;
                assertThat(signatures.verify(theirs, spec, digest, signature)).isFalse();
            }
        }
    }

    private static KeyView view(Arena arena, byte[] bytes) {
        return new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
    }
}

package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.command.EngineFault;

/**
 * The same keys in other encodings: the numbers of a JWK make a transparent key that comes out as
 * the DER printed beside it, and PEM is that DER.
 */
class KeyEncodingsTest {
    private static final int RSA = 4;
    private static final int PKCS1 = 3;
    private static final int EC = 0x1a;
    private static final int TRANSPARENT_RSA_PRIVATE = 0xa;
    private static final int TRANSPARENT_RSA_PUBLIC = 0xb;
    private static final int TRANSPARENT_EC_PUBLIC = 0x15;
    private static final Map<String, Integer> CURVES =
            Map.of("P-256", 7, "P-384", 0xa, "P-521", 0xd, "P-256K", 0x19);

    @Test
    void jwkAndPemAreTheKeyInDer(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        int jwks = 0;
        int pems = 0;
        try (CommandPath path = CommandPath.start(folder)) {
            for (String name : VectorSet.WYCHEPROOF.names()) {
                JsonObject file =
                        Vectors.json(VectorSet.WYCHEPROOF.folder() + "/" + name + ".json.gz");
                for (JsonObject group : file.objects("testGroups")) {
                    jwks += jwks(path, group);
                    pems += pem(path, group, "publicKeyPem", "publicKeyDer")
                            + pem(path, group, "privateKeyPem", "privateKeyPkcs8");
                }
            }
        }
        assertThat(jwks).isEqualTo(736);
        assertThat(pems).isEqualTo(1998);
    }

    private static int jwks(CommandPath path, JsonObject group) throws EngineFault {
        int count = 0;
        for (String name : new String[]{"publicKeyJwk", "keyJwk"}) {
            if (group.has(name) && group.has("publicKeyDer")) {
                count += publicKey(path, group.object(name), group.bytes("publicKeyDer"));
            }
        }
        if (group.has("privateKeyJwk")) {
            JsonObject jwk = group.object("privateKeyJwk");
            byte[] material = Transparent.rsaPrivate(number(jwk, "n"), number(jwk, "d"),
                    number(jwk, "e"), number(jwk, "p"), number(jwk, "q"));
            assertThat(path.exportAs(path.store(CommandPath.PRIVATE_KEY,
                    TRANSPARENT_RSA_PRIVATE, RSA, material), CommandPath.PKCS8))
                    .isEqualTo(group.bytes("privateKeyPkcs8"));
            count++;
        }
        return count;
    }

    private static int publicKey(CommandPath path, JsonObject jwk, byte[] der)
            throws EngineFault {
        byte[] made;
        switch (jwk.text("kty")) {
            case "RSA" -> made = path.exportAs(path.store(CommandPath.PUBLIC_KEY,
                    TRANSPARENT_RSA_PUBLIC, RSA,
                    Transparent.rsaPublic(number(jwk, "n"), number(jwk, "e"))),
                    CommandPath.X509);
            case "EC" -> {
                int code = Objects.requireNonNull(CURVES.get(jwk.text("crv")));
                byte[] point = Aead.join(new byte[]{4},
                        Aead.join(number(jwk, "x"), number(jwk, "y")));
                made = path.exportAs(path.store(CommandPath.PUBLIC_KEY, TRANSPARENT_EC_PUBLIC,
                        EC, Transparent.curve(
                                ByteBuffer.allocate(Integer.BYTES).putInt(code).array(),
                                Transparent.Q_STRING, point)),
                        CommandPath.X509);
            }
            default -> {
                // Keys on Edwards' curves have no transparent form: only their bytes are the same.
                byte[] bare = number(jwk, "x");
                made = der.clone();
                System.arraycopy(bare, 0, made, made.length - bare.length, bare.length);
            }
        }
        assertThat(made).isEqualTo(der);
        return 1;
    }

    private static int pem(CommandPath path, JsonObject group, String pem, String der)
            throws EngineFault {
        if (!group.has(pem) || !group.has(der)) {
            return 0;
        }
        String text = group.text(pem);
        byte[] inner = Base64.getMimeDecoder().decode(
                text.substring(text.indexOf('\n'), text.lastIndexOf("\n-----END")));
        String label = text.substring(text.indexOf(' ') + 1, text.indexOf("-----\n"));
        byte[] same = switch (label) {
            case "PUBLIC KEY", "PRIVATE KEY" -> inner;
            case "RSA PRIVATE KEY" -> path.exportAs(
                    path.store(CommandPath.PRIVATE_KEY, PKCS1, RSA, inner), CommandPath.PKCS8);
            default -> throw new AssertionError(label);
        };
        assertThat(same).isEqualTo(group.bytes(der));
        return 1;
    }

    private static byte[] number(JsonObject jwk, String name) {
        return Base64.getUrlDecoder().decode(jwk.text(name));
    }
}

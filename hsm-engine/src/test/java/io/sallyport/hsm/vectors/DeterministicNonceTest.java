package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** The vector of CCTV for RFC 6979, whose first nonce is too large and has to be drawn anew. */
class DeterministicNonceTest {
    private static final int EC = 0x1a;
    private static final int P256 = 7;
    private static final int TRANSPARENT_EC_PRIVATE = 0x14;

    @Test
    void aNonceThatIsTooLargeIsDrawnAnew(@TempDir Path folder) throws Exception {
        String text = Vectors.text("cctv/RFC6979/README.md");
        Matcher message = Pattern.compile("SHA-256, message = \"(.*)\":").matcher(text);
        assertThat(message.find()).isTrue();
        byte[] expected = StandardDSAEncoding.INSTANCE.encode(number(text, "q"),
                number(text, "r"), number(text, "s"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (CommandPath path = CommandPath.start(folder)) {
            WrappedObject key = path.store(CommandPath.PRIVATE_KEY, TRANSPARENT_EC_PRIVATE, EC,
                    Transparent.curve(ByteBuffer.allocate(Integer.BYTES).putInt(P256).array(),
                            Transparent.D, number(text, "x").toByteArray()));
            SignatureSpec spec = new SignatureSpec(Padding.NONE, HashAlgorithm.SHA_256);
            byte[] data = message.group(1).getBytes(StandardCharsets.US_ASCII);
            assertThat(path.call(
                    new EngineCommand.Sign(key, spec, false, null, Samples.direct(data)),
                    r -> Samples.bytes(r.value()))).isEqualTo(expected);
        }
    }

    private static BigInteger number(String text, String name) {
        Matcher value = Pattern.compile("^" + name + " = ([0-9A-F]{64})$", Pattern.MULTILINE)
                .matcher(text);
        assertThat(value.find()).as(name).isTrue();
        return new BigInteger(value.group(1), 16);
    }
}

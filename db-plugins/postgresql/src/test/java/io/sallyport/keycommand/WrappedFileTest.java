package io.sallyport.keycommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.ttlv.ByteSlice;

/** The format and the vector of docs/spec/wrapped-file.md. */
class WrappedFileTest {
    private static final Path SPECIFICATION = Path
            .of(System.getProperty("sallyport.root", "../.."), "docs/spec/wrapped-file.md");

    private static byte[] vector(String name) throws Exception {
        Matcher line = Pattern.compile("(?m)^" + name + " =\\s+([0-9a-f\\s]+)$")
                .matcher(Files.readString(SPECIFICATION));
        assertThat(line.find()).as(name).isTrue();
        return HexFormat.of().parseHex(line.group(1).replaceAll("\\s", ""));
    }

    private static WrappedFile example() {
        return new WrappedFile("key-1", ByteSlice.of(new byte[12]), ByteSlice.of(new byte[16]),
                ByteSlice.of(new byte[]{1, 2, 3}));
    }

    @Test
    void theVectorIsWhatTheSpecificationSays() throws Exception {
        byte[] nonce = vector("nonce");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(vector("wrapping key"), "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD(WrappedFile.header("5b1c"));
        byte[] sealed = cipher.doFinal(vector("clear"));
        int end = sealed.length - 16;
        WrappedFile file = new WrappedFile("5b1c", ByteSlice.of(nonce),
                ByteSlice.of(Arrays.copyOfRange(sealed, end, sealed.length)),
                ByteSlice.of(Arrays.copyOf(sealed, end)));
        assertThat(HexFormat.of().formatHex(file.encoded()))
                .isEqualTo(HexFormat.of().formatHex(vector("file")));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        WrappedFile read = WrappedFile.decode(example().encoded());
        assertThat(read).usingRecursiveComparison().isEqualTo(example());
        assertThat(read.toString()).isEqualTo("WrappedFile[key=key-1, 3 bytes]");
    }

    @Test
    void everyTruncationAboveTheCiphertextIsDamage() {
        byte[] whole = example().encoded();
        for (int length = 0; length < whole.length - 3; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> WrappedFile.decode(cut)).as("%d bytes", length)
                    .isInstanceOf(KeyCommandException.class);
        }
    }

    @Test
    void otherFilesAndFormatsAreNamed() {
        byte[] other = example().encoded();
        other[0] ^= 1;
        assertThatThrownBy(() -> WrappedFile.decode(other))
                .hasMessage("The input was not written by 'sallyport wrap'.");
        byte[] newer = example().encoded();
        newer[6] = 2;
        assertThatThrownBy(() -> WrappedFile.decode(newer)).hasMessageContaining("format 2");
        byte[] noUtf8 = example().encoded();
        noUtf8[8] = (byte) 0xff;
        assertThatThrownBy(() -> WrappedFile.decode(noUtf8))
                .hasMessage("The input is damaged or not complete.");
        byte[] noKey = example().encoded();
        noKey[7] = 0;
        assertThatThrownBy(() -> WrappedFile.decode(noKey))
                .hasMessage("The input is damaged or not complete.");
    }
}

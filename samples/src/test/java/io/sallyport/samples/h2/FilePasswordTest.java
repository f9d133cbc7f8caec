package io.sallyport.samples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePasswordTest {
    @Test
    void randomOnesAreDigitsAndDiffer() {
        try (FilePassword one = FilePassword.random(); FilePassword two = FilePassword.random()) {
            assertThat(new String(one.toCharacters(0))).matches("[0-9a-f]{64}")
                    .isNotEqualTo(new String(two.toCharacters(0)));
        }
    }

    @Test
    void bytesAreTakenOverAndZeroedAndSoAreTheDigitsInTheEnd() {
        FilePassword password = FilePassword.random();
        byte[] bytes = Arrays.copyOf(password.toBytes(), 100);
        FilePassword same = FilePassword.taking(bytes, FilePassword.LENGTH);
        assertThat(same.toCharacters(0)).isEqualTo(password.toCharacters(0));
        assertThat(bytes).containsOnly(0);
        same.close();
        assertThat(same.toCharacters(0)).containsOnly('\0');
        assertThat(same).hasToString("FilePassword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789"
            + "abcdef", " 123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void whatIsNoPasswordIsRefusedWithoutShowingIt(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FilePassword.taking(bytes, bytes.length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no file password").hasMessageNotContaining("123456789");
        assertThat(bytes).doesNotContain((byte) '0', (byte) 'g');
    }
}

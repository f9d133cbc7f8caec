package io.sallyport.gateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {

    @Test
    void whatMovesTheCursorOrHidesIsWrittenAsItsCode() {
        assertThat(Printable.line("a\u001B[2Jb\rc\nd\u202Ee\u0000\u200Bf\uD800"))
                .isEqualTo("a\\u{1B}[2Jb\\u{D}c\\u{A}d\\u{202E}e\\u{0}\\u{200B}f\\u{D800}");
    }

    @Test
    void lettersOfAllLanguagesStay() {
        assertThat(Printable.line("Schlüssel, 鍵, 🔑")).isEqualTo("Schlüssel, 鍵, 🔑");
    }

    @Test
    void escapingTwiceIsEscapingOnce() {
        String once = Printable.line("\u001B\u0007");
        assertThat(Printable.line(once)).isEqualTo(once);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Printable.cut("x".repeat(10_000))).hasSize(201).endsWith("x…");
    }
}

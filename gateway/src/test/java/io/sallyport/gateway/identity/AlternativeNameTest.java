package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlternativeNameTest {

    @ParameterizedTest
    @CsvSource({"db1.example.org,DNS,db1.example.org", "DNS:db1,DNS,db1", "10.0.0.7,IP,10.0.0.7",
            "fe80::1,IP,fe80::1", "IP:127.0.0.1,IP,127.0.0.1",
            "spiffe://example.org/db,URI,spiffe://example.org/db", "urn:db:1,URI,urn:db:1",
            "dba@example.org,EMAIL,dba@example.org", "*.example.org,DNS,*.example.org"})
    void readsTheKindFromTheForm(String text, AlternativeName.Kind kind, String value) {
        assertThat(AlternativeName.parse(text)).isEqualTo(new AlternativeName(kind, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "IP:300.1.1.1", "IP:host", "URI:relative", "a..b",
            "-x", "DNS:"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> AlternativeName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a name for a certificate");
    }
}

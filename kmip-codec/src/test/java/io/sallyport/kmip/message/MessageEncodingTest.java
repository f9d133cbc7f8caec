package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

class MessageEncodingTest {
    private final KmipCodec codec = new KmipCodec();

    @ParameterizedTest
    @EnumSource(MessageEncoding.class)
    void everySampleComesBackInEveryEncoding(MessageEncoding encoding) throws KmipFault {
        for (RequestPayload payload : Samples.requests(KmipVersion.V3_0)) {
            TtlvItem message = codec.toItem(new RequestMessage(
                    RequestHeader.of(KmipVersion.V3_0, 1),
                    List.of(RequestBatchItem.of(payload))));
            TtlvItem again = encoding.decode(encoding.encode(message), TtlvLimits.DEFAULT);
            assertThat(Items.equal(again, message)).as("%s", payload.operation()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(MessageEncoding.class)
    void whatIsNoMessageIsInvalid(MessageEncoding encoding) {
        for (String text : List.of("", "x", "<KMIP/>", "[]")) {
            assertThatThrownBy(() -> encoding.decode(text.getBytes(StandardCharsets.UTF_8),
                    TtlvLimits.DEFAULT)).isInstanceOfSatisfying(KmipFault.class,
                            fault -> assertThat(fault.reason())
                                    .isEqualTo(ResultReason.INVALID_MESSAGE));
        }
    }

    @Test
    void contentTypesNameEncodings() {
        assertThat(MessageEncoding.ofContentType("application/octet-stream"))
                .isEqualTo(MessageEncoding.TTLV);
        assertThat(MessageEncoding.ofContentType("Text/XML; charset=utf-8"))
                .isEqualTo(MessageEncoding.XML);
        assertThat(MessageEncoding.ofContentType("application/json"))
                .isEqualTo(MessageEncoding.JSON);
        assertThat(MessageEncoding.ofContentType("text/plain")).isNull();
    }
}

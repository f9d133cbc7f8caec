package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.cbc;
import static io.sallyport.gateway.session.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.State;

/** From its Protect Stop Date on a key decrypts what there is and encrypts nothing new. */
class ProtectStopTest {
    private static final String TEXT = "00112233445566778899aabbccddeeff";

    private final Conversation talk = new Conversation(KmipVersion.V1_2);

    @Test
    void aKeyPastTheDateProcessesAndDoesNotProtect() {
        String key = talk.ok(
                Requests.create(256, Requests.activeSince(1),
                        Attribute.date(AttributeType.PROTECT_STOP_DATE, Conversation.NOW + 50)),
                Create.Response.class).uniqueIdentifier();
        Encrypt.Response sealed = talk.ok(Requests.encrypt(key, cbc(null), TEXT, null),
                Encrypt.Response.class);
        talk.letPass(51);
        assertThat(talk.refused(Requests.encrypt(key, cbc(null), TEXT, null)))
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        Decrypt.Response clear = talk.ok(new Decrypt.Request(id(key), cbc(null), sealed.data(),
                Objects.requireNonNull(sealed.ivCounterNonce()), null, null, null, null, null),
                Decrypt.Response.class);
        assertThat(Requests.hex(clear.data())).isEqualTo(TEXT);
        talk.ok(Requests.get(key), Get.Response.class);
        assertThat(talk.ok(
                Requests.locate(null, null,
                        Attribute.enumeration(AttributeType.STATE, State.ACTIVE)),
                Locate.Response.class).uniqueIdentifiers()).containsExactly(key);
    }
}

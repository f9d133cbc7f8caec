package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;

/** A client whose library gives all keys one name registers more than one, and nobody else does. */
class NamesByKindTest {
    private static final Attribute NAME = Attribute.name("Symmetric Key");
    private static final Subject BARBICAN = new Subject("barbican", "mine", Role.CRYPTO_USER, "ef",
            Profile.BARBICAN);

    private static Register.Request key() {
        return Requests.register("00112233445566778899aabbccddeeff", Requests.ENCRYPT_DECRYPT,
                NAME);
    }

    private static Locate.Request named() {
        return new Locate.Request(null, null, null, null, AttributeList.of(NAME));
    }

    @Test
    void theNamesOfThisProfileAreNotKept() {
        Conversation talk = new Conversation(KmipVersion.V1_2).as(BARBICAN);
        assertThat(talk.ok(key(), Register.Response.class).uniqueIdentifier())
                .isNotEqualTo(talk.ok(key(), Register.Response.class).uniqueIdentifier());
        assertThat(talk.ok(named(), Locate.Response.class).uniqueIdentifiers()).isEmpty();
    }

    @Test
    void everybodyElsesNamesAreUnique() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        talk.ok(key(), Register.Response.class);
        assertThat(talk.refused(key())).isEqualTo(ResultReason.ILLEGAL_OPERATION);
        assertThat(talk.ok(named(), Locate.Response.class).uniqueIdentifiers()).hasSize(1);
    }
}

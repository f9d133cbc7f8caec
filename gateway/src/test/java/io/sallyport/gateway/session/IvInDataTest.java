package io.sallyport.gateway.session;

import static io.sallyport.gateway.session.Requests.cbc;
import static io.sallyport.gateway.session.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Decrypt of an IV and a ciphertext in one: for the profile that asks for it, and for no other. */
class IvInDataTest {
    private static final Subject LENIENT =
            new Subject("edb", "mine", Role.CRYPTO_USER, "ef", Profile.IV_IN_DATA);
    private static final String TEXT = "0123456789abcdef".repeat(4);

    private final Conversation talk = new Conversation(KmipVersion.V1_2);
    private String key = "";
    private ByteSlice both = ByteSlice.of(new byte[0]);
    private ByteSlice sealed = both;
    private ByteSlice iv = both;

    @BeforeEach
    void seal() {
        key = talk.ok(Requests.create(256, Requests.activeSince(1)), Create.Response.class)
                .uniqueIdentifier();
        Encrypt.Response answer = talk.ok(Requests.encrypt(key, cbc(null), TEXT, null),
                Encrypt.Response.class);
        sealed = Objects.requireNonNull(answer.data());
        iv = Objects.requireNonNull(answer.ivCounterNonce());
        byte[] joined = new byte[iv.length() + sealed.length()];
        System.arraycopy(iv.toByteArray(), 0, joined, 0, iv.length());
        System.arraycopy(sealed.toByteArray(), 0, joined, iv.length(), sealed.length());
        both = ByteSlice.of(joined);
    }

    @Test
    void theProfileTakesTheIvFromTheFront() {
        talk.as(LENIENT);
        assertThat(clear(decrypt(cbc(null), both, null))).isEqualTo(TEXT);
    }

    @Test
    void noOtherProfileDoes() {
        for (Profile other : new Profile[]{Profile.DEFAULT, Profile.OASIS, Profile.NOTIFIED}) {
            talk.as(new Subject("app", "mine", Role.CRYPTO_USER, "ab", other));
            assertThat(talk.refused(decrypt(cbc(null), both, null))).as(other.name())
                    .isEqualTo(ResultReason.INVALID_MESSAGE);
        }
    }

    @Test
    void anIvInItsFieldIsTheIv() {
        talk.as(LENIENT);
        assertThat(clear(decrypt(cbc(null), sealed, iv))).isEqualTo(TEXT);
    }

    @Test
    void whatIsTooShortForAnIvAndABlockIsRefused() {
        talk.as(LENIENT);
        assertThat(talk.refused(decrypt(cbc(null), both.part(0, 31), null)))
                .isEqualTo(ResultReason.INVALID_MESSAGE);
        assertThat(talk.refused(decrypt(cbc(null), null, null)))
                .isEqualTo(ResultReason.INVALID_MESSAGE);
    }

    @Test
    void onlyInCbc() {
        talk.as(LENIENT);
        CryptographicParameters ctr =
                CryptographicParameters.of(null, BlockCipherMode.CTR, null, null, null);
        assertThat(talk.refused(decrypt(ctr, both, null)))
                .isEqualTo(ResultReason.INVALID_MESSAGE);
    }

    private Decrypt.Request decrypt(CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice nonce) {
        return new Decrypt.Request(id(key), parameters, data, nonce, null, null, null, null, null);
    }

    private String clear(Decrypt.Request request) {
        Decrypt.Response answer = talk.ok(request, Decrypt.Response.class);
        return Requests.hex(answer.data());
    }
}

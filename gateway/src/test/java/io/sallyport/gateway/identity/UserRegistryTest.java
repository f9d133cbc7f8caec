package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Users and their passwords. */
class UserRegistryTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));
    private final UserRegistry registry =
            new UserRegistry(List.of(user(Kind.USER, "ann", "größer")), now::get);

    @AfterEach
    void close() {
        registry.close();
    }

    private static EnrolledUser user(Kind kind, String name, String password) {
        return new EnrolledUser("p", kind, name, PasswordHash.of(password.toCharArray()).text(),
                1);
    }

    private boolean verify(String partition, Kind kind, String name, byte[] password) {
        return registry.verify(partition, kind, name, ByteSlice.of(password))
                .toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private boolean verify(String name, String password) {
        return verify("p", Kind.USER, name, password.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyTheRightPasswordOfTheRightUserIsRight() {
        assertThat(verify("ann", "größer")).isTrue();
        assertThat(verify("ann", "größer")).as("known for a while").isTrue();
        assertThat(verify("ann", "grösser")).isFalse();
        assertThat(verify("ann", "")).isFalse();
        assertThat(verify("bob", "größer")).isFalse();
        byte[] right = "größer".getBytes(StandardCharsets.UTF_8);
        assertThat(verify("other", Kind.USER, "ann", right)).isFalse();
        assertThat(verify("p", Kind.DEVICE, "ann", right)).isFalse();
        assertThat(verify("p", Kind.USER, "ann", new byte[]{(byte) 0xFF, 0})).isFalse();
    }

    @Test
    void aPasswordThatWasRightIsWrongOnceItIsReplacedOrTheUserRemoved() {
        assertThat(verify("ann", "größer")).isTrue();
        registry.put(user(Kind.USER, "ann", "new"));
        assertThat(verify("ann", "größer")).isFalse();
        assertThat(verify("ann", "new")).isTrue();
        assertThat(registry.remove("p", Kind.USER, "ann")).isTrue();
        assertThat(verify("ann", "new")).isFalse();
        assertThat(registry.remove("p", Kind.USER, "ann")).isFalse();
        assertThat(registry.hasUsers("p")).isFalse();
    }

    @Test
    void aProofIsForgottenInTime() {
        assertThat(verify("ann", "größer")).isTrue();
        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
        assertThat(verify("ann", "größer")).as("computed anew").isTrue();
    }

    /** To a check, bytes that are no text are the empty password; nobody may have that one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "ff00", "c3"})
    void nothingIsKeptOfAPasswordThatIsEmptyOrNoText(String hex) {
        assertThatThrownBy(() -> registry
                .verifier(ByteSlice.of(HexFormat.of().parseHex(hex)))
                .toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join())
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsCommittedIsKnownAtOnce() {
        String verifier = registry
                .verifier(ByteSlice.of("of bob".getBytes(StandardCharsets.UTF_8)))
                .toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(verifier).startsWith("pbkdf2-sha512:").doesNotContain("of bob");
        registry.committed(new ClientChange.AddCredential(new StoredCredential("p", "c1",
                StoredCredential.Kind.PASSWORD, verifier, 1, null)));
        assertThat(registry.credential("p", "c1").orElseThrow().user()).isNull();
        assertThat(registry.credential("q", "c1")).isEmpty();
        registry.committed(new ClientChange.AddUser(
                new EnrolledUser("p", Kind.USER, "bob", verifier, 1, true, "u1")));
        registry.committed(new ClientChange.BindCredential("p", "c1", "bob"));
        assertThat(registry.credential("p", "c1").orElseThrow().user()).isEqualTo("bob");
        assertThat(verify("bob", "of bob")).isTrue();
        assertThat(registry.isAdministrator("p", Kind.USER, "bob")).isTrue();
        assertThat(registry.isAdministrator("q", Kind.USER, "bob")).isFalse();
        assertThat(registry.isAdministrator("p", Kind.DEVICE, "bob")).isFalse();
        assertThat(registry.isAdministrator("p", Kind.USER, "ann")).isFalse();
        registry.committed(new ClientChange.RemoveUser("p", Kind.USER, "bob"));
        assertThat(verify("bob", "of bob")).isFalse();
        assertThat(registry.isAdministrator("p", Kind.USER, "bob")).isFalse();
    }

    @Test
    void theTextOfAHashTellsNoPassword() {
        PasswordHash hash = PasswordHash.of("secret".toCharArray());
        assertThat(hash.text()).startsWith("pbkdf2-sha512:210000:").doesNotContain("secret");
        assertThat(hash.text()).isNotEqualTo(PasswordHash.of("secret".toCharArray()).text());
        assertThat(PasswordHash.parse(hash.text()).matches("secret".toCharArray())).isTrue();
        assertThat(user(Kind.USER, "ann", "x").toString()).doesNotContain("pbkdf2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "pbkdf2-sha512:0:AAAA:AAAA", "pbkdf2-sha512:1:AAAA:AAAA",
            "pbkdf2-sha512:x:AAAA:AAAA", "pbkdf2-sha1:1:AAAA:AAAA",
            "pbkdf2-sha512:2000000000:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNoHashIsRefused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

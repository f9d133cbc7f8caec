package io.sallyport.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.ignite.spi.IgniteSpiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SallyportEncryptionSpiTest {
    private final FakeMasterKeys gateway = new FakeMasterKeys();

    @BeforeEach
    void makeMasterKeys() {
        gateway.make("first");
        gateway.make("second");
    }

    @Test
    void groupKeyIsTheSameAfterWrapAndUnwrap() {
        SallyportEncryptionSpi spi = started("first");
        Serializable key = spi.create();
        byte[] wrapped = spi.encryptKey(key);
        assertThat(((GroupKey) spi.decryptKey(wrapped)).material())
                .isEqualTo(((GroupKey) key).material());
    }

    /** Ignite lets a node with stored keys into the cluster only if this holds. */
    @Test
    void groupKeyThatTwoNodesUnwrapIsEqualAndAnotherIsNot() {
        SallyportEncryptionSpi one = started("first");
        SallyportEncryptionSpi two = started("first");
        Serializable key = one.create();
        Serializable same = two.decryptKey(one.encryptKey(key));
        assertThat(same).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(two.create()).isNotEqualTo(key);
    }

    @Test
    void wrappedGroupKeyDoesNotShowTheKey() {
        SallyportEncryptionSpi spi = started("first");
        GroupKey key = (GroupKey) spi.create();
        String wrapped = new String(spi.encryptKey(key), StandardCharsets.ISO_8859_1);
        assertThat(wrapped)
                .doesNotContain(new String(key.material(), 0, 8, StandardCharsets.ISO_8859_1));
    }

    @Test
    void anyChangedByteOfAWrappedKeyIsRefused() {
        SallyportEncryptionSpi spi = started("first");
        byte[] wrapped = spi.encryptKey(spi.create());
        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> spi.decryptKey(changed)).as("byte %d", at)
                    .isInstanceOf(IgniteSpiException.class);
        }
    }

    @Test
    void wrappedKeyCutShortIsRefused() {
        SallyportEncryptionSpi spi = started("first");
        byte[] wrapped = spi.encryptKey(spi.create());
        for (int length = 0; length < wrapped.length; length++) {
            byte[] shortened = Arrays.copyOf(wrapped, length);
            assertThatThrownBy(() -> spi.decryptKey(shortened)).as("length %d", length)
                    .isInstanceOf(IgniteSpiException.class);
        }
    }

    @Test
    void keyWrappedByAnotherMasterKeyIsRefusedAndNamesIt() {
        byte[] wrapped = started("first").encryptKey(started("first").create());
        assertThatThrownBy(() -> started("second").decryptKey(wrapped))
                .isInstanceOf(IgniteSpiException.class).hasMessageContaining("'first'");
    }

    @Test
    void keyOfAnotherPluginIsRefusedInWords() {
        byte[] foreign = new byte[64];
        foreign[0] = (byte) 0xac;
        assertThatThrownBy(() -> started("first").decryptKey(foreign))
                .isInstanceOf(IgniteSpiException.class)
                .hasMessageContaining("not wrapped by Sallyport");
    }

    @Test
    void changingTheMasterKeyWrapsUnderTheNewOne() {
        SallyportEncryptionSpi spi = started("first");
        Serializable key = spi.create();
        spi.setMasterKeyName("second");
        assertThat(spi.getMasterKeyName()).isEqualTo("second");
        byte[] wrapped = spi.encryptKey(key);
        assertThat(started("second").decryptKey(wrapped)).isInstanceOf(GroupKey.class);
    }

    @Test
    void changingToAMissingMasterKeyKeepsTheOldOne() {
        SallyportEncryptionSpi spi = started("first");
        byte[] digest = spi.masterKeyDigest();
        assertThatThrownBy(() -> spi.setMasterKeyName("missing"))
                .isInstanceOf(IgniteSpiException.class).hasMessageContaining("'missing'");
        assertThat(spi.getMasterKeyName()).isEqualTo("first");
        assertThat(spi.masterKeyDigest()).isEqualTo(digest);
    }

    @Test
    void digestIsEqualOnAllNodesAndDiffersBetweenKeys() {
        assertThat(started("first").masterKeyDigest())
                .isEqualTo(started("second").masterKeyDigest("first"))
                .isNotEqualTo(started("second").masterKeyDigest());
    }

    @Test
    void digestChangesWhenAKeyOfTheSameNameIsMadeAnew() {
        byte[] before = started("first").masterKeyDigest();
        gateway.make("first");
        assertThat(started("first").masterKeyDigest()).isNotEqualTo(before);
    }

    @Test
    void nodeDoesNotStartWithoutItsGateway() {
        gateway.reachable(false);
        assertThatThrownBy(() -> started("first")).isInstanceOf(IgniteSpiException.class)
                .hasMessage("This node does not start without its master key 'first': "
                        + "no gateway answers.");
        assertThat(gateway.open()).isZero();
    }

    @Test
    void stoppingClosesTheConnection() {
        SallyportEncryptionSpi spi = started("first");
        assertThat(gateway.open()).isEqualTo(1);
        spi.spiStop();
        assertThat(gateway.open()).isZero();
        assertThatThrownBy(spi::masterKeyDigest).isInstanceOf(IgniteSpiException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000, 4096})
    void recordHasTheLengthThatWasSaid(int length) {
        SallyportEncryptionSpi spi = started("first");
        Serializable key = spi.create();
        byte[] clear = new byte[length];
        new Random(length).nextBytes(clear);
        ByteBuffer encrypted = ByteBuffer.allocate(spi.encryptedSize(length));
        spi.encrypt(ByteBuffer.wrap(clear), key, encrypted);
        assertThat(encrypted.remaining()).isZero();
        assertThat(spi.decrypt(encrypted.array(), key)).isEqualTo(clear);
        ByteBuffer again = ByteBuffer.allocate(length + spi.blockSize());
        spi.decrypt(encrypted.flip(), key, again);
        assertThat(again.flip()).isEqualTo(ByteBuffer.wrap(clear));
    }

    @Test
    void pageHasTheLengthThatWasSaidInDirectBuffers() {
        SallyportEncryptionSpi spi = started("first");
        Serializable key = spi.create();
        ByteBuffer clear = ByteBuffer.allocateDirect(4096 - spi.blockSize());
        ByteBuffer encrypted = ByteBuffer
                .allocateDirect(spi.encryptedSizeNoPadding(clear.capacity()));
        assertThat(encrypted.capacity()).isEqualTo(4096);
        spi.encryptNoPadding(clear.duplicate(), key, encrypted);
        ByteBuffer back = ByteBuffer.allocateDirect(clear.capacity());
        spi.decryptNoPadding(encrypted.flip(), key, back);
        assertThat(back.flip()).isEqualTo(clear);
    }

    @Test
    void samePageEncryptsDifferentlyEachTime() {
        SallyportEncryptionSpi spi = started("first");
        Serializable key = spi.create();
        ByteBuffer one = ByteBuffer.allocate(48);
        ByteBuffer two = ByteBuffer.allocate(48);
        spi.encryptNoPadding(ByteBuffer.allocate(32), key, one);
        spi.encryptNoPadding(ByteBuffer.allocate(32), key, two);
        assertThat(one.flip()).isNotEqualTo(two.flip());
    }

    @Test
    void clearGroupKeyIsNeverSerialised() throws Exception {
        Serializable key = started("first").create();
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(key))
                    .isInstanceOf(NotSerializableException.class);
        }
        assertThat(key.toString()).isEqualTo("GroupKey");
    }

    private SallyportEncryptionSpi started(String masterKey) {
        SallyportEncryptionSpi spi = new SallyportEncryptionSpi(gateway::connect);
        spi.setServers("localhost:5696");
        spi.setCaCertificateFile("ca.pem");
        spi.setClientKeyStoreFile("client.p12");
        spi.setMasterKeyName(masterKey);
        spi.spiStart("test");
        return spi;
    }
}

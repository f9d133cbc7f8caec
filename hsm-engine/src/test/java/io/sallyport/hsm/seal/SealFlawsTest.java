package io.sallyport.hsm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.seal.SealedState.Entry;

/** Sealed states and auto-unseal files with one flaw each. */
class SealFlawsTest {
    private static final int HEAD = 31;
    private static final int ENTRY = 92;

    @TempDir
    private Path folder = Path.of("");
    private byte[] state = new byte[0];
    private byte[] unseal = new byte[0];

    @BeforeEach
    void read() throws Exception {
        SpecVectors vectors = SpecVectors.of("sealed-state.md");
        state = vectors.bytes("state-of-two-terms");
        unseal = vectors.bytes("auto-unseal");
    }

    @ParameterizedTest(name = "byte {0} is {1}: {2}")
    @CsvSource({"0, 0, is no sealed state file", "4, 0, has the format 0",
            "4, 1, has the format 1; this engine reads the format 2",
            "4, 3, has the format 3", "5, 1, belongs to domain",
            "20, 0, belongs to domain", "21, 0x80, is damaged", "28, 0, is damaged",
            "28, 4, was changed", "30, 0, is damaged", "30, 1, is damaged",
            "30, 3, is damaged", "29, 0xff, is damaged", "34, 2, was changed",
            "42, 0, was changed", "43, 0xff, was changed", "50, 1, was changed",
            "51, 0, was changed", "75, 0xff, was changed", "126, 0, was changed",
            "214, 0, was changed"})
    void oneWrongByteOfTheState(int index, String value, String sentence) throws Exception {
        state[index] = Integer.decode(value).byteValue();
        assertStateRefused(sentence);
    }

    @Test
    void everyByteOfTheStateCounts() throws Exception {
        byte[] sound = state;
        for (int i = 0; i < sound.length; i++) {
            state = sound.clone();
            state[i] ^= 0x40;
            assertStateRefused("The ");
        }
    }

    @Test
    void everyTruncationOfTheStateIsFound() throws Exception {
        byte[] sound = state;
        for (int length = 0; length < sound.length; length++) {
            state = Arrays.copyOf(sound, length);
            assertStateRefused(length < HEAD ? "is no sealed state file" : "is damaged");
        }
    }

    @Test
    void aByteAfterTheLastEntryIsRefused() throws Exception {
        state = Arrays.copyOf(state, state.length + 1);
        assertStateRefused("is damaged");
    }

    @Test
    void swappedEntriesAreFound() throws Exception {
        byte[] second = Arrays.copyOfRange(state, HEAD + ENTRY, HEAD + 2 * ENTRY);
        System.arraycopy(state, HEAD, state, HEAD + ENTRY, ENTRY);
        System.arraycopy(second, 0, state, HEAD, ENTRY);
        assertStateRefused("was changed");
    }

    @Test
    void entriesOfTwoRevisionsAreNotMixed() throws Exception {
        byte[] other;
        try (RootKey root = RootKey.read(write("unseal", unseal));
                Keyring keyring = SealedState.open(write("state", state), root).keyring()) {
            other = SealedState.encode(root, 4,
                    keyring.keys().stream().map(key -> new Entry(key, key.reserved())).toList(),
                    () -> new byte[24]);
        }
        byte[] mixed = other.clone();
        System.arraycopy(state, HEAD, mixed, HEAD, ENTRY);
        state = mixed;
        assertStateRefused("was changed");
        state = other;
        try (RootKey root = RootKey.read(write("unseal", unseal));
                Keyring keyring = SealedState.open(write("state", state), root).keyring()) {
            assertThat(keyring.term()).isEqualTo(2);
        }
    }

    @Test
    void termsThatDoNotRiseAreFound() throws Exception {
        try (RootKey root = RootKey.read(write("unseal", unseal));
                Keyring keyring = SealedState.open(write("state", state), root).keyring()) {
            Entry second = new Entry(keyring.inForce(), 1);
            state = SealedState.encode(root, 4, List.of(second, second), () -> new byte[24]);
        }
        assertStateRefused("was changed");
    }

    @Test
    void anEntryTwiceIsFound() throws Exception {
        System.arraycopy(state, HEAD, state, HEAD + ENTRY, ENTRY);
        assertStateRefused("was changed");
    }

    @Test
    void aDroppedEntryIsFound() throws Exception {
        state = Arrays.copyOf(state, HEAD + ENTRY);
        state[HEAD - 1] = 1;
        assertStateRefused("was changed");
    }

    @Test
    void moreTermsThanTheBudgetAreRefused() throws Exception {
        state = ByteBuffer.allocate(HEAD + 513 * ENTRY).put(state).putShort(29, (short) 513)
                .array();
        assertStateRefused("is damaged");
    }

    @Test
    void aStateOverTheBudgetIsRefusedUnread() throws Exception {
        state = Arrays.copyOf(state, (64 << 10) + 1);
        assertStateRefused("is too long");
    }

    @Test
    void anotherRootKeyOpensNothing() throws Exception {
        unseal[unseal.length - 1] ^= 1;
        assertStateRefused("sealed under another root key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-", "rwx------"})
    void filesOpenToOthersAreRefused(String mode) throws Exception {
        Path stateFile = write("state", state);
        Path unsealFile = write("unseal", unseal);
        Files.setPosixFilePermissions(stateFile, PosixFilePermissions.fromString(mode));
        try (RootKey root = RootKey.read(unsealFile)) {
            assertThatThrownBy(() -> SealedState.open(stateFile, root))
                    .isInstanceOf(SealFault.class).hasMessageContaining("chmod 600");
        }
        Files.setPosixFilePermissions(unsealFile, PosixFilePermissions.fromString(mode));
        assertUnsealRefused(unsealFile, "chmod 600");
    }

    @ParameterizedTest(name = "byte {0} is {1}")
    @CsvSource({"0, 0", "3, 0x53", "4, 0", "4, 2"})
    void oneWrongByteOfTheUnsealFile(int index, String value) throws Exception {
        unseal[index] = Integer.decode(value).byteValue();
        assertUnsealRefused(write("unseal", unseal), "is no auto-unseal file");
    }

    @Test
    void anUnsealFileOfAnotherLengthIsRefused() throws Exception {
        for (int length = 0; length <= 54; length++) {
            if (length != unseal.length) {
                assertUnsealRefused(write("unseal", Arrays.copyOf(unseal, length)),
                        "is no auto-unseal file");
            }
        }
    }

    @Test
    void missingFilesAreNamed() throws Exception {
        Path nothing = folder.resolve("nothing");
        assertUnsealRefused(nothing, "There is no auto-unseal file " + nothing);
        try (RootKey root = RootKey.read(write("unseal", unseal))) {
            assertThatThrownBy(() -> SealedState.open(nothing, root))
                    .isInstanceOf(SealFault.class)
                    .hasMessageContaining("There is no sealed state file " + nothing);
        }
    }

    private void assertStateRefused(String sentence) throws Exception {
        Path file = write("state", state);
        try (RootKey root = RootKey.read(write("unseal", unseal))) {
            assertThatThrownBy(() -> {
                try (Keyring keyring = SealedState.open(file, root).keyring()) {
                    assertThat(keyring.term()).isZero();
                }
            }).isInstanceOf(SealFault.class).hasMessageContaining(sentence);
        }
    }

    private static void assertUnsealRefused(Path file, String sentence) {
        assertThatThrownBy(() -> RootKey.read(file).close()).isInstanceOf(SealFault.class)
                .hasMessageContaining(sentence);
    }

    private Path write(String name, byte[] content) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}

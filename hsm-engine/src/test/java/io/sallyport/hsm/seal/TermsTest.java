package io.sallyport.hsm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.keyring.DomainKey;
import io.sallyport.hsm.seal.Terms.Budget;
import io.sallyport.hsm.seal.Terms.Retirement;

/** What becomes of terms, in memory and on disk, and how often each of them seals. */
class TermsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(5000));
    private static final Budget FEW = new Budget(10, 4);

    @TempDir
    private Path folder = Path.of("");
    private Path state = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void create() throws SealFault {
        state = folder.resolve("state");
        key = folder.resolve("key");
        SealedState.create(state, key, CLOCK);
    }

    private Terms open(Budget budget) throws SealFault {
        return Terms.open(state, RootKey.read(key), CLOCK, budget);
    }

    private static int sealOnce(Terms terms) throws SealFault {
        return terms.seal((term, view) -> term);
    }

    private static List<Integer> numbers(Terms terms) {
        return terms.keys().stream().map(DomainKey::term).toList();
    }

    /** Fails every further writing of the state, as a full disk does. */
    private Path blockWriting() throws Exception {
        Path blocked = Files.createDirectory(folder.resolve("state.next"));
        return Files.createFile(blocked.resolve("in-the-way"));
    }

    private void unblockWriting(Path inTheWay) throws Exception {
        Files.delete(inTheWay);
        Files.delete(folder.resolve("state.next"));
    }

    @Test
    void aRotationIsOnDiskWhenItReturns() throws Exception {
        try (Terms terms = open(Budget.DEFAULT)) {
            assertThat(sealOnce(terms)).isEqualTo(1);
            assertThat(terms.rotate()).isEqualTo(2);
            assertThat(sealOnce(terms)).isEqualTo(2);
            assertThat(terms.open(1, view -> 7)).isEqualTo(7);
            try (Terms again = open(Budget.DEFAULT)) {
                assertThat(numbers(again)).containsExactly(1, 2);
                assertThat(again.keys().getLast().created()).isEqualTo(5000);
            }
        }
    }

    @Test
    void theKeysStayTheSameThroughRevisions() throws Exception {
        byte[][] before = new byte[2][];
        try (Terms terms = open(Budget.DEFAULT)) {
            terms.rotate();
            before[0] = fingerprint(terms, 1);
            before[1] = fingerprint(terms, 2);
            terms.rotate();
        }
        try (Terms terms = open(Budget.DEFAULT)) {
            assertThat(fingerprint(terms, 1)).isEqualTo(before[0]);
            assertThat(fingerprint(terms, 2)).isEqualTo(before[1]).isNotEqualTo(before[0]);
        }
    }

    /** What the key makes of zeros; tells keys apart without showing them. */
    private static byte[] fingerprint(Terms terms, int term) throws SealFault {
        byte[] sealed = new byte[32];
        terms.open(term, view -> sealZeros(view, sealed));
        return sealed;
    }

    private static int sealZeros(KeyView key, byte[] sealed) {
        return new Xaes256Gcm(new JcaBridge()).seal(key,
                new Xaes256Gcm.Message(new byte[24], new byte[0], 0, new byte[16], 0, 16), sealed,
                0);
    }

    @Test
    void aRetiredTermIsGoneAndItsNumberStaysFree() throws Exception {
        try (Terms terms = open(Budget.DEFAULT)) {
            terms.rotate();
            terms.rotate();
            assertThat(terms.retire(3)).isEqualTo(Retirement.IN_FORCE);
            assertThat(terms.retire(4)).isEqualTo(Retirement.UNKNOWN);
            assertThat(terms.retire(2)).isEqualTo(Retirement.DONE);
            assertThat(terms.retire(2)).isEqualTo(Retirement.UNKNOWN);
            assertThat(terms.open(2, view -> 7)).isEqualTo(-1);
            assertThat(numbers(terms)).containsExactly(1, 3);
        }
        try (Terms terms = open(Budget.DEFAULT)) {
            assertThat(numbers(terms)).containsExactly(1, 3);
            assertThat(terms.rotate()).isEqualTo(4);
        }
    }

    @Test
    void noTermSealsMoreOftenThanItsLimit() throws Exception {
        Map<Integer, Integer> seals = new HashMap<>();
        try (Terms terms = open(FEW)) {
            for (int i = 0; i < 25; i++) {
                seals.merge(sealOnce(terms), 1, Integer::sum);
            }
        }
        assertThat(seals).isEqualTo(Map.of(1, 10, 2, 10, 3, 5));
    }

    @Test
    void noTermSealsMoreOftenThanItsLimitUnderManyThreads() throws Exception {
        Budget budget = new Budget(500, 64);
        Map<Integer, AtomicInteger> seals = new ConcurrentHashMap<>();
        try (Terms terms = open(budget);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    for (int j = 0; j < 500; j++) {
                        seals.computeIfAbsent(sealOnce(terms), term -> new AtomicInteger())
                                .incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(seals.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(4000);
        assertThat(seals.values()).allMatch(count -> count.get() <= 500);
    }

    @Test
    void whatIsWrittenDownIsAheadOfEverySeal() throws Exception {
        try (Terms terms = open(FEW)) {
            for (int i = 1; i <= 9; i++) {
                sealOnce(terms);
                try (Terms crashed = open(FEW)) {
                    assertThat(crashed.keys().getFirst().seals()).isBetween((long) i, i + 3L);
                }
            }
        }
    }

    @Test
    void aCrashLosesNoCount() throws Exception {
        int seals = 0;
        // None of them is closed before the next one opens the file, as after a kill.
        List<Terms> killed = new ArrayList<>();
        Terms terms = open(FEW);
        while (sealOnce(terms) == 1) {
            seals++;
            killed.add(terms);
            terms = open(FEW);
        }
        killed.add(terms);
        killed.forEach(Terms::close);
        assertThat(seals).isEqualTo(3);
    }

    @Test
    void whatCantBeWrittenDidNotHappen() throws Exception {
        byte[] content = Files.readAllBytes(state);
        try (Terms terms = open(FEW)) {
            Path inTheWay = blockWriting();
            assertThatThrownBy(terms::rotate).isInstanceOf(SealFault.class);
            assertThatThrownBy(() -> sealOnce(terms)).isInstanceOf(SealFault.class);
            assertThat(numbers(terms)).containsExactly(1);
            assertThat(terms.open(1, view -> 7)).isEqualTo(7);
            assertThat(state).hasBinaryContent(content);
            unblockWriting(inTheWay);
            assertThat(sealOnce(terms)).isEqualTo(1);
            assertThat(terms.rotate()).isEqualTo(2);
            inTheWay = blockWriting();
            assertThatThrownBy(() -> terms.retire(1)).isInstanceOf(SealFault.class);
            assertThat(terms.open(1, view -> 7)).isEqualTo(7);
            unblockWriting(inTheWay);
            assertThat(terms.retire(1)).isEqualTo(Retirement.DONE);
        }
    }

    @Test
    void cutOffBeforeTheRenameTheOldStateStands() throws Exception {
        byte[] before = Files.readAllBytes(state);
        try (Terms terms = open(FEW)) {
            terms.rotate();
        }
        byte[] after = Files.readAllBytes(state);
        for (int length = 0; length <= after.length; length += 13) {
            Files.write(state, before);
            Files.write(folder.resolve("state.next"), Arrays.copyOf(after, length));
            try (Terms terms = open(FEW)) {
                assertThat(numbers(terms)).containsExactly(1);
                assertThat(terms.rotate()).isEqualTo(2);
            }
            assertThat(folder.resolve("state.next")).doesNotExist();
            try (Terms terms = open(FEW)) {
                assertThat(numbers(terms)).containsExactly(1, 2);
            }
        }
    }

    @Test
    void thereAreNoMoreTermsThanTheFileHolds() throws Exception {
        try (Terms terms = open(Budget.DEFAULT)) {
            for (int term = 2; term <= SealedState.TERMS_MAX; term++) {
                terms.rotate();
            }
            assertThatThrownBy(terms::rotate).isInstanceOf(SealFault.class)
                    .hasMessageContaining("retire old ones first");
            assertThat(terms.retire(1)).isEqualTo(Retirement.DONE);
            assertThat(terms.rotate()).isEqualTo(SealedState.TERMS_MAX + 1);
        }
    }

    @Test
    void aRetirementWaitsForWhoUsesTheKey() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (Terms terms = open(Budget.DEFAULT);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            byte[] before = fingerprint(terms, 1);
            terms.rotate();
            byte[] during = new byte[32];
            Future<Integer> reader = threads.submit(() -> terms.open(1, view -> {
                entered.countDown();
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return sealZeros(view, during);
            }));
            entered.await();
            Future<Retirement> retiring = threads.submit(() -> terms.retire(1));
            // Gone for everybody who comes now, but not for the one who is inside.
            while (terms.open(1, view -> 7) == 7) {
                Thread.onSpinWait();
            }
            assertThat(retiring.isDone()).isFalse();
            leave.countDown();
            assertThat(reader.get()).isEqualTo(32);
            assertThat(retiring.get()).isEqualTo(Retirement.DONE);
            assertThat(during).isEqualTo(before);
        }
    }

    @Test
    void closedTermsSaySo() throws Exception {
        Terms terms = open(FEW);
        terms.close();
        terms.close();
        assertThatThrownBy(() -> sealOnce(terms)).isInstanceOf(SealFault.class)
                .hasMessage("The engine is sealed.");
        assertThatThrownBy(() -> terms.open(1, view -> 7)).isInstanceOf(SealFault.class);
        assertThatThrownBy(terms::rotate).isInstanceOf(SealFault.class);
        assertThatThrownBy(() -> terms.retire(1)).isInstanceOf(SealFault.class);
    }
}

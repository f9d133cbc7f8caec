package io.sallyport.gateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.KeyFinding;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.doctor.RequestFinding;
import io.sallyport.gateway.doctor.probe.DatabaseSide;
import io.sallyport.gateway.doctor.probe.Target;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.RevocationReasonCode;

/** What is wrong with keys, from both sides, and what the audit log has of it. */
final class KeyCases {
    private static final int BOTH =
            CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT;

    private final DoctorBench bench;
    private final List<DoctorCase> cases = new ArrayList<>();

    private KeyCases(DoctorBench bench) {
        this.bench = bench;
    }

    static List<DoctorCase> of(DoctorBench bench) {
        KeyCases all = new KeyCases(bench);
        all.states();
        all.rest();
        all.requests();
        return all.cases;
    }

    private void add(String name, Class<? extends Finding> expected,
            DoctorCase.Examination examination) {
        cases.add(new DoctorCase(name, expected, examination));
    }

    private void states() {
        both("key Pre-Active", KeyFinding.KeyPreActive.class, KeyUse.ENCRYPT,
                (client, name) -> create(client, name, BOTH));
        both("key Pre-Active that is fetched", KeyFinding.KeyNotActivated.class, KeyUse.GET,
                (client, name) -> create(client, name, BOTH));
        both("key revoked", KeyFinding.KeyDeactivated.class, KeyUse.ENCRYPT, (client, name) -> {
            String id = active(client, name, BOTH);
            client.revoke(id, RevocationReasonCode.CESSATION_OF_OPERATION, null);
            return id;
        });
        both("key compromised", KeyFinding.KeyCompromised.class, KeyUse.ENCRYPT,
                (client, name) -> {
                    String id = active(client, name, BOTH);
                    client.revoke(id, RevocationReasonCode.KEY_COMPROMISE, null);
                    return id;
                });
        both("key destroyed", KeyFinding.KeyDestroyed.class, KeyUse.ENCRYPT, (client, name) -> {
            String id = create(client, name, BOTH);
            client.destroy(id);
            return id;
        });
    }

    private void rest() {
        both("usage mask lacks Encrypt", KeyFinding.KeyUsageLacks.class, KeyUse.ENCRYPT,
                (client, name) -> active(client, name, CryptographicUsageMask.DECRYPT));
        both("key not extractable", KeyFinding.KeyNotExtractable.class, KeyUse.GET,
                (client, name) -> active(client, name, BOTH,
                        Attribute.bool(AttributeType.EXTRACTABLE, false)));
        both("key may not be used yet", KeyFinding.KeyNotStarted.class, KeyUse.ENCRYPT,
                (client, name) -> active(client, name, BOTH,
                        Attribute.date(AttributeType.PROCESS_START_DATE,
                                Instant.now().getEpochSecond() + 100_000)));
        add("name twice", KeyFinding.KeyDuplicate.class, () -> {
            try (FakeServer kmip = FakeKmip.withTwoKeysOfOneName(bench)) {
                return DatabaseSide.examine(new Target(DoctorBench.HOST, kmip.port()),
                        bench.database(), null,
                        DoctorBench.patient().about("twice", KeyUse.ENCRYPT), Clock.systemUTC());
            }
        });
        both("no such key", KeyFinding.KeyMissing.class, KeyUse.ENCRYPT, (_, name) -> name);
        add("key of another partition, from the database", KeyFinding.KeyMissing.class,
                () -> elsewhere(true));
        add("key of another partition, from the gateway", KeyFinding.KeyElsewhere.class,
                () -> elsewhere(false));
    }

    private void requests() {
        add("Encrypt with a revoked key", RequestFinding.RequestState.class, () -> request(
                RequestFinding.RequestState.class, (client, name) -> {
                    String id = active(client, name, BOTH);
                    client.revoke(id, RevocationReasonCode.CESSATION_OF_OPERATION, null);
                    encrypt(client, id);
                }));
        add("Encrypt with a key that lacks it", RequestFinding.RequestUsage.class, () -> request(
                RequestFinding.RequestUsage.class, (client, name) -> encrypt(client,
                        active(client, name, CryptographicUsageMask.DECRYPT))));
        add("Get of a key that may not leave", RequestFinding.RequestExtraction.class,
                () -> request(RequestFinding.RequestExtraction.class, (client, name) -> {
                    client.get(active(client, name, BOTH,
                            Attribute.bool(AttributeType.EXTRACTABLE, false))).close();
                }));
        add("Get of a key that is not there", RequestFinding.RequestAbsent.class,
                () -> request(RequestFinding.RequestAbsent.class,
                        (client, name) -> client.get(name).close()));
        add("a name that is taken", RequestFinding.RequestNameTaken.class, () -> request(
                RequestFinding.RequestNameTaken.class, (client, name) -> {
                    create(client, name, BOTH);
                    create(client, name, BOTH);
                }));
    }

    /** Makes a key; its identifier. */
    @FunctionalInterface
    private interface Making {
        String make(KmipClient client, String name) throws KmipClientException;
    }

    /** Does something that is refused. */
    @FunctionalInterface
    private interface Refused {
        void run(KmipClient client, String name) throws KmipClientException;
    }

    /** The same key as the database and as the gateway see it. */
    private void both(String what, Class<? extends Finding> expected, KeyUse use, Making making) {
        String name = what.replace(' ', '-');
        add(what + ", from the database", expected, () -> {
            try (KmipClient client = bench.client(bench.database())) {
                making.make(client, name);
            }
            return bench.fromDatabase(bench.database(), DoctorBench.patient().about(name, use));
        });
        add(what + ", from the gateway", expected,
                () -> bench.fromGateway("database", name, use, Instant.now()));
    }

    private Diagnosis elsewhere(boolean fromDatabase) throws Exception {
        String name = "elsewhere-" + fromDatabase;
        Path other = bench.database().resolveSibling(name);
        bench.addClient(name, other, "--partition", "other");
        try (KmipClient client = bench.client(other)) {
            create(client, name, BOTH);
        }
        return fromDatabase
                ? bench.fromDatabase(bench.database(),
                        DoctorBench.patient().about(name, KeyUse.ENCRYPT))
                : bench.fromGateway("database", name, KeyUse.ENCRYPT, Instant.now());
    }

    /** A refusal to a client of its own, whose partition has no other keys. */
    private Diagnosis request(Class<? extends Finding> expected, Refused refused)
            throws Exception {
        String name = expected.getSimpleName();
        Path files = bench.database().resolveSibling(name);
        bench.addClient(name, files, "--partition", name);
        try (KmipClient client = bench.client(files)) {
            return bench.afterTrouble(name, expected, () -> refused.run(client, name));
        }
    }

    private static String create(KmipClient client, String name, int mask, Attribute... more)
            throws KmipClientException {
        Attribute[] all = new Attribute[more.length + 1];
        all[0] = Attribute.name(name);
        System.arraycopy(more, 0, all, 1, more.length);
        return client.create(CryptographicAlgorithm.AES, 256, mask, all);
    }

    private static String active(KmipClient client, String name, int mask, Attribute... more)
            throws KmipClientException {
        String id = create(client, name, mask, more);
        client.activate(id);
        return id;
    }

    private static void encrypt(KmipClient client, String id) throws KmipClientException {
        client.encrypt(id, CryptographicParameters.of(CryptographicAlgorithm.AES,
                BlockCipherMode.CBC, PaddingMethod.PKCS5, false, null), new byte[16], new byte[16],
                null);
    }
}

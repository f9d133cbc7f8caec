package io.sallyport.gateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.KeyUse;

/** Examinations of homes for all clients. */
final class HomeExaminations {
    private HomeExaminations() {}

    static Diagnosis of(Path home) {
        return HomeExamination.of(home,
                new HomeExamination.Subjects(null, null, KeyUse.ENCRYPT, Instant.now()),
                Clock.systemUTC());
    }
}

package io.sallyport.hsm.vectors;

import java.io.IOException;

/** Sample sets of NIST's validation program. */
class AcvpTest extends TableTest {
    AcvpTest() throws IOException {
        super("ACVP", VectorSet.ACVP, "acvp.txt");
    }
}

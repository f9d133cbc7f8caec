package io.sallyport.hsm.wire;

/** What a frame is: the codes of commands, and of the two kinds of answers. */
public enum Opcode {
    HELLO(1), GENERATE(2), IMPORT(3), EXPORT(4), EXPORT_WRAPPED(5), ENCRYPT(6), DECRYPT(7),
    AMEND(8), VERIFY(9), STATUS(10), GENERATE_PAIR(11), SIGN(12), VERIFY_SIGNATURE(13), MAC(14),
    VERIFY_MAC(15), HASH(16), RANDOM(17), SEED(18), DERIVE(19), SPLIT(20), JOIN(21),
    IMPORT_WRAPPED(22), EXPORT_AS(23), EXPORT_PKCS12(24), ROTATE_TERM(25), REWRAP(26),
    RETIRE_TERM(27), ENCAPSULATE(28), DECAPSULATE(29), SELF_TEST(31),
    RESULT(0x40), FAULT(0x41);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The code on the wire. */
    public int code() {
        return code;
    }

    /**
     * The opcode with this code.
     *
     * @throws WireFault if there is none
     */
    public static Opcode of(int code) throws WireFault {
        for (Opcode opcode : values()) {
            if (opcode.code == code) {
                return opcode;
            }
        }
        throw new WireFault(WireFault.Flaw.UNKNOWN_OPCODE);
    }
}

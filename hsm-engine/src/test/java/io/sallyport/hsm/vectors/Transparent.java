package io.sallyport.hsm.vectors;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes keys in KMIP's transparent forms: the TTLV structure Key Material. */
final class Transparent {
    static final int D = 0x42002e;
    static final int Q_STRING = 0x420072;
    private static final int CURVE = 0x420075;
    private static final int MODULUS = 0x420052;
    private static final int PRIVATE_EXPONENT = 0x420063;
    private static final int PUBLIC_EXPONENT = 0x42006c;
    private static final int P = 0x42005e;
    private static final int Q = 0x420071;
    private static final int KEY_MATERIAL_STRUCTURE = 0x42004301;
    private static final int BIG_INTEGER = 4;
    private static final int ENUMERATION = 5;
    private static final int BYTE_STRING = 8;

    private Transparent() {}

    /** A number or a point on the curve with this code. */
    static byte[] curve(byte[] code, int tag, byte[] value) {
        return structure(field(CURVE, ENUMERATION, code), tag == D
                ? field(tag, BIG_INTEGER, extended(value))
                : field(tag, BYTE_STRING, value));
    }

    /** The numbers of an RSA public key, big-endian without sign. */
    static byte[] rsaPublic(byte[] modulus, byte[] exponent) {
        return structure(field(MODULUS, BIG_INTEGER, extended(modulus)),
                field(PUBLIC_EXPONENT, BIG_INTEGER, extended(exponent)));
    }

    /** The numbers of an RSA private key. */
    static byte[] rsaPrivate(byte[] modulus, byte[] exponent, byte[] publicExponent, byte[] p,
            byte[] q) {
        return structure(field(MODULUS, BIG_INTEGER, extended(modulus)),
                field(PRIVATE_EXPONENT, BIG_INTEGER, extended(exponent)),
                field(PUBLIC_EXPONENT, BIG_INTEGER, extended(publicExponent)),
                field(P, BIG_INTEGER, extended(p)), field(Q, BIG_INTEGER, extended(q)));
    }

    /** With zeros before it, to a multiple of eight bytes and one byte more than before. */
    private static byte[] extended(byte[] number) {
        byte[] value = new byte[(number.length + 8) / 8 * 8];
        System.arraycopy(number, 0, value, value.length - number.length, number.length);
        return value;
    }

    private static byte[] field(int tag, int type, byte[] value) {
        int padded = value.length + (-value.length & 7);
        return ByteBuffer.allocate(8 + padded).putInt(tag << 8 | type).putInt(value.length)
                .put(Arrays.copyOf(value, padded)).array();
    }

    private static byte[] structure(byte[]... fields) {
        int length = 0;
        for (byte[] field : fields) {
            length += field.length;
        }
        ByteBuffer out = ByteBuffer.allocate(8 + length).putInt(KEY_MATERIAL_STRUCTURE)
                .putInt(length);
        for (byte[] field : fields) {
            out.put(field);
        }
        return out.array();
    }
}

package io.sallyport.hsm.process;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody knows who may send the engine any command about the objects that he has, in any
 * version, and what he computes from it without the engine. Belongs to one thread.
 */
final class Thief {
    /** What he gives to encrypt, to authenticate and to derive from. */
    static final byte[] TEXT = new byte[32];
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = KEY_BYTES + 8;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] sought;
    private final Map<String, byte[]> known = new LinkedHashMap<>();
    private final Map<String, byte[]> computed = new LinkedHashMap<>();
    private final Map<String, String> how = new LinkedHashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Cipher decryption;
    private final Cipher encryption;
    private final Cipher unwrapping;
    private final Mac hmac;

    /**
     * A thief who has nothing yet.
     *
     * @param sought what he is after; of what could be anything he takes note only if it is that
     */
    Thief(byte[] sought) {
        this.sought = sought.clone();
        try {
            decryption = Cipher.getInstance("AES/ECB/NoPadding");
            encryption = Cipher.getInstance("AES/ECB/NoPadding");
            unwrapping = Cipher.getInstance("AES/KW/NoPadding");
            hmac = Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        learn(TEXT, "his own text");
    }

    /** Takes note of bytes that he got, and of where they come from. */
    void learn(byte[] bytes, String from) {
        known.putIfAbsent(HEX.formatHex(bytes), bytes);
        how.putIfAbsent(HEX.formatHex(bytes), from);
    }

    /** Everything that he got, oldest first. */
    List<byte[]> known() {
        return List.copyOf(known.values());
    }

    /** How he came to know what he is after, or an empty text. */
    String story() {
        return story(sought);
    }

    /** Where he has bytes from, or an empty text. */
    String story(byte[] bytes) {
        return how.getOrDefault(HEX.formatHex(bytes), "");
    }

    /** Uses what he knows as keys on what he got. */
    void think() {
        List<byte[]> keys = keys(known);
        for (byte[] key : keys) {
            if (tried.add(HEX.formatHex(key))) {
                compute(key);
            }
        }
        for (byte[] key : Stream.concat(keys.stream(), keys(computed).stream()).toList()) {
            for (byte[] data : known()) {
                if (tried.add(HEX.formatHex(key) + HEX.formatHex(data))) {
                    open(key, data, "(" + story(data) + ") opened with (" + story(key) + ")");
                }
            }
        }
        joinParts(keys);
    }

    private static List<byte[]> keys(Map<String, byte[]> bytes) {
        return bytes.values().stream().filter(one -> one.length == KEY_BYTES).toList();
    }

    /** What the engine would derive from his text with a key that he knows. */
    private void compute(byte[] key) {
        try {
            encryption.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            note(encryption.doFinal(TEXT), "text encrypted with (" + story(key) + ")");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            note(hmac.doFinal(TEXT), "code of the text under (" + story(key) + ")");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes note of what may be a key, and of how he computed it. */
    void note(byte[] bytes, String from) {
        computed.putIfAbsent(HEX.formatHex(bytes), bytes);
        how.putIfAbsent(HEX.formatHex(bytes), from);
    }

    private void open(byte[] key, byte[] data, String from) {
        SecretKeySpec aes = new SecretKeySpec(key, "AES");
        try {
            if (data.length == WRAPPED_BYTES) {
                unwrapping.init(Cipher.DECRYPT_MODE, aes);
                learn(unwrapping.doFinal(data), from);
            } else if (data.length == KEY_BYTES) {
                decryption.init(Cipher.DECRYPT_MODE, aes);
                recognise(decryption.doFinal(data), from);
            }
        } catch (GeneralSecurityException wrongKey) {
            // Not wrapped under this key: he learns nothing.
        }
    }

    /** Any bytes can be the result of a wrong key: he keeps them if they are what he seeks. */
    void recognise(byte[] bytes, String from) {
        if (Arrays.equals(bytes, sought)) {
            learn(bytes, from);
        }
    }

    /** Parts of a key split by exclusive or. */
    private void joinParts(List<byte[]> parts) {
        List<byte[]> exported = new ArrayList<>(
                parts.stream().filter(part -> story(part).startsWith("export")).toList());
        for (int i = 0; i < exported.size(); i++) {
            for (int j = i + 1; j < exported.size(); j++) {
                byte[] joined = exported.get(i).clone();
                for (int k = 0; k < joined.length; k++) {
                    joined[k] ^= exported.get(j)[k];
                }
                recognise(joined, "(" + story(exported.get(i)) + ") with ("
                        + story(exported.get(j)) + ")");
            }
        }
    }
}

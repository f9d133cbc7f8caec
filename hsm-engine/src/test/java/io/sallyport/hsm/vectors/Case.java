package io.sallyport.hsm.vectors;

import java.util.List;

import io.sallyport.hsm.command.HashAlgorithm;

/** One case of Wycheproof, with the group whose fields it shares. */
record Case(String file, JsonObject group, JsonObject test) {
    boolean isValid() {
        return result().equals("valid");
    }

    /** valid, invalid or acceptable. */
    String result() {
        return test.text("result");
    }

    List<String> flags() {
        return test.texts("flags");
    }

    /** A field of the case. */
    byte[] bytes(String name) {
        return test.bytes(name);
    }

    /** The hash function that a field of the group names. */
    HashAlgorithm hash(String name) {
        return hashOf(group.text(name));
    }

    static HashAlgorithm hashOf(String name) {
        return HashAlgorithm.valueOf(
                name.replace("SHA3-", "SHA3_").replace('-', '_').replace('/', '_'));
    }

    @Override
    public String toString() {
        return file + " " + test.number("tcId") + " " + result() + " " + flags() + " "
                + (test.has("comment") ? test.text("comment") : "");
    }
}

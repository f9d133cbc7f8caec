package io.sallyport.samples.quickstart.step;

import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.mongodb.FieldEncryption;
import io.sallyport.samples.quickstart.mongodb.FieldEncryption.Mode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonString;

/**
 * Lets MongoDB's own libmongocrypt make a data key over KMIP, encrypt a value and decrypt it.
 *
 * @param mode which of libmongocrypt's two ways
 */
public record EncryptFields(Mode mode) implements Step {
    private static final BsonString VALUE = new BsonString("4111 1111 1111 1111");

    @Override
    public String title() {
        return switch (mode) {
            case LOCAL -> "MongoDB data key, local";
            case DELEGATED -> "MongoDB data key, delegated";
        };
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        Path identity = scene.client("mongodb");
        FieldEncryption fields = new FieldEncryption(scene.gateway().kmip(), TlsContexts.ofPem(
                identity.resolve("ca.pem"), identity.resolve("client.pem"),
                identity.resolve("client-key.pem")));
        BsonBinary key = fields.createDataKey(mode);
        int requests = fields.requests();
        BsonBinary encrypted = fields.encrypt(VALUE, key);
        if (contains(encrypted.getData(), VALUE.getValue().getBytes(StandardCharsets.UTF_8))) {
            return new StepResult.Failed("the encrypted field shows its value.");
        }
        if (!VALUE.equals(fields.decrypt(encrypted))) {
            return new StepResult.Failed("the field did not decrypt to its value.");
        }
        int uses = fields.requests() - requests;
        if (uses < 2) {
            return new StepResult.Failed("the data key was used without asking the gateway.");
        }
        return new StepResult.Proved("data key made by " + requests + " requests, used by " + uses
                + "; field encrypted and decrypted");
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}

package io.sallyport.gateway.operation;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * How Encrypt and Decrypt are to be done: the request's Cryptographic Parameters, or else the
 * first of the key's (2.1 sections 6.1.11, 6.1.18). The engine checks state, dates and usage mask
 * again; here they come before the parameters, so that a key in the wrong state says so. Stateless.
 */
final class CipherRequest {
    private static final int GCM_TAG_BYTES = 16;

    private CipherRequest() {}

    /** Refuses a key that may not protect any more, or not yet. */
    static void requireProtect(StoredObject key, Call call) throws OperationFault {
        KeyDates dates = key.header().dates();
        boolean stopped = dates.protectStop() != null && dates.protectStop() <= call.now();
        if (Lifecycle.effective(key.header(), call.now()) != KeyState.ACTIVE || stopped) {
            throw Faults.wrongState(call.version());
        }
    }

    /** Refuses a key that may not process any more, or not yet. */
    static void requireProcess(StoredObject key, Call call) throws OperationFault {
        KeyDates dates = key.header().dates();
        boolean early = dates.processStart() != null && dates.processStart() > call.now();
        KeyState state = Lifecycle.effective(key.header(), call.now());
        boolean usable = state == KeyState.ACTIVE || state == KeyState.DEACTIVATED
                || state == KeyState.COMPROMISED;
        if (!usable || early) {
            throw Faults.wrongState(call.version());
        }
    }

    /**
     * The specification for the engine.
     *
     * @param ivGiven whether the client sends an IV; its own comes before a random one
     */
    static CipherSpec spec(StoredObject key, @Nullable CryptographicParameters asked,
            boolean ivGiven, Call call) throws OperationFault {
        Chosen chosen = asked != null ? Chosen.of(asked) : Chosen.of(key);
        CipherSpec.Mode mode = mode(chosen.mode(), call);
        CipherSpec.Padding padding = padding(chosen.padding(), call.version());
        int tagLength = mode == CipherSpec.Mode.GCM
                ? chosen.tagLength() == null ? GCM_TAG_BYTES : chosen.tagLength()
                : 0;
        boolean needsIv = mode != CipherSpec.Mode.ECB;
        return new CipherSpec(mode, padding, tagLength, needsIv && !ivGiven);
    }

    private static CipherSpec.Mode mode(@Nullable Integer code, Call call) throws OperationFault {
        if (code == null) {
            throw new OperationFault(ResultReason.INVALID_MESSAGE,
                    "The block cipher mode is missing.");
        }
        BlockCipherMode known = BlockCipherMode.of(code);
        CipherSpec.Mode mode = switch (known) {
            case CBC -> CipherSpec.Mode.CBC;
            case CTR -> CipherSpec.Mode.CTR;
            case GCM -> CipherSpec.Mode.GCM;
            case ECB -> CipherSpec.Mode.ECB;
            case null, default -> throw Faults.unsupportedParameters(call.version());
        };
        if (mode == CipherSpec.Mode.ECB && !call.subject().profile().weakMechanisms()) {
            throw Faults.unsupportedParameters(call.version());
        }
        return mode;
    }

    private static CipherSpec.Padding padding(@Nullable Integer code, KmipVersion version)
            throws OperationFault {
        if (code == null || code == PaddingMethod.NONE.code()) {
            return CipherSpec.Padding.NONE;
        }
        if (code == PaddingMethod.PKCS5.code()) {
            return CipherSpec.Padding.PKCS5;
        }
        throw Faults.unsupportedParameters(version);
    }

    private record Chosen(@Nullable Integer mode, @Nullable Integer padding,
            @Nullable Integer tagLength) {

        static Chosen of(CryptographicParameters asked) {
            return new Chosen(code(asked.mode()), code(asked.padding()), asked.tagLength());
        }

        static Chosen of(StoredObject key) {
            return key.attributes().first(AttributeType.CRYPTOGRAPHIC_PARAMETERS)
                    .map(attribute -> new Chosen(
                            number(attribute.value(), Tag.BLOCK_CIPHER_MODE),
                            number(attribute.value(), Tag.PADDING_METHOD),
                            number(attribute.value(), Tag.TAG_LENGTH)))
                    .orElseGet(() -> new Chosen(null, null, null));
        }

        private static @Nullable Integer code(@Nullable Enumerated<?> value) {
            return value == null ? null : Integer.valueOf(value.code());
        }

        private static @Nullable Integer number(TtlvItem parameters, int tag) {
            return switch (Items.child(parameters, tag)) {
                case TtlvItem.EnumerationItem(int _, int code) -> code;
                case TtlvItem.IntegerItem(int _, int value) -> value;
                case null, default -> null;
            };
        }
    }
}

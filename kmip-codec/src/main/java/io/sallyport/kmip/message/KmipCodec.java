package io.sallyport.kmip.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.UnsayableException;
import io.sallyport.kmip.message.payload.PayloadBinding;
import io.sallyport.kmip.message.payload.Payloads;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * Messages as bytes or item trees, and as records. The version in the header decides every field:
 * decoding understands the fields of other versions too, encoding never sends them: a response
 * leaves them out, a request that has them is refused.
 *
 * <p>Stateless but for its limits; safe for any number of threads. Byte strings of a decoded
 * message are views on the buffer and valid as long as it is.
 */
public final class KmipCodec {
    private final TtlvLimits limits;

    /** A codec with these limits. */
    public KmipCodec(TtlvLimits limits) {
        this.limits = limits;
    }

    /** A codec with the usual limits. */
    public KmipCodec() {
        this(TtlvLimits.DEFAULT);
    }

    /**
     * Decodes a request. A payload that breaks its rules becomes a {@link MalformedPayload}.
     *
     * @throws KmipFault if there is no message to answer item by item; {@link KmipFault#version()}
     *         is what its header asked for, as far as that could be read
     */
    public RequestMessage decodeRequest(ByteBuffer in) throws KmipFault {
        KmipVersionPair peeked = VersionPeek.of(in);
        try {
            return requestFromItem(TtlvBinary.decode(in, limits));
        } catch (TtlvFault fault) {
            throw KmipFaults.of(fault).withVersion(peeked);
        }
    }

    /** Decodes a request out of its item tree, as the XML form gives it. */
    public RequestMessage requestFromItem(TtlvItem message) throws KmipFault {
        KmipVersionPair asked = versionOf(message, Tag.REQUEST_HEADER);
        try {
            List<TtlvItem> items = children(message, Tag.REQUEST_MESSAGE);
            KmipVersion version = known(asked);
            TtlvItem header = null;
            List<RequestBatchItem> batch = new ArrayList<>();
            for (TtlvItem item : items) {
                if (item.tag() == Tag.REQUEST_HEADER) {
                    header = once(header, item);
                } else {
                    batch.add(BatchItems.decodeRequest(batchItem(item, batch.size()), version));
                }
            }
            return new RequestMessage(Headers.request(version, batch.size())
                    .decode(present(header), version), batch);
        } catch (BindFault fault) {
            throw KmipFaults.of(fault).withVersion(asked);
        }
    }

    /** Decodes a response; clients use this. */
    public ResponseMessage decodeResponse(ByteBuffer in) throws KmipFault {
        try {
            return responseFromItem(TtlvBinary.decode(in, limits));
        } catch (TtlvFault fault) {
            throw KmipFaults.of(fault);
        }
    }

    /** Decodes a response out of its item tree. */
    public ResponseMessage responseFromItem(TtlvItem message) throws KmipFault {
        KmipVersionPair answered = versionOf(message, Tag.RESPONSE_HEADER);
        try {
            List<TtlvItem> items = children(message, Tag.RESPONSE_MESSAGE);
            KmipVersion version = known(answered);
            TtlvItem header = null;
            List<ResponseBatchItem> batch = new ArrayList<>();
            for (TtlvItem item : items) {
                if (item.tag() == Tag.RESPONSE_HEADER) {
                    header = once(header, item);
                } else {
                    batch.add(BatchItems.decodeResponse(batchItem(item, batch.size()), version));
                }
            }
            return new ResponseMessage(Headers.response(version, batch.size())
                    .decode(present(header), version), batch);
        } catch (BindFault fault) {
            throw KmipFaults.of(fault).withVersion(answered);
        }
    }

    /**
     * The item tree of a response. An item whose payload the version cannot say becomes a failure;
     * see {@link #canSay} to know it before.
     */
    public TtlvItem toItem(ResponseMessage message) {
        KmipVersion version = message.header().version();
        List<TtlvItem> items = new ArrayList<>(message.items().size() + 1);
        items.add(Objects.requireNonNull(Headers.response(version, 0)
                .encode(Tag.RESPONSE_HEADER, message.header(), Dialect.ofResponse(version))));
        for (ResponseBatchItem item : message.items()) {
            TtlvItem encoded = BatchItems.encodeResponse(item, version);
            items.add(encoded != null ? encoded : unsayable(item, version));
        }
        return new TtlvItem.Structure(Tag.RESPONSE_MESSAGE, items);
    }

    /** Whether a response of this version can carry the payload. */
    public boolean canSay(ResponsePayload payload, KmipVersion version) {
        PayloadBinding<?, ?> binding = Payloads.of(payload.operation());
        return payload instanceof UnknownPayload
                || (binding != null && binding.encodeResponse(payload, version) != null);
    }

    private static TtlvItem unsayable(ResponseBatchItem item, KmipVersion version) {
        return Objects.requireNonNull(BatchItems.encodeResponse(
                ResponseBatchItem.failure(item.operation(), item.uniqueBatchItemId(),
                        ResultReason.FEATURE_NOT_SUPPORTED,
                        "The protocol version of the request cannot carry the answer."),
                version));
    }

    /**
     * The item tree of a request. Nothing of a request is left out: it would ask for something
     * else, as a search that lost one of its conditions.
     *
     * @throws UnsayableException if the version cannot say a field, attribute or value of it
     * @throws IllegalArgumentException if an item has no payload that can be sent
     */
    public TtlvItem toItem(RequestMessage message) {
        KmipVersion version = message.header().version();
        List<TtlvItem> items = new ArrayList<>(message.items().size() + 1);
        items.add(Objects.requireNonNull(Headers.request(version, 0)
                .encode(Tag.REQUEST_HEADER, message.header(), Dialect.ofRequest(version))));
        for (RequestBatchItem item : message.items()) {
            TtlvItem encoded = BatchItems.encodeRequest(item, version);
            if (encoded == null) {
                throw new IllegalArgumentException(
                        item.operation() + " has no payload that can be sent");
            }
            items.add(encoded);
        }
        return new TtlvItem.Structure(Tag.REQUEST_MESSAGE, items);
    }

    /** The length of {@link #encodeResponse} in bytes. */
    public int encodedLength(ResponseMessage message) {
        return TtlvBinary.encodedLength(toItem(message));
    }

    /** Writes a response at the buffer's position. */
    public void encodeResponse(ResponseMessage message, ByteBuffer out) {
        TtlvBinary.encode(toItem(message), out);
    }

    /** The length of {@link #encodeRequest} in bytes. */
    public int encodedLength(RequestMessage message) {
        return TtlvBinary.encodedLength(toItem(message));
    }

    /** Writes a request at the buffer's position. */
    public void encodeRequest(RequestMessage message, ByteBuffer out) {
        TtlvBinary.encode(toItem(message), out);
    }

    private TtlvItem batchItem(TtlvItem item, int before) throws BindFault {
        if (item.tag() != Tag.BATCH_ITEM) {
            throw new BindFault(ResultReason.INVALID_MESSAGE,
                    "a message holds " + Tag.nameOf(item.tag()));
        }
        if (before >= limits.batchItemsMax()) {
            throw new BindFault(ResultReason.INVALID_MESSAGE,
                    "the message has more batch items than the limit");
        }
        return item;
    }

    private static List<TtlvItem> children(TtlvItem message, int tag) throws BindFault {
        if (message.tag() == tag && message instanceof TtlvItem.Structure structure) {
            return structure.items();
        }
        throw new BindFault(ResultReason.INVALID_MESSAGE, "this is no " + Tag.nameOf(tag));
    }

    private static TtlvItem once(@Nullable TtlvItem before, TtlvItem header) throws BindFault {
        if (before != null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "the header is there twice");
        }
        return header;
    }

    private static TtlvItem present(@Nullable TtlvItem header) throws BindFault {
        if (header == null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "the header is missing");
        }
        return header;
    }

    private static KmipVersion known(@Nullable KmipVersionPair pair) throws BindFault {
        if (pair == null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "the protocol version is missing");
        }
        KmipVersion version = pair.known();
        if (version == null) {
            throw new BindFault(ResultReason.UNSUPPORTED_PROTOCOL_VERSION,
                    "KMIP " + pair + " is not supported");
        }
        return version;
    }

    private static @Nullable KmipVersionPair versionOf(TtlvItem message, int headerTag) {
        TtlvItem header = Items.child(message, headerTag);
        TtlvItem version = header == null ? null : Items.child(header, Tag.PROTOCOL_VERSION);
        if (version == null) {
            return null;
        }
        TtlvItem first = Items.child(version, Tag.PROTOCOL_VERSION_MAJOR);
        TtlvItem second = Items.child(version, Tag.PROTOCOL_VERSION_MINOR);
        return first instanceof TtlvItem.IntegerItem(int _, int major)
                && second instanceof TtlvItem.IntegerItem(int _, int minor)
                        ? new KmipVersionPair(major, minor)
                        : null;
    }
}

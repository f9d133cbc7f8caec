package io.sallyport.kmip.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.UnsayableException;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Decrypt;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * A blocking client. Safe for several threads; each request has a connection of its own, idle ones
 * are used again. Servers are tried in order, one that failed lately last.
 *
 * <p>A request is sent a second time only if no byte of an answer has come and every operation in
 * it merely reads, so that nothing is done twice. A request that the configured version cannot say
 * to the last field is not sent at all.
 */
public final class KmipClient implements AutoCloseable {
    private static final int ANSWER_BYTES_MAX = TtlvLimits.DEFAULT.messageBytesMax();
    private static final Set<Operation> SAFE_TWICE = EnumSet.of(Operation.DISCOVER_VERSIONS,
            Operation.QUERY, Operation.LOCATE, Operation.GET, Operation.GET_ATTRIBUTES,
            Operation.GET_ATTRIBUTE_LIST, Operation.DECRYPT);

    private final KmipClientConfig config;
    private final Servers servers;
    private final KmipCodec codec = new KmipCodec();

    public KmipClient(KmipClientConfig config) {
        this.config = config;
        this.servers = new Servers(config.servers());
    }

    /** What Encrypt answers; none of it is secret. */
    public record Encrypted(ByteSlice data, @Nullable ByteSlice ivCounterNonce,
            @Nullable ByteSlice tag) {}

    /** Makes a symmetric key; the more attributes go with it. */
    public String create(CryptographicAlgorithm algorithm, int lengthBits, int usageMask,
            Attribute... more) throws KmipClientException {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM, algorithm),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, lengthBits),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, usageMask)));
        attributes.addAll(List.of(more));
        return call(new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                new AttributeList(attributes), List.of()), Create.Response.class)
                .uniqueIdentifier();
    }

    /** Stores an object. The bytes in it stay the caller's to wipe. */
    public String register(ManagedObject object, AttributeList attributes)
            throws KmipClientException {
        return call(new Register.Request(Enumerated.of(object.type()), attributes, object,
                List.of()), Register.Response.class).uniqueIdentifier();
    }

    public void activate(String id) throws KmipClientException {
        call(new Activate.Request(UniqueIdentifier.of(id)), Activate.Response.class);
    }

    /** The identifiers of the objects that match every attribute. */
    public List<String> locate(Attribute... filter) throws KmipClientException {
        return call(new Locate.Request(null, null, null, null, AttributeList.of(filter)),
                Locate.Response.class).uniqueIdentifiers();
    }

    /** The clear bytes of a key, secret or opaque object that is one byte string. */
    public ClearBytes get(String id) throws KmipClientException {
        Answer<Get.Response> answer = ask(Get.Request.of(id), Get.Response.class);
        try {
            return ClearBytes.copyOf(material(answer.payload().object()));
        } finally {
            answer.wipe();
        }
    }

    private static ByteSlice material(ManagedObject object) throws KmipClientException {
        KeyBlock block = object.keyBlock();
        if (block != null && block.value() instanceof KeyValue.Plain plain
                && plain.keyMaterial() instanceof TtlvItem.ByteStringItem bytes) {
            return bytes.value();
        }
        return switch (object) {
            case ManagedObject.OpaqueObject opaque -> opaque.value();
            case ManagedObject.Certificate certificate -> certificate.value();
            default -> throw new KmipClientException.Protocol(
                    "The object is not one clear string of bytes.", null);
        };
    }

    /** Every attribute if none is named. */
    public AttributeList getAttributes(String id, AttributeName... names)
            throws KmipClientException {
        return call(new GetAttributes.Request(UniqueIdentifier.of(id), List.of(names)),
                GetAttributes.Response.class).attributes();
    }

    /**
     * Encrypts on the server. The clear data stay the caller's to wipe.
     *
     * @param ivCounterNonce null where the parameters ask the server for one
     * @param additionalData authenticated but not encrypted; null for none
     */
    public Encrypted encrypt(String id, @Nullable CryptographicParameters parameters,
            byte[] clearData, byte @Nullable [] ivCounterNonce, byte @Nullable [] additionalData)
            throws KmipClientException {
        Encrypt.Response response = call(
                new Encrypt.Request(UniqueIdentifier.of(id), parameters, ByteSlice.of(clearData),
                        slice(ivCounterNonce), null, null, null, slice(additionalData)),
                Encrypt.Response.class);
        ByteSlice data = response.data();
        if (data == null) {
            throw new KmipClientException.Protocol("The answer to Encrypt has no data.", null);
        }
        return new Encrypted(data, response.ivCounterNonce(),
                response.authenticatedEncryptionTag());
    }

    /** Decrypts on the server. */
    public ClearBytes decrypt(String id, @Nullable CryptographicParameters parameters,
            Encrypted encrypted, byte @Nullable [] additionalData) throws KmipClientException {
        Answer<Decrypt.Response> answer = ask(
                new Decrypt.Request(UniqueIdentifier.of(id), parameters,
                        encrypted.data(), encrypted.ivCounterNonce(), null,
                        null, null, slice(additionalData), encrypted.tag()),
                Decrypt.Response.class);
        try {
            ByteSlice data = answer.payload().data();
            return ClearBytes.copyOf(data == null ? ByteSlice.EMPTY : data);
        } finally {
            answer.wipe();
        }
    }

    public void revoke(String id, RevocationReasonCode reason, @Nullable String message)
            throws KmipClientException {
        call(new Revoke.Request(UniqueIdentifier.of(id),
                new RevocationReason(Enumerated.of(reason), message), null),
                Revoke.Response.class);
    }

    public void destroy(String id) throws KmipClientException {
        call(new Destroy.Request(UniqueIdentifier.of(id)), Destroy.Response.class);
    }

    /** One operation and its typed answer, whose bytes are views on memory that is not wiped. */
    public <R extends ResponsePayload> R call(RequestPayload request, Class<R> response)
            throws KmipClientException {
        return ask(request, response).payload();
    }

    /** A whole message, for batches; refusals are in the items. */
    public ResponseMessage exchange(RequestMessage request) throws KmipClientException {
        return decode(send(request));
    }

    private static final class Answer<R> {
        private final R payload;
        private final byte[] frame;

        Answer(R payload, byte[] frame) {
            this.payload = payload;
            this.frame = frame;
        }

        R payload() {
            return payload;
        }

        void wipe() {
            Arrays.fill(frame, (byte) 0);
        }
    }

    private <R extends ResponsePayload> Answer<R> ask(RequestPayload request, Class<R> type)
            throws KmipClientException {
        byte[] frame = send(new RequestMessage(RequestHeader.of(config.version(), 1),
                List.of(RequestBatchItem.of(request))));
        ResponseMessage message = decode(frame);
        if (message.items().size() != 1) {
            throw new KmipClientException.Protocol("The answer has not exactly one item.", null);
        }
        ResponseBatchItem item = message.items().getFirst();
        if (item.status() != ResultStatus.SUCCESS) {
            ResultReason reason = item.reason();
            String text = item.message();
            throw new KmipClientException.Refused(
                    reason == null ? ResultReason.GENERAL_FAILURE : reason,
                    text == null ? "without a text" : text);
        }
        if (!type.isInstance(item.payload())) {
            throw new KmipClientException.Protocol("The answer is to another operation.", null);
        }
        return new Answer<>(type.cast(item.payload()), frame);
    }

    private ResponseMessage decode(byte[] frame) throws KmipClientException {
        try {
            return codec.decodeResponse(ByteBuffer.wrap(frame));
        } catch (KmipFault fault) {
            throw new KmipClientException.Protocol(
                    "The answer is not a KMIP response: " + fault.detail() + ".", fault);
        }
    }

    private byte[] send(RequestMessage request) throws KmipClientException {
        long deadlineNanos = System.nanoTime() + config.deadline().toNanos();
        byte[] bytes = new byte[lengthOf(request)];
        codec.encodeRequest(request, ByteBuffer.wrap(bytes));
        try {
            return toAnyServer(bytes, isSafeTwice(request), deadlineNanos);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private int lengthOf(RequestMessage request) throws KmipClientException {
        try {
            return codec.encodedLength(request);
        } catch (UnsayableException unsayable) {
            throw new KmipClientException.Unsayable(
                    "The request was not sent: " + unsayable.getMessage() + ".", unsayable);
        }
    }

    private byte[] toAnyServer(byte[] request, boolean safeTwice, long deadlineNanos)
            throws KmipClientException {
        IOException last = null;
        for (ServerAddress server : servers.candidates()) {
            try {
                return toServer(server, request, safeTwice, deadlineNanos);
            } catch (Connection.Broken broken) {
                servers.failed(server);
                if (broken.answerBegun() || !safeTwice) {
                    throw new KmipClientException.Unreachable("The connection to " + server
                            + " broke before the answer was complete; whether the request ran"
                            + " is not known.", broken);
                }
                last = broken;
            } catch (SocketTimeoutException late) {
                servers.failed(server);
                if (System.nanoTime() - deadlineNanos >= 0) {
                    throw new KmipClientException.Deadline(
                            "The server " + server + " did not answer in time.", late);
                }
                last = late;
            } catch (IOException unreachable) {
                servers.failed(server);
                last = unreachable;
            }
        }
        throw new KmipClientException.Unreachable("No server could be reached: "
                + (last == null ? "there is none" : last.getMessage()), last);
    }

    private byte[] toServer(ServerAddress server, byte[] request, boolean safeTwice,
            long deadlineNanos) throws IOException {
        Connection idle = servers.borrow(server);
        if (idle != null) {
            try {
                return on(idle, request, deadlineNanos);
            } catch (Connection.Broken stale) {
                if (stale.answerBegun() || !safeTwice) {
                    throw stale;
                }
            }
        }
        return on(Connection.open(server, config, deadlineNanos), request, deadlineNanos);
    }

    private byte[] on(Connection connection, byte[] request, long deadlineNanos)
            throws IOException {
        try {
            byte[] answer = connection.exchange(request, deadlineNanos, ANSWER_BYTES_MAX);
            servers.giveBack(connection);
            return answer;
        } catch (IOException failure) {
            connection.close();
            throw failure;
        }
    }

    private static boolean isSafeTwice(RequestMessage request) {
        for (RequestBatchItem item : request.items()) {
            Operation operation = item.operation().known();
            if (operation == null || !SAFE_TWICE.contains(operation)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ByteSlice slice(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteSlice.of(bytes);
    }

    @Override
    public void close() {
        servers.close();
    }
}

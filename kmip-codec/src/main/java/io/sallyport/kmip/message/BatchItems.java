package io.sallyport.kmip.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.ItemCodec;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.VersionFilter;
import io.sallyport.kmip.message.payload.PayloadBinding;
import io.sallyport.kmip.message.payload.Payloads;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Batch items and their payloads, which are bound by the operation of the item. */
final class BatchItems {

    /** An item with its payload still unbound. */
    private record RawRequest(Enumerated<Operation> operation,
            @Nullable Enumerated<Ephemeral> ephemeral,
            @Nullable ByteSlice id, TtlvItem payload, List<MessageExtension> extensions) {}

    /** The same for a response. */
    private record RawResponse(@Nullable Enumerated<Operation> operation, @Nullable ByteSlice id,
            Enumerated<ResultStatus> status, @Nullable Enumerated<ResultReason> reason,
            @Nullable String message, @Nullable ByteSlice correlation,
            @Nullable TtlvItem payload, List<MessageExtension> extensions) {}

    private static final Field<MessageExtension, String> VENDOR = Field.required(
            Tag.VENDOR_IDENTIFICATION, Codecs.TEXT, MessageExtension::vendorIdentification);
    private static final Field<MessageExtension, Boolean> CRITICAL = Field
            .required(Tag.CRITICALITY_INDICATOR, Codecs.BOOLEAN, MessageExtension::critical);
    private static final Field<MessageExtension, TtlvItem> CONTENT = Field
            .required(Tag.VENDOR_EXTENSION, Codecs.ITEM, MessageExtension::vendorExtension);
    private static final StructureBinding<MessageExtension> EXTENSION = StructureBinding.of(
            "Message Extension", List.of(VENDOR, CRITICAL, CONTENT),
            v -> new MessageExtension(v.need(VENDOR), v.need(CRITICAL),
                    Codecs.STRUCTURE.decode(v.need(CONTENT), KmipVersion.V1_0)));

    private static final ItemCodec<Enumerated<Operation>> OPERATION_CODE =
            Codecs.echoed(Operation::of);
    private static final Field<RawRequest, Enumerated<Operation>> OPERATION = Field
            .required(Tag.OPERATION, OPERATION_CODE, RawRequest::operation);
    private static final Field<RawRequest, Enumerated<Ephemeral>> EPHEMERAL = Field
            .<RawRequest, Enumerated<Ephemeral>>optionalSpan(Tag.nameOf(Tag.EPHEMERAL),
                    Codecs.EPHEMERAL, RawRequest::ephemeral)
            .since(KmipVersion.V2_0);
    /** In 3.0 items have no ids: they are answered in their order. */
    private static final Field<RawRequest, ByteSlice> ID = Field
            .<RawRequest, ByteSlice>optional(Tag.UNIQUE_BATCH_ITEM_ID, Codecs.BYTES,
                    RawRequest::id)
            .until(KmipVersion.V3_0)
            .toldOtherwise();
    private static final Field<RawRequest, TtlvItem> PAYLOAD = Field.required(Tag.REQUEST_PAYLOAD,
            Codecs.ITEM, RawRequest::payload);
    private static final Field<RawRequest, List<MessageExtension>> EXTENSIONS = Field
            .repeated(Tag.MESSAGE_EXTENSION, EXTENSION, RawRequest::extensions);
    private static final StructureBinding<RawRequest> REQUEST = StructureBinding.of("Batch Item",
            List.of(OPERATION, EPHEMERAL, ID, PAYLOAD, EXTENSIONS),
            v -> new RawRequest(v.need(OPERATION), v.get(EPHEMERAL), v.get(ID), v.need(PAYLOAD),
                    v.need(EXTENSIONS)));

    private static final Field<RawResponse, Enumerated<Operation>> ANSWERED_OPERATION = Field
            .optional(Tag.OPERATION, OPERATION_CODE, RawResponse::operation);
    private static final Field<RawResponse, ByteSlice> ANSWERED_ID = Field
            .<RawResponse, ByteSlice>optional(Tag.UNIQUE_BATCH_ITEM_ID, Codecs.BYTES,
                    RawResponse::id)
            .until(KmipVersion.V3_0);
    private static final Field<RawResponse, Enumerated<ResultStatus>> STATUS = Field.required(
            Tag.RESULT_STATUS, Codecs.enumeration(ResultStatus::of), RawResponse::status);
    private static final Field<RawResponse, Enumerated<ResultReason>> REASON = Field.optional(
            Tag.RESULT_REASON, Codecs.enumeration(ResultReason::of), RawResponse::reason);
    private static final Field<RawResponse, String> MESSAGE = Field.optional(Tag.RESULT_MESSAGE,
            Codecs.TEXT, RawResponse::message);
    private static final Field<RawResponse, ByteSlice> CORRELATION = Field.optional(
            Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES, RawResponse::correlation);
    private static final Field<RawResponse, TtlvItem> ANSWER = Field.optional(Tag.RESPONSE_PAYLOAD,
            Codecs.ITEM, RawResponse::payload);
    private static final Field<RawResponse, List<MessageExtension>> ANSWERED_EXTENSIONS = Field
            .repeated(Tag.MESSAGE_EXTENSION, EXTENSION, RawResponse::extensions);
    private static final StructureBinding<RawResponse> RESPONSE = StructureBinding.of(
            "Batch Item",
            List.of(ANSWERED_OPERATION, ANSWERED_ID, STATUS, REASON, MESSAGE, CORRELATION, ANSWER,
                    ANSWERED_EXTENSIONS),
            v -> new RawResponse(v.get(ANSWERED_OPERATION), v.get(ANSWERED_ID), v.need(STATUS),
                    v.get(REASON), v.get(MESSAGE), v.get(CORRELATION), v.get(ANSWER),
                    v.need(ANSWERED_EXTENSIONS)));

    private BatchItems() {}

    static RequestBatchItem decodeRequest(TtlvItem item, KmipVersion version) throws BindFault {
        RawRequest raw = REQUEST.decode(item, version);
        return new RequestBatchItem(raw.operation(), raw.ephemeral(), raw.id(),
                requestPayload(raw, version), raw.extensions());
    }

    private static RequestPayload requestPayload(RawRequest raw, KmipVersion version) {
        PayloadBinding<?, ?> binding = Payloads.of(raw.operation().known());
        try {
            return binding != null ? binding.decodeRequest(raw.payload(), version)
                    : new UnknownPayload(raw.operation(),
                            Codecs.STRUCTURE.decode(raw.payload(), version));
        } catch (BindFault fault) {
            return new MalformedPayload(raw.operation(), KmipFaults.of(fault));
        }
    }

    static @Nullable TtlvItem encodeRequest(RequestBatchItem item, KmipVersion version) {
        Dialect dialect = Dialect.ofRequest(version);
        Operation operation = item.operation().known();
        // Which versions there are is asked in any version.
        if (operation != null && operation != Operation.DISCOVER_VERSIONS
                && !operation.definedIn(version)) {
            dialect.lose(operation.xmlName());
        }
        PayloadBinding<?, ?> binding = Payloads.of(operation);
        TtlvItem payload = switch (item.payload()) {
            case UnknownPayload(Enumerated<Operation> _, TtlvItem.Structure structure) -> structure;
            case MalformedPayload _ -> null;
            default -> binding == null ? null : binding.encodeRequest(item.payload(), version);
        };
        return payload == null ? null
                : REQUEST.encode(Tag.BATCH_ITEM, new RawRequest(item.operation(), item.ephemeral(),
                        item.uniqueBatchItemId(), payload, item.extensions()), dialect);
    }

    static ResponseBatchItem decodeResponse(TtlvItem item, KmipVersion version) throws BindFault {
        RawResponse raw = RESPONSE.decode(item, version);
        ResultStatus status = raw.status().known();
        if (status == null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "the Result Status is not known");
        }
        Enumerated<ResultReason> reason = raw.reason();
        ResultReason known = reason == null ? null
                : reason.known() == null ? ResultReason.GENERAL_FAILURE : reason.known();
        return new ResponseBatchItem(raw.operation(), raw.id(), status, known, raw.message(),
                raw.correlation(), responsePayload(raw, version), raw.extensions());
    }

    private static @Nullable ResponsePayload responsePayload(RawResponse raw, KmipVersion version)
            throws BindFault {
        TtlvItem payload = raw.payload();
        Enumerated<Operation> operation = raw.operation();
        if (payload == null || operation == null) {
            return null;
        }
        PayloadBinding<?, ?> binding = Payloads.of(operation.known());
        boolean success = raw.status().is(ResultStatus.SUCCESS);
        return binding != null && success ? binding.decodeResponse(payload, version)
                : new UnknownPayload(operation, Codecs.STRUCTURE.decode(payload, version));
    }

    static @Nullable TtlvItem encodeResponse(ResponseBatchItem item, KmipVersion version) {
        ResponsePayload payload = item.payload();
        TtlvItem answer = null;
        if (payload != null) {
            answer = responsePayload(payload, version);
            if (answer == null) {
                return null;
            }
        }
        ResultReason reason = item.reason();
        return RESPONSE.encode(Tag.BATCH_ITEM,
                new RawResponse(item.operation(), item.uniqueBatchItemId(),
                        Enumerated.of(item.status()),
                        reason == null ? null
                                : Enumerated.of(ResultReasons.inVersion(reason, version)),
                        item.message(), item.asynchronousCorrelationValue(), answer,
                        item.extensions()),
                Dialect.ofResponse(version));
    }

    private static @Nullable TtlvItem responsePayload(ResponsePayload payload,
            KmipVersion version) {
        if (payload instanceof UnknownPayload(Enumerated<Operation> _, TtlvItem.Structure s)) {
            return VersionFilter.only(Items.withTag(s, Tag.RESPONSE_PAYLOAD),
                    Dialect.ofResponse(version));
        }
        PayloadBinding<?, ?> binding = Payloads.of(payload.operation());
        return binding == null ? null : binding.encodeResponse(payload, version);
    }
}

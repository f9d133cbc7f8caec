package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.TicketType;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UsageLimits;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Tables of tickets and of the rights that a ticket may carry. */
public final class Tickets {
    private static final Field<Ticket, Enumerated<TicketType>> TYPE = Field
            .required(Tag.TICKET_TYPE, Codecs.enumeration(TicketType::of), Ticket::type);
    private static final Field<Ticket, ByteSlice> VALUE = Field.required(Tag.TICKET_VALUE,
            Codecs.BYTES, Ticket::value);

    public static final StructureBinding<Ticket> TICKET = StructureBinding.of("Ticket",
            List.of(TYPE, VALUE), v -> new Ticket(v.need(TYPE), v.need(VALUE)));

    private static final Field<Right, UsageLimits> LIMITS = Field.optional(Tag.USAGE_LIMITS,
            Limits.USAGE, Right::usageLimits);
    private static final Field<Right, List<Enumerated<Operation>>> OPERATIONS = Lists
            .optional(Tag.OPERATIONS, Tag.OPERATION, Codecs.enumeration(Operation::of),
                    Right::operations);
    private static final Field<Right, List<UniqueIdentifier>> OBJECTS = Lists.optional(
            Tag.OBJECTS, Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Right::objects);
    private static final StructureBinding<Right> RIGHT = StructureBinding.of("Right",
            List.of(LIMITS, OPERATIONS, OBJECTS),
            v -> new Right(v.get(LIMITS), Lists.orEmpty(v.get(OPERATIONS)),
                    Lists.orEmpty(v.get(OBJECTS))));

    public static final StructureBinding<List<Right>> RIGHTS = Lists.of("Rights", Tag.RIGHT,
            RIGHT);

    private Tickets() {}
}

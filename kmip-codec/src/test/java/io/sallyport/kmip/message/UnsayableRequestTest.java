package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.sallyport.kmip.bind.UnsayableException;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.SetConstraints;
import io.sallyport.kmip.message.payload.Validate;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.NameType;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.SplitKeyPolynomial;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** A request that its version cannot say to the last field is refused and never cut down. */
class UnsayableRequestTest {
    private static final UniqueIdentifier ID = UniqueIdentifier.of("id-1");
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3});

    private final KmipCodec codec = new KmipCodec();

    static Stream<Arguments> requests() {
        Attribute current = Attribute.name("n");
        return Stream.of(
                filter(KmipVersion.V1_0, Attribute.bool(AttributeType.SENSITIVE, true),
                        "Sensitive"),
                filter(KmipVersion.V1_4, Attribute.bool(AttributeType.QUANTUM_SAFE, true),
                        "Quantum Safe"),
                filter(KmipVersion.V2_1,
                        Attribute.text(AttributeType.OPERATION_POLICY_NAME, "default"),
                        "Operation Policy Name"),
                filter(KmipVersion.V1_3,
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.CHA_CHA20_POLY1305),
                        "this value of Cryptographic Algorithm"),
                filter(KmipVersion.V1_1,
                        Attribute.of(AttributeType.CRYPTOGRAPHIC_PARAMETERS,
                                Items.structure(Tag.CRYPTOGRAPHIC_PARAMETERS,
                                        new TtlvItem.BooleanItem(Tag.RANDOM_IV, true))),
                        "Random IV"),
                filter(KmipVersion.V1_4,
                        Attribute.of(AttributeType.ACTIVATION_DATE,
                                new TtlvItem.DateTimeExtendedItem(Tag.ACTIVATION_DATE, 1_500_000)),
                        "fractions of a second"),
                Arguments.of(KmipVersion.V1_2,
                        new Locate.Request(5, 10, null, null, AttributeList.EMPTY),
                        "Offset Items"),
                Arguments.of(KmipVersion.V1_0, new Locate.Request(null, null, null,
                        Enumerated.of(ObjectGroupMember.GROUP_MEMBER_FRESH), AttributeList.EMPTY),
                        "Object Group Member"),
                Arguments.of(KmipVersion.V1_4,
                        new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                                AttributeList.EMPTY, List.of(1)),
                        "Protection Storage Masks"),
                Arguments.of(KmipVersion.V1_3,
                        new Encrypt.Request(ID, null, BYTES, null, null, null, null, BYTES),
                        "Authenticated Encryption Additional Data"),
                Arguments.of(KmipVersion.V1_1,
                        new Encrypt.Request(ID, null, BYTES, null, null, null, null, null),
                        "Encrypt"),
                Arguments.of(KmipVersion.V1_4,
                        new GetAttributes.Request(ID,
                                List.of(AttributeName.of(AttributeType.QUANTUM_SAFE))),
                        "Quantum Safe"),
                Arguments.of(KmipVersion.V2_0,
                        new ModifyAttribute.Request(ID, null, current.withIndex(2)),
                        "Attribute Index"),
                Arguments.of(KmipVersion.V1_4,
                        new ModifyAttribute.Request(ID, current, current), "Current Attribute"),
                Arguments.of(KmipVersion.V2_0,
                        new DeleteAttribute.Request(ID, current.name(), 1, null),
                        "Attribute Index"),
                Arguments.of(KmipVersion.V1_4,
                        new Destroy.Request(new UniqueIdentifier.Placeholder(
                                Enumerated.of(UniqueIdentifierEnumeration.ID_PLACEHOLDER))),
                        "Unique Identifier"),
                Arguments.of(KmipVersion.V2_1,
                        new Destroy.Request(new UniqueIdentifier.Name("n")), "Unique Identifier"),
                Arguments.of(KmipVersion.V2_0,
                        new Validate.Request(List.of(), List.of(ID,
                                new UniqueIdentifier.Name("n")), null),
                        "Unique Identifier"),
                Arguments.of(KmipVersion.V1_0,
                        new Notify.Request("id", new AttributeChanges(AttributeList.EMPTY,
                                List.of(AttributeName.of(AttributeType.DESCRIPTION)))),
                        "Description"),
                Arguments.of(KmipVersion.V2_1,
                        new CreateSplitKey.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), ID, 3,
                                2, Enumerated.of(SplitKeyMethod.XOR), null,
                                Enumerated.of(SplitKeyPolynomial.POLYNOMIAL_283),
                                AttributeList.EMPTY, List.of()),
                        "Split Key Polynomial"),
                Arguments.of(KmipVersion.V3_0,
                        new SetConstraints.Request(
                                List.of(new Constraint(List.of(), List.of("group"), null))),
                        "Object Groups"),
                filter(KmipVersion.V3_0,
                        Attribute.of(AttributeType.NAME,
                                Items.structure(Tag.NAME, Items.text(Tag.NAME_VALUE, "urn:x"),
                                        Items.enumeration(Tag.NAME_TYPE, NameType.URI))),
                        "this value of Name Type"));
    }

    private static Arguments filter(KmipVersion version, Attribute attribute, String what) {
        return Arguments.of(version,
                new Locate.Request(null, null, null, null, AttributeList.of(attribute)), what);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedByTheNameOfWhatCannotBeSaid(KmipVersion version, RequestPayload payload,
            String what) {
        assertThatThrownBy(() -> codec.encodedLength(message(version, payload)))
                .isInstanceOf(UnsayableException.class)
                .hasMessage("KMIP " + version + " cannot say " + what);
    }

    @Test
    void headersAreRefusedToo() {
        RequestHeader correlated = new RequestHeader(KmipVersion.V1_3, null, "client", null, null,
                null, List.of(), null, null, null, null, 1);
        RequestHeader mandatory = new RequestHeader(KmipVersion.V1_3, null, null, null,
                AsynchronousIndicator.MANDATORY, null, List.of(), null, null, null, null, 1);
        for (RequestHeader header : List.of(correlated, mandatory)) {
            assertThatThrownBy(() -> codec.toItem(new RequestMessage(header,
                    List.of(RequestBatchItem.of(new Destroy.Request(ID))))))
                    .isInstanceOf(UnsayableException.class);
        }
    }

    @Test
    void whatIsHiddenIsRefusedToo() {
        RequestBatchItem item = new RequestBatchItem(Enumerated.of(Operation.DESTROY),
                Enumerated.of(Ephemeral.EMPTY), null, new Destroy.Request(ID), List.of());
        assertThatThrownBy(() -> codec.toItem(new RequestMessage(
                RequestHeader.of(KmipVersion.V2_1, 1), List.of(item))))
                .isInstanceOf(UnsayableException.class)
                .hasMessage("KMIP " + KmipVersion.V2_1 + " cannot say this value of Ephemeral");
    }

    /** Whatever a version can say of another one's requests, it says to the last field. */
    @ParameterizedTest
    @EnumSource(KmipVersion.class)
    void whatIsSaidInAnotherVersionIsSaidWhole(KmipVersion mine) throws Exception {
        for (RequestPayload payload : Samples.requests(mine)) {
            if (!isDefined(payload, mine)) {
                continue;
            }
            TtlvItem original = codec.toItem(message(mine, payload));
            for (KmipVersion other : KmipVersion.values()) {
                TtlvItem said;
                try {
                    said = codec.toItem(message(other, payload));
                } catch (UnsayableException refused) {
                    assertThat(other).as("%s", payload.operation()).isNotEqualTo(mine);
                    continue;
                }
                RequestPayload again = codec.requestFromItem(said).items().getFirst().payload();
                assertThat(Items.equal(codec.toItem(message(mine, again)), original))
                        .as("%s %s by %s", mine, payload.operation(), other).isTrue();
            }
        }
    }

    private static boolean isDefined(RequestPayload payload, KmipVersion version) {
        Operation operation = payload.operation();
        return operation != null && operation.definedIn(version);
    }

    @Test
    void inTheNextVersionItIsSaid() {
        List<Integer> lengths = new ArrayList<>();
        lengths.add(codec.encodedLength(message(KmipVersion.V1_3,
                new Locate.Request(5, 10, null, null, AttributeList.EMPTY))));
        lengths.add(codec.encodedLength(message(KmipVersion.V1_4, new Locate.Request(null, null,
                null, null, AttributeList.of(Attribute.bool(AttributeType.SENSITIVE, true))))));
        lengths.add(codec.encodedLength(message(KmipVersion.V1_0,
                new DiscoverVersions.Request(List.of()))));
        assertThat(lengths).allMatch(length -> length > 0);
    }

    private static RequestMessage message(KmipVersion version, RequestPayload payload) {
        return new RequestMessage(RequestHeader.of(version, 1),
                List.of(RequestBatchItem.of(payload)));
    }
}

package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.AddAttribute;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.Put;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.SetEndpointRole;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.EncodingOption;
import io.sallyport.kmip.model.EndpointRole;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyInformation;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KeyWrappingData;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.model.WrappingMethod;
import io.sallyport.kmip.ttlv.ByteSlice;

/** The server asks: Put and Notify on connections whose roles were switched. */
class EndpointRolesTest {
    private static final SetEndpointRole.Request ASK =
            new SetEndpointRole.Request(Enumerated.of(EndpointRole.CLIENT));
    private static final SetEndpointRole.Request ANSWER =
            new SetEndpointRole.Request(Enumerated.of(EndpointRole.SERVER));

    /** A client's end that keeps what it is told. */
    private static final class Told implements ClientEndpoint {
        private final List<RequestMessage> messages = new ArrayList<>();

        @Override
        public String peer() {
            return "127.0.0.1:1";
        }

        @Override
        public void send(Answer request) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(request.length());
            request.writeTo(bytes);
            request.release();
            try {
                messages.add(new KmipCodec().decodeRequest(bytes.flip()));
            } catch (KmipFault fault) {
                throw new AssertionError(fault.detail(), fault);
            }
        }

        private <T extends RequestPayload> T last(Class<T> type) {
            return type.cast(messages.getLast().items().getFirst().payload());
        }
    }

    private static Told switched(Conversation talk) {
        Told told = new Told();
        talk.processor().opened(Conversation.USER, told);
        talk.ok(ASK, SetEndpointRole.Response.class);
        return told;
    }

    private static String create(Conversation talk, Attribute... more) {
        return talk.ok(Requests.create(128, more), Create.Response.class).uniqueIdentifier();
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V2_0", "V2_1"})
    void aClientIsGivenNewObjectsAndToldOfChanges(KmipVersion version) {
        Conversation talk = new Conversation(version);
        Told told = switched(talk);
        String key = create(talk);
        Put.Request put = told.last(Put.Request.class);
        assertThat(put.uniqueIdentifier()).isEqualTo(key);
        assertThat(put.object()).isInstanceOf(ManagedObject.SymmetricKey.class);
        assertThat(put.attributes().integer(AttributeType.CRYPTOGRAPHIC_LENGTH)).isEqualTo(128);
        assertThat(told.messages.getLast().header().version()).isEqualTo(version);
        AuditEvent audited = talk.store.events().getLast();
        assertThat(audited.operation()).isEqualTo("Put");
        assertThat(audited.exposed()).isTrue();
        assertThat(audited.objectId()).isEqualTo(key);
        assertThat(talk.engine.held()).isZero();

        talk.ok(new AddAttribute.Request(Requests.id(key), Attribute.name("new")),
                AddAttribute.Response.class);
        Notify.Request notified = told.last(Notify.Request.class);
        assertThat(notified.uniqueIdentifier()).isEqualTo(key);
        assertThat(notified.changes().changed().attributes()).hasSize(2);
        assertThat(notified.changes().changed().has(AttributeType.NAME)).isTrue();
        assertThat(notified.changes().changed().has(AttributeType.LAST_CHANGE_DATE)).isTrue();
        talk.ok(Requests.destroy(key), Destroy.Response.class);
        assertThat(told.last(Notify.Request.class).changes().changed()
                .enumerationCode(AttributeType.STATE)).isEqualTo(State.DESTROYED.code());
        assertThat(talk.store.events().getLast().operation()).isEqualTo("Notify");
    }

    /** Its bytes are no key: a client that took them for one would encrypt with a known text. */
    @Test
    void aKeyThatIsWrappedOrElsewhereIsGivenAsItCame() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        talk.ok(registered(null, null), Register.Response.class);
        assertThat(putBlock(told).value()).isNull();
        assertThat(talk.store.events().getLast().exposed()).isFalse();
        talk.ok(registered(new KeyValue.Wrapped(Requests.hex("1fa68b0a8112b447")),
                new KeyWrappingData(Enumerated.of(WrappingMethod.ENCRYPT),
                        new KeyInformation(Requests.id("kek"), null), null, null, null,
                        Enumerated.of(EncodingOption.NO_ENCODING))),
                Register.Response.class);
        assertThat(putBlock(told).value()).isInstanceOf(KeyValue.Wrapped.class);
        assertThat(putBlock(told).wrapping()).isNotNull();
        assertThat(talk.store.events().getLast().operation()).isEqualTo("Put");
        assertThat(talk.store.events().getLast().exposed()).isFalse();
    }

    private static KeyBlock putBlock(Told told) {
        return Objects.requireNonNull(told.last(Put.Request.class).object().keyBlock());
    }

    private static Register.Request registered(@Nullable KeyValue value,
            @Nullable KeyWrappingData wrapping) {
        return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        Requests.ENCRYPT_DECRYPT)),
                new ManagedObject.SymmetricKey(new KeyBlock(Enumerated.of(KeyFormatType.RAW), null,
                        value, Enumerated.of(CryptographicAlgorithm.AES), 128, wrapping)),
                List.of());
    }

    @Test
    void nobodyIsToldWhoDidNotAsk() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = new Told();
        talk.processor().opened(Conversation.USER, told);
        create(talk);
        assertThat(told.messages).isEmpty();
        talk.ok(ASK, SetEndpointRole.Response.class);
        create(talk);
        assertThat(told.messages).hasSize(1);
        talk.ok(ANSWER, SetEndpointRole.Response.class);
        create(talk);
        assertThat(told.messages).hasSize(1);
    }

    @Test
    void aConnectionThatIsClosedIsForgotten() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        talk.processor().closed(told);
        create(talk);
        assertThat(told.messages).isEmpty();
        assertThat(talk.refused(ASK)).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
    }

    @Test
    void whatOthersOwnIsNotTold() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        talk.as(new Subject("them", "other", Role.CRYPTO_USER, "ef", Profile.DEFAULT));
        create(talk);
        talk.as(Conversation.USER).users.add(Kind.USER, "ann", "secret");
        assertThat(talk.with(
                List.of(new Credential.UsernameAndPassword("ann",
                        ByteSlice.ofText("secret"))),
                Requests.create(128)).status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(told.messages).isEmpty();
    }

    @Test
    void aKeyThatMayNotLeaveIsNotGiven() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        String key = create(talk, Attribute.bool(AttributeType.SENSITIVE, true));
        assertThat(told.messages).isEmpty();
        talk.ok(Requests.activate(key), Activate.Response.class);
        assertThat(told.last(Notify.Request.class).uniqueIdentifier()).isEqualTo(key);
    }

    @Test
    void whatWasUndoneIsNotTold() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        talk.batch(BatchErrorContinuationOption.UNDO,
                Requests.create(128), Requests.get("nobody"));
        assertThat(told.messages).isEmpty();
    }

    @Test
    void whoConfirmsNothingIsToldNothingMore() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        for (int i = 0; i < 300; i++) {
            create(talk);
        }
        assertThat(told.messages).hasSize(256);
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_0", "V1_4"})
    void in1xTheProfileOfTheClientDecides(KmipVersion version) {
        Subject notified =
                new Subject("told", "mine", Role.CRYPTO_USER, "aa", Profile.NOTIFIED);
        Conversation talk = new Conversation(version).as(notified);
        Told told = new Told();
        talk.processor().opened(notified, told);
        talk.one(new DiscoverVersions.Request(List.of()));
        String key = create(talk);
        assertThat(told.last(Put.Request.class).uniqueIdentifier()).isEqualTo(key);
        assertThat(told.messages.getLast().header().version()).isEqualTo(version);
    }

    @Test
    void withoutAnAuditRecordNothingLeaves() {
        Conversation talk = new Conversation(KmipVersion.V2_1);
        Told told = switched(talk);
        String key = create(talk);
        assertThat(told.messages).hasSize(1);
        talk.store.failAfter(1, new IOException("disk full"));
        talk.ok(Requests.activate(key), Activate.Response.class);
        assertThat(told.messages).hasSize(1);
        assertThat(talk.engine.held()).isZero();
    }
}

package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Templates of 1.x: what they are, and what they give to the objects made from them. */
class TemplatesTest {

    private static Register.Request template(String name, List<Attribute> own,
            Attribute... given) {
        List<Attribute> all = new ArrayList<>(own);
        all.add(Attribute.name(name));
        return new Register.Request(Enumerated.of(ObjectType.TEMPLATE), new AttributeList(all),
                new ManagedObject.Template(AttributeList.of(given)), List.of());
    }

    /** A request that names a template. */
    private static RequestPayload from(String template, Attribute... more) {
        Attribute[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = new Attribute(AttributeName.ofTemplate(), 0,
                Items.withTag(Attribute.name(template).value(), Tag.NAME));
        return Requests.create(128, all);
    }

    private static AttributeList attributes(Conversation talk, String id) {
        return talk.ok(Requests.attributes(id), GetAttributes.Response.class).attributes();
    }

    private static List<String> custom(AttributeList attributes) {
        return attributes.attributes().stream()
                .filter(one -> one.name().equals(new AttributeName.Vendor("x", "ID")))
                .map(one -> one.index() + " " + ((TtlvItem.TextStringItem) one.value()).text())
                .toList();
    }

    @Test
    void aTemplatesOwnAttributesAreNotThoseThatItGives() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        String id = talk.ok(template("t", List.of(Attribute.vendor("x", "ID", "outer")),
                Attribute.vendor("x", "ID", "inner"),
                Attribute.text(AttributeType.CONTACT_INFORMATION, "Joe")),
                Register.Response.class).uniqueIdentifier();
        AttributeList own = attributes(talk, id);
        assertThat(custom(own)).containsExactly("0 outer");
        assertThat(own.first(AttributeType.CONTACT_INFORMATION)).isEmpty();
        ManagedObject.Template got = (ManagedObject.Template) talk
                .ok(Requests.get(id), Get.Response.class).object();
        assertThat(custom(got.attributes())).containsExactly("0 inner");
        assertThat(got.attributes().attributes()).hasSize(2);

        String key = talk.ok(from("t", Attribute.vendor("x", "ID", "request")),
                Create.Response.class).uniqueIdentifier();
        AttributeList made = attributes(talk, key);
        assertThat(custom(made)).containsExactly("0 inner", "1 request");
        assertThat(made.first(AttributeType.CONTACT_INFORMATION)).isPresent();
        assertThat(made.first(AttributeType.NAME)).isEmpty();
    }

    @Test
    void aTemplateWithItsNameInsideIsWhatItGives() {
        Conversation talk = new Conversation(KmipVersion.V1_0);
        String id = talk.ok(new Register.Request(Enumerated.of(ObjectType.TEMPLATE),
                AttributeList.EMPTY, new ManagedObject.Template(AttributeList.of(
                        Attribute.name("t"), Attribute.vendor("x", "ID", "inner"))),
                List.of()), Register.Response.class).uniqueIdentifier();
        assertThat(custom(attributes(talk, id))).containsExactly("0 inner");
        String key = talk.ok(from("t"), Create.Response.class).uniqueIdentifier();
        assertThat(custom(attributes(talk, key))).containsExactly("0 inner");
        assertThat(attributes(talk, key).first(AttributeType.NAME)).isEmpty();
    }

    @Test
    void aTemplateOfAnotherUserIsAbsent() {
        Conversation talk = new Conversation(KmipVersion.V1_2);
        talk.users.add(Kind.USER, "ann", "secret");
        talk.users.add(Kind.USER, "bob", "secret");
        assertThat(talk.with(user("ann"), template("t", List.of())).reason()).isNull();
        assertThat(talk.with(user("ann"), from("t")).reason()).isNull();
        assertThat(talk.with(user("bob"), from("t")).reason())
                .isEqualTo(ResultReason.ITEM_NOT_FOUND);
    }

    private static List<Credential> user(String name) {
        return List.of(new Credential.UsernameAndPassword(name,
                ByteSlice.of("secret".getBytes(StandardCharsets.US_ASCII))));
    }
}

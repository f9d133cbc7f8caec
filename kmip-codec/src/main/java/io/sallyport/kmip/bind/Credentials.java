package io.sallyport.kmip.bind;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The Authentication structure and its kinds of credential. */
public final class Credentials {
    private static final Field<Authentication, List<Credential>> CREDENTIAL = Field
            .repeated(Tag.CREDENTIAL, new AnyCredential(), Authentication::credentials);

    public static final StructureBinding<Authentication> AUTHENTICATION = StructureBinding
            .of("Authentication", List.of(CREDENTIAL), v -> new Authentication(v.need(CREDENTIAL)));

    private static final Field<Credential.UsernameAndPassword, String> USERNAME = Field
            .required(Tag.USERNAME, Codecs.TEXT, Credential.UsernameAndPassword::username);
    private static final Field<Credential.UsernameAndPassword, ByteSlice> PASSWORD = Field
            .optional(Tag.PASSWORD, Codecs.SECRET_TEXT, Credential.UsernameAndPassword::password);
    private static final StructureBinding<Credential.UsernameAndPassword> USERNAME_AND_PASSWORD =
            StructureBinding
                    .of("Credential Value", List.of(USERNAME, PASSWORD),
                            v -> new Credential.UsernameAndPassword(v.need(USERNAME),
                                    v.get(PASSWORD)));

    private static final Field<Credential.Device, String> SERIAL = Field
            .optional(Tag.DEVICE_SERIAL_NUMBER, Codecs.TEXT, Credential.Device::serialNumber);
    private static final Field<Credential.Device, ByteSlice> DEVICE_PASSWORD = Field
            .optional(Tag.PASSWORD, Codecs.SECRET_TEXT, Credential.Device::password);
    private static final Field<Credential.Device, String> DEVICE = Field
            .optional(Tag.DEVICE_IDENTIFIER, Codecs.TEXT, Credential.Device::deviceIdentifier);
    private static final Field<Credential.Device, String> NETWORK = Field
            .optional(Tag.NETWORK_IDENTIFIER, Codecs.TEXT, Credential.Device::networkIdentifier);
    private static final Field<Credential.Device, String> MACHINE = Field
            .optional(Tag.MACHINE_IDENTIFIER, Codecs.TEXT, Credential.Device::machineIdentifier);
    private static final Field<Credential.Device, String> MEDIA = Field
            .optional(Tag.MEDIA_IDENTIFIER, Codecs.TEXT, Credential.Device::mediaIdentifier);
    private static final StructureBinding<Credential.Device> DEVICE_CREDENTIAL = StructureBinding
            .of("Credential Value",
                    List.of(SERIAL, DEVICE_PASSWORD, DEVICE, NETWORK, MACHINE, MEDIA),
                    v -> new Credential.Device(v.get(SERIAL), v.get(DEVICE_PASSWORD),
                            v.get(DEVICE), v.get(NETWORK), v.get(MACHINE), v.get(MEDIA)));

    private static final ItemCodec<Enumerated<CredentialType>> TYPE = Codecs
            .enumeration(CredentialType::of);

    private Credentials() {}

    private static final class AnyCredential implements ItemCodec<Credential> {
        @Override
        public Credential decode(TtlvItem item, KmipVersion version) throws BindFault {
            TtlvItem type = Items.child(item, Tag.CREDENTIAL_TYPE);
            TtlvItem value = Items.child(item, Tag.CREDENTIAL_VALUE);
            if (type == null || value == null) {
                throw new BindFault(ResultReason.INVALID_MESSAGE,
                        "Credential lacks its type or value");
            }
            Enumerated<CredentialType> kind = TYPE.decode(type, version);
            if (kind.is(CredentialType.USERNAME_AND_PASSWORD)) {
                return USERNAME_AND_PASSWORD.decode(value, version);
            }
            return kind.is(CredentialType.DEVICE) ? DEVICE_CREDENTIAL.decode(value, version)
                    : new Credential.Other(kind, value);
        }

        @Override
        public @Nullable TtlvItem encode(int tag, Credential credential, Dialect dialect) {
            TtlvItem type = TYPE.encode(Tag.CREDENTIAL_TYPE, credential.type(), dialect);
            TtlvItem value = switch (credential) {
                case Credential.UsernameAndPassword c ->
                    USERNAME_AND_PASSWORD.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.Device c ->
                    DEVICE_CREDENTIAL.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.Other c -> VersionFilter.only(c.value(), dialect);
            };
            return type == null || value == null ? null : Items.structure(tag, type, value);
        }
    }
}

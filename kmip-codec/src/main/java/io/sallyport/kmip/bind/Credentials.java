package io.sallyport.kmip.bind;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Nonce;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
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

    private static final Field<Nonce, ByteSlice> NONCE_ID = Field.required(Tag.NONCE_ID,
            Codecs.BYTES, Nonce::id);
    private static final Field<Nonce, ByteSlice> NONCE_VALUE = Field.required(Tag.NONCE_VALUE,
            Codecs.BYTES, Nonce::value);

    public static final StructureBinding<Nonce> NONCE = StructureBinding.of("Nonce",
            List.of(NONCE_ID, NONCE_VALUE),
            v -> new Nonce(v.need(NONCE_ID), v.need(NONCE_VALUE)));

    private static final Field<Credential.Attestation, Nonce> ATTESTED_NONCE = Field
            .required(Tag.NONCE, NONCE, Credential.Attestation::nonce);
    private static final Field<Credential.Attestation, Enumerated<AttestationType>> ATTESTED_TYPE =
            Field.required(Tag.ATTESTATION_TYPE, Codecs.enumeration(AttestationType::of),
                    Credential.Attestation::attestationType);
    private static final Field<Credential.Attestation, ByteSlice> MEASUREMENT = Field.optional(
            Tag.ATTESTATION_MEASUREMENT, Codecs.BYTES, Credential.Attestation::measurement);
    private static final Field<Credential.Attestation, ByteSlice> ASSERTION = Field.optional(
            Tag.ATTESTATION_ASSERTION, Codecs.BYTES, Credential.Attestation::assertion);
    private static final StructureBinding<Credential.Attestation> ATTESTATION = StructureBinding
            .of("Credential Value",
                    List.of(ATTESTED_NONCE, ATTESTED_TYPE, MEASUREMENT, ASSERTION),
                    v -> new Credential.Attestation(v.need(ATTESTED_NONCE),
                            v.need(ATTESTED_TYPE), v.get(MEASUREMENT), v.get(ASSERTION)));

    private static final Field<Credential.OneTimePassword, String> OTP_USERNAME = Field
            .required(Tag.USERNAME, Codecs.TEXT, Credential.OneTimePassword::username);
    private static final Field<Credential.OneTimePassword, ByteSlice> OTP_PASSWORD = Field
            .optional(Tag.PASSWORD, Codecs.SECRET_TEXT, Credential.OneTimePassword::password);
    private static final Field<Credential.OneTimePassword, ByteSlice> ONE_TIME = Field.required(
            Tag.ONE_TIME_PASSWORD, Codecs.SECRET_TEXT,
            Credential.OneTimePassword::oneTimePassword);
    private static final StructureBinding<Credential.OneTimePassword> ONE_TIME_PASSWORD =
            StructureBinding.of("Credential Value", List.of(OTP_USERNAME, OTP_PASSWORD, ONE_TIME),
                    v -> new Credential.OneTimePassword(v.need(OTP_USERNAME), v.get(OTP_PASSWORD),
                            v.need(ONE_TIME)));

    private static final Field<Credential.HashedPassword, String> HASHED_USERNAME = Field
            .required(Tag.USERNAME, Codecs.TEXT, Credential.HashedPassword::username);
    private static final Field<Credential.HashedPassword, Long> HASHED_TIME = Field.required(
            Tag.TIME_STAMP, Codecs.DATE, Credential.HashedPassword::timeStamp);
    private static final Field<Credential.HashedPassword, Enumerated<HashingAlgorithm>> HASHING =
            Field.optional(Tag.HASHING_ALGORITHM, Codecs.enumeration(HashingAlgorithm::of),
                    Credential.HashedPassword::hashing);
    private static final Field<Credential.HashedPassword, ByteSlice> HASH = Field.required(
            Tag.HASHED_PASSWORD, Codecs.BYTES, Credential.HashedPassword::hash);
    private static final StructureBinding<Credential.HashedPassword> HASHED_PASSWORD =
            StructureBinding.of("Credential Value",
                    List.of(HASHED_USERNAME, HASHED_TIME, HASHING, HASH),
                    v -> new Credential.HashedPassword(v.need(HASHED_USERNAME),
                            v.need(HASHED_TIME), v.get(HASHING), v.need(HASH)));

    private static final Field<Credential.OfTicket, Ticket> TICKET = Field.required(Tag.TICKET,
            Tickets.TICKET, Credential.OfTicket::ticket);
    private static final StructureBinding<Credential.OfTicket> TICKET_CREDENTIAL =
            StructureBinding.of("Credential Value", List.of(TICKET),
                    v -> new Credential.OfTicket(v.need(TICKET)));

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
            return switch (kind.known()) {
                case USERNAME_AND_PASSWORD -> USERNAME_AND_PASSWORD.decode(value, version);
                case DEVICE -> DEVICE_CREDENTIAL.decode(value, version);
                case ATTESTATION -> ATTESTATION.decode(value, version);
                case ONE_TIME_PASSWORD -> ONE_TIME_PASSWORD.decode(value, version);
                case HASHED_PASSWORD -> HASHED_PASSWORD.decode(value, version);
                case TICKET -> TICKET_CREDENTIAL.decode(value, version);
                case PASSWORD, CERTIFICATE -> new Credential.Other(kind, value);
                case null -> new Credential.Other(kind, value);
            };
        }

        @Override
        public @Nullable TtlvItem encode(int tag, Credential credential, Dialect dialect) {
            TtlvItem type = TYPE.encode(Tag.CREDENTIAL_TYPE, credential.type(), dialect);
            if (type == null) {
                return null;
            }
            TtlvItem value = switch (credential) {
                case Credential.UsernameAndPassword c ->
                    USERNAME_AND_PASSWORD.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.Device c ->
                    DEVICE_CREDENTIAL.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.Attestation c ->
                    ATTESTATION.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.OneTimePassword c ->
                    ONE_TIME_PASSWORD.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.HashedPassword c ->
                    HASHED_PASSWORD.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.OfTicket c ->
                    TICKET_CREDENTIAL.encode(Tag.CREDENTIAL_VALUE, c, dialect);
                case Credential.Other c -> VersionFilter.only(c.value(), dialect);
            };
            return value == null ? null : Items.structure(tag, type, value);
        }
    }
}

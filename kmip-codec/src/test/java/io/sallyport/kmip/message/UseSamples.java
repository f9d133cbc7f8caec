package io.sallyport.kmip.message;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.kmip.message.payload.Cancel;
import io.sallyport.kmip.message.payload.CreateCredential;
import io.sallyport.kmip.message.payload.CreateGroup;
import io.sallyport.kmip.message.payload.CreateUser;
import io.sallyport.kmip.message.payload.DelegatedLogin;
import io.sallyport.kmip.message.payload.GetConstraints;
import io.sallyport.kmip.message.payload.Hash;
import io.sallyport.kmip.message.payload.Interop;
import io.sallyport.kmip.message.payload.Log;
import io.sallyport.kmip.message.payload.Login;
import io.sallyport.kmip.message.payload.Logout;
import io.sallyport.kmip.message.payload.Mac;
import io.sallyport.kmip.message.payload.MacVerify;
import io.sallyport.kmip.message.payload.Ping;
import io.sallyport.kmip.message.payload.Pkcs11;
import io.sallyport.kmip.message.payload.Poll;
import io.sallyport.kmip.message.payload.ProcessRequest;
import io.sallyport.kmip.message.payload.QueryAsynchronousRequests;
import io.sallyport.kmip.message.payload.ReProvision;
import io.sallyport.kmip.message.payload.RngRetrieve;
import io.sallyport.kmip.message.payload.RngSeed;
import io.sallyport.kmip.message.payload.SetConstraints;
import io.sallyport.kmip.message.payload.SetDefaults;
import io.sallyport.kmip.message.payload.SetEndpointRole;
import io.sallyport.kmip.message.payload.Sign;
import io.sallyport.kmip.message.payload.SignatureVerify;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.CancellationResult;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.EndpointRole;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.InteropFunction;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Pkcs11Function;
import io.sallyport.kmip.model.Pkcs11ReturnCode;
import io.sallyport.kmip.model.ProcessingStage;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.TicketType;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UsageLimits;
import io.sallyport.kmip.model.UsageLimitsUnit;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Samples of the operations that use keys or are about sessions, servers and people. */
final class UseSamples {
    private static final UniqueIdentifier ID = UniqueIdentifier.of("id-1");
    private static final ByteSlice BYTES = ByteSlice.of(new byte[]{1, 2, 3, 4, 5});
    private static final Enumerated<ValidityIndicator> VALID = Enumerated
            .of(ValidityIndicator.VALID);

    private UseSamples() {}

    static List<RequestPayload> requests(KmipVersion version) {
        CryptographicParameters how = SamplePayloads.parameters(version);
        ByteSlice part = version.atLeast(KmipVersion.V1_3) ? BYTES : null;
        Boolean yes = part == null ? null : Boolean.TRUE;
        Boolean no = part == null ? null : Boolean.FALSE;
        ByteSlice digest = version.atLeast(KmipVersion.V1_4) ? BYTES : null;
        List<RequestPayload> requests = new ArrayList<>(List.of(
                new Sign.Request(ID, how, BYTES, digest, part, yes, no),
                new SignatureVerify.Request(ID, how, BYTES, digest, BYTES, part, no, yes),
                new Mac.Request(ID, how, BYTES, part, yes, no),
                new MacVerify.Request(ID, how, BYTES, BYTES, part, no, yes),
                new RngRetrieve.Request(32), new RngSeed.Request(BYTES),
                new Hash.Request(how, BYTES, part, yes, yes), new Cancel.Request(BYTES),
                new Poll.Request(BYTES), new ProcessRequest.Request(BYTES),
                new QueryAsynchronousRequests.Request(List.of(BYTES),
                        List.of(Enumerated.of(Operation.CREATE))),
                new QueryAsynchronousRequests.Request(List.of(), List.of()),
                new Ping.Request(), new Log.Request("text")));
        requests.addAll(session());
        requests.addAll(administration(version));
        return requests;
    }

    private static List<RequestPayload> session() {
        return List.of(new Login.Request(60, 2, limits()), new Logout.Request(ticket()),
                new DelegatedLogin.Request(60, 2, limits(),
                        List.of(new Right(limits(), List.of(Enumerated.of(Operation.GET)),
                                List.of(ID)), new Right(null, List.of(), List.of()))),
                new SetEndpointRole.Request(Enumerated.of(EndpointRole.SERVER)),
                new Pkcs11.Request("v3", Enumerated.of(Pkcs11Function.C_INITIALIZE), BYTES,
                        BYTES),
                new Interop.Request(Enumerated.of(InteropFunction.BEGIN), "case"),
                new ReProvision.Request(BYTES, KeySamples.certificate()));
    }

    private static List<RequestPayload> administration(KmipVersion version) {
        AttributeList all = SamplePayloads.attributes(version);
        return List.of(new SetDefaults.Request(defaults(version)), new SetDefaults.Request(null),
                new SetConstraints.Request(constraints(groups(version), all)),
                new GetConstraints.Request(),
                new CreateGroup.Request(all), new CreateUser.Request(all),
                new CreateCredential.Request(Enumerated.of(CredentialType.PASSWORD), all,
                        Items.structure(Tag.PASSWORD_CREDENTIAL,
                                Items.text(Tag.PASSWORD, "p"))));
    }

    static List<ResponsePayload> responses() {
        return List.of(new Sign.Response("id", BYTES, BYTES),
                new SignatureVerify.Response("id", VALID, BYTES, BYTES),
                new Mac.Response("id", BYTES, BYTES), new MacVerify.Response("id", VALID, BYTES),
                new RngRetrieve.Response(BYTES), new RngSeed.Response(5),
                new Hash.Response(BYTES, BYTES),
                new Cancel.Response(BYTES, Enumerated.of(CancellationResult.CANCELED)),
                new Poll.Response(), new ProcessRequest.Response(BYTES),
                new QueryAsynchronousRequests.Response(List.of(new AsynchronousRequest(BYTES,
                        Enumerated.of(Operation.CREATE), 1_700_000_000_000_001L,
                        Enumerated.of(ProcessingStage.SUBMITTED)))),
                new Ping.Response(), new Log.Response(), new Login.Response(ticket()),
                new Logout.Response(), new DelegatedLogin.Response(ticket()),
                new SetEndpointRole.Response(Enumerated.of(EndpointRole.SERVER)),
                new Pkcs11.Response("v3", Enumerated.of(Pkcs11Function.C_INITIALIZE), BYTES,
                        BYTES, Enumerated.of(Pkcs11ReturnCode.OK)),
                new Interop.Response(), new ReProvision.Response("id"),
                new SetDefaults.Response(), new SetConstraints.Response(),
                new GetConstraints.Response(
                        constraints(List.of("group"), SamplePayloads.everyAttribute())),
                new CreateGroup.Response("id"),
                new CreateUser.Response("id"), new CreateCredential.Response("id"));
    }

    private static UsageLimits limits() {
        return new UsageLimits(10, 5L, Enumerated.of(UsageLimitsUnit.BYTE));
    }

    private static Ticket ticket() {
        return new Ticket(Enumerated.of(TicketType.LOGIN), BYTES);
    }

    private static List<ObjectDefaults> defaults(KmipVersion version) {
        AttributeList all = SamplePayloads.attributes(version);
        Enumerated<ObjectType> key = Enumerated.of(ObjectType.SYMMETRIC_KEY);
        ObjectDefaults ofOne = new ObjectDefaults(key, List.of(), List.of(), all);
        return version.atLeast(KmipVersion.V2_1)
                ? List.of(ofOne, new ObjectDefaults(null, List.of(key), groups(version), all))
                : List.of(ofOne);
    }

    private static List<Constraint> constraints(List<String> groups, AttributeList attributes) {
        return List.of(new Constraint(List.of(Enumerated.of(ObjectType.SYMMETRIC_KEY)), groups,
                attributes),
                new Constraint(List.of(), List.of(), null));
    }

    private static List<String> groups(KmipVersion version) {
        return version.atLeast(KmipVersion.V3_0) ? List.of() : List.of("group");
    }
}

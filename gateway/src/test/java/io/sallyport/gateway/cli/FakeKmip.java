package io.sallyport.gateway.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseHeader;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;

/** A KMIP server that lets two objects have one name, as ours does not. */
final class FakeKmip {
    private static final long MILLIS = 1000;

    private FakeKmip() {}

    /** It shows the certificate of the bench's gateway. */
    static FakeServer withTwoKeysOfOneName(DoctorBench bench) throws Exception {
        Home home = Home.open(bench.home());
        Identity server = PemFiles.read(home.path(Place.SERVER_CERTIFICATE),
                home.path(Place.SERVER_KEY));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", server.key(), DoctorFiles.PASSWORD,
                new Certificate[]{server.certificate()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, DoctorFiles.PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return FakeServer.on(context.getServerSocketFactory().createServerSocket(0, 16,
                InetAddress.getLoopbackAddress()), FakeKmip::answer);
    }

    private static byte[] answer(byte[] request) throws IOException {
        KmipCodec codec = new KmipCodec();
        try {
            RequestMessage message = codec.decodeRequest(ByteBuffer.wrap(request));
            RequestBatchItem item = message.items().getFirst();
            ResponsePayload payload = switch (item.payload()) {
                case DiscoverVersions.Request _ -> new DiscoverVersions.Response(
                        List.of(KmipVersionPair.of(KmipVersion.V1_4)));
                case Query.Request _ -> Query.Response.of(List.of(), List.of(), "fake");
                case Locate.Request _ -> new Locate.Response(null, List.of("1", "2"));
                case GetAttributes.Request _ -> new GetAttributes.Response("1",
                        AttributeList.of(Attribute.enumeration(AttributeType.STATE, State.ACTIVE),
                                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 12)));
                default -> throw new IOException("not asked by the doctor");
            };
            TtlvItem answer = codec.toItem(new ResponseMessage(
                    ResponseHeader.of(message.header().version(),
                            System.currentTimeMillis() / MILLIS, 1),
                    List.of(ResponseBatchItem.success(item.operation(), null, payload))));
            ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(answer));
            TtlvBinary.encode(answer, out);
            return out.array();
        } catch (KmipFault e) {
            throw new IOException(e);
        }
    }
}

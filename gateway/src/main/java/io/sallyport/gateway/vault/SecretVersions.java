package io.sallyport.gateway.vault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.vault.KmipTalk.Caller;
import io.sallyport.gateway.vault.KmipTalk.Held;
import io.sallyport.gateway.vault.KmipTalk.Refused;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.SetAttribute;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Secrets and their versions as managed objects. Versions of a secret are numbered from 1 without
 * gaps. Called on event loops.
 */
final class SecretVersions {
    private static final int TRIES_MAX = 10;
    private static final int LISTED_MAX = 10_000;
    private static final int PAGE = 100;

    private final KmipTalk talk;
    private final InstantSource clock;

    SecretVersions(KmipTalk talk, InstantSource clock) {
        this.talk = talk;
        this.clock = clock;
    }

    /** The version that is written is not the one after what the writer thinks is the newest. */
    static final class NotCurrent extends Exception {
        private static final long serialVersionUID = 1L;

        NotCurrent() {
            super("The check-and-set does not match.", null, false, false);
        }
    }

    /** What a client wants to be kept. */
    record Content(SecretShape shape, ByteSlice bytes) {}

    /** The version with this number, if it was ever written. */
    Future<Optional<SecretVersion>> version(Caller caller, SecretPath path, int number) {
        AttributeList name = AttributeList.of(
                Attribute.name(VersionAttributes.name(path, number)));
        return talk.ask(caller, new Locate.Request(1, null, null, null, name),
                Locate.Response.class, Locate.Response::uniqueIdentifiers)
                .compose(ids -> ids.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : facts(caller, ids.getFirst(), number).map(Optional::of));
    }

    private Future<SecretVersion> facts(Caller caller, String id, int number) {
        return talk.ask(caller, new GetAttributes.Request(UniqueIdentifier.of(id), List.of()),
                GetAttributes.Response.class,
                answer -> SecretVersion.of(id, number, answer.attributes()));
    }

    /**
     * The version with the highest number. The one with the latest date is where the search
     * begins, and not its end: a clock may have been set back.
     */
    Future<Optional<SecretVersion>> newest(Caller caller, SecretPath path) {
        AttributeList group = AttributeList.of(VersionAttributes.group(path));
        return talk.ask(caller, new Locate.Request(1, null, null, null, group),
                Locate.Response.class, Locate.Response::uniqueIdentifiers)
                .compose(ids -> ids.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : talk.ask(caller,
                                new GetAttributes.Request(UniqueIdentifier.of(ids.getFirst()),
                                        List.of()),
                                GetAttributes.Response.class,
                                answer -> SecretVersion.of(ids.getFirst(),
                                        number(answer.attributes()), answer.attributes()))
                                .compose(found -> climb(caller, path, found)));
    }

    private Future<Optional<SecretVersion>> climb(Caller caller, SecretPath path,
            SecretVersion known) {
        return version(caller, path, known.number() + 1).compose(next -> next.isEmpty()
                ? Future.succeededFuture(Optional.of(known))
                : climb(caller, path, next.get()));
    }

    private static int number(AttributeList attributes) {
        for (String name : attributes.names()) {
            int hash = name.lastIndexOf('#');
            if (hash > 0) {
                return Integer.parseInt(name, hash + 1, name.length(), 10);
            }
        }
        throw new IllegalStateException("A version without its name.");
    }

    /** All versions, from the first. */
    Future<List<SecretVersion>> all(Caller caller, SecretPath path) {
        return from(caller, path, new ArrayList<>());
    }

    private Future<List<SecretVersion>> from(Caller caller, SecretPath path,
            List<SecretVersion> before) {
        return version(caller, path, before.size() + 1).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(before);
            }
            before.add(found.get());
            return from(caller, path, before);
        });
    }

    /** The content of a version, in clear; the caller releases it. */
    Future<Held<Get.Response>> content(Caller caller, SecretVersion version) {
        return talk.hold(caller, Get.Request.of(version.id()), Get.Response.class);
    }

    /**
     * Writes the next version.
     *
     * @param current the number of the newest version as the writer knows it, 0 if there is none;
     *        null to write whatever it is. Fails with {@link NotCurrent} if it is another one
     */
    Future<SecretVersion> write(Caller caller, SecretPath path, Content content,
            @Nullable Integer current) {
        return write(caller, path, content, current, TRIES_MAX);
    }

    private Future<SecretVersion> write(Caller caller, SecretPath path, Content content,
            @Nullable Integer current, int tries) {
        return newest(caller, path).compose(newest -> {
            int number = newest.map(SecretVersion::number).orElse(0);
            if (current != null && current != number) {
                return Future.failedFuture(new NotCurrent());
            }
            long now = clock.instant().getEpochSecond();
            return talk.ask(caller, register(path, number + 1, content, now),
                    Register.Response.class, answer -> new SecretVersion(
                            answer.uniqueIdentifier(), number + 1, content.shape(), now, 0, false))
                    .recover(failure -> isTaken(failure)
                            ? current != null || tries == 1
                                    ? Future.failedFuture(new NotCurrent())
                                    : write(caller, path, content, null, tries - 1)
                            : Future.failedFuture(failure));
        });
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof Refused refused
                && refused.reason() == ResultReason.NON_UNIQUE_NAME_ATTRIBUTE;
    }

    private static RequestPayload register(SecretPath path, int number, Content content,
            long now) {
        AttributeList attributes = VersionAttributes.of(path, number, content.shape(), now);
        if (content.shape().isKey()) {
            int bits = content.bytes().length() * Byte.SIZE;
            return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY), attributes
                    .plus(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                            CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT)),
                    new ManagedObject.SymmetricKey(
                            KeyBlock.raw(content.bytes(), CryptographicAlgorithm.AES, bits)),
                    List.of());
        }
        KeyBlock block = new KeyBlock(Enumerated.of(KeyFormatType.OPAQUE), null,
                new KeyValue.Plain(
                        new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, content.bytes()),
                        AttributeList.EMPTY),
                null, null, null);
        return new Register.Request(Enumerated.of(ObjectType.SECRET_DATA), attributes
                .plus(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, 0)),
                new ManagedObject.SecretData(Enumerated.of(SecretDataType.PASSWORD), block),
                List.of());
    }

    /** Hides a version until it is taken back; its content stays. */
    Future<Void> delete(Caller caller, SecretVersion version) {
        return version.isReadable()
                ? talk.ask(caller, new SetAttribute.Request(UniqueIdentifier.of(version.id()),
                        VersionAttributes.deleted(clock.instant().getEpochSecond())),
                        SetAttribute.Response.class, SetAttribute.Response::uniqueIdentifier)
                        .mapEmpty()
                : Future.succeededFuture();
    }

    /** Shows a hidden version again. */
    Future<Void> undelete(Caller caller, SecretVersion version) {
        return version.deleted() == 0
                ? Future.succeededFuture()
                : talk.ask(caller, new DeleteAttribute.Request(UniqueIdentifier.of(version.id()),
                        VersionAttributes.deletedName(), null, null),
                        DeleteAttribute.Response.class,
                        DeleteAttribute.Response::uniqueIdentifier).mapEmpty();
    }

    /**
     * What is directly below a folder of a mount: secrets, and folders with a slash at their end;
     * each once, in the order of their characters.
     *
     * @param folder empty for the mount itself, else with a slash at its end
     */
    Future<List<String>> list(Caller caller, String mount, String folder) {
        return page(caller, mount, 0, new TreeSet<>(), folder).map(List::copyOf);
    }

    private Future<Set<String>> page(Caller caller, String mount, int offset,
            Set<String> below, String folder) {
        AttributeList group = AttributeList.of(VersionAttributes.mount(mount));
        return talk.ask(caller, new Locate.Request(PAGE, offset, null, null, group),
                Locate.Response.class, Locate.Response::uniqueIdentifiers)
                .compose(ids -> talk.askAll(caller, ids.stream().map(
                        id -> new GetAttributes.Request(UniqueIdentifier.of(id),
                                List.of(AttributeName.of(AttributeType.NAME))))
                        .toList(), GetAttributes.Response.class,
                        answer -> answer.attributes().names())
                        .compose(names -> {
                            names.forEach(some -> some.forEach(
                                    name -> add(below, VersionAttributes.keyOf(name, mount),
                                            folder)));
                            return ids.size() < PAGE || offset + PAGE >= LISTED_MAX
                                    ? Future.succeededFuture(below)
                                    : page(caller, mount, offset + PAGE, below, folder);
                        }));
    }

    private static void add(Set<String> below, String key, String folder) {
        if (key.startsWith(folder) && key.length() > folder.length()) {
            int slash = key.indexOf('/', folder.length());
            below.add(slash < 0 ? key.substring(folder.length())
                    : key.substring(folder.length(), slash + 1));
        }
    }
}

package io.sallyport.kmip.bind;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * One row of a table: how a component of {@code S} travels, and in which versions.
 *
 * @param <S> the record that has the component
 * @param <T> the component
 */
public final class Field<S, T> {

    /** Reads a component out of its record; null leaves the field out. */
    public interface Getter<S, T> {
        @Nullable
        T get(S owner);
    }

    /** No tag: the span says which tags it accepts. */
    private static final int SPAN = 0;

    private final int tag;
    private final SpanCodec<T> codec;
    private final Getter<S, T> getter;
    private final boolean required;
    private final String name;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;
    private final boolean otherwise;

    private Field(int tag, SpanCodec<T> codec, Getter<S, T> getter, boolean required, String name,
            KmipVersion since, @Nullable KmipVersion until, boolean otherwise) {
        this.tag = tag;
        this.codec = codec;
        this.getter = getter;
        this.required = required;
        this.name = name;
        this.since = since;
        this.until = until;
        this.otherwise = otherwise;
    }

    /** A field that must be there exactly once. */
    public static <S, T> Field<S, T> required(int tag, ItemCodec<T> codec, Getter<S, T> getter) {
        return new Field<>(tag, new Spans.Single<>(tag, codec), getter, true, Tag.nameOf(tag),
                KmipVersion.V1_0, null, false);
    }

    /** A field that may be there once. */
    public static <S, T> Field<S, T> optional(int tag, ItemCodec<T> codec, Getter<S, T> getter) {
        return new Field<>(tag, new Spans.Single<>(tag, codec), getter, false, Tag.nameOf(tag),
                KmipVersion.V1_0, null, false);
    }

    /** A field that may be there any number of times. */
    public static <S, T> Field<S, List<T>> repeated(int tag, ItemCodec<T> codec,
            Getter<S, List<T>> getter) {
        return new Field<>(tag, new Spans.Repeated<>(tag, codec), getter, false, Tag.nameOf(tag),
                KmipVersion.V1_0, null, false);
    }

    /** A value that is told by items of several tags. */
    public static <S, T> Field<S, T> span(String name, SpanCodec<T> codec, Getter<S, T> getter) {
        return new Field<>(SPAN, codec, getter, true, name, KmipVersion.V1_0, null, false);
    }

    /** A value that may be told by items of several tags. */
    public static <S, T> Field<S, T> optionalSpan(String name, SpanCodec<T> codec,
            Getter<S, T> getter) {
        return new Field<>(SPAN, codec, getter, false, name, KmipVersion.V1_0, null, false);
    }

    /** The same field, first defined by this version. */
    public Field<S, T> since(KmipVersion version) {
        return new Field<>(tag, codec, getter, required, name, version, until, otherwise);
    }

    /** The same field, no longer defined by this version. */
    public Field<S, T> until(KmipVersion version) {
        return new Field<>(tag, codec, getter, required, name, since, version, otherwise);
    }

    /**
     * The same field, whose value is told in another way in the versions that lack this one: by
     * another field, or by a rule that they all follow.
     */
    public Field<S, T> toldOtherwise() {
        return new Field<>(tag, codec, getter, required, name, since, until, true);
    }

    boolean accepts(int candidate) {
        return tag == SPAN ? codec.accepts(candidate) : tag == candidate;
    }

    /** The value of the items, null if there is none. Any version's field is understood. */
    @Nullable
    T decode(List<TtlvItem> items, KmipVersion version, String structure) throws BindFault {
        return there(codec.decode(items, version), version, structure);
    }

    /** The same for the field's one item. */
    @Nullable
    T decode(TtlvItem item, KmipVersion version, String structure) throws BindFault {
        return there(codec.decode(item, version), version, structure);
    }

    private @Nullable T there(@Nullable T value, KmipVersion version, String structure)
            throws BindFault {
        if (value == null && required && definedIn(version)) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, structure + " lacks " + name);
        }
        return value;
    }

    /** Adds the items of the field; false if it is required and the version cannot say it. */
    boolean encode(S owner, Dialect dialect, List<TtlvItem> out) {
        T value = getter.get(owner);
        if (!definedIn(dialect.version())) {
            if (!otherwise && holdsSomething(value)) {
                dialect.lose(name);
            }
            return true;
        }
        if (value == null) {
            return !required;
        }
        if (codec.encode(value, dialect, out)) {
            return true;
        }
        dialect.lose(name);
        return !required;
    }

    private static boolean holdsSomething(@Nullable Object value) {
        return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    private boolean definedIn(KmipVersion version) {
        return version.atLeast(since) && (until == null || !version.atLeast(until));
    }
}

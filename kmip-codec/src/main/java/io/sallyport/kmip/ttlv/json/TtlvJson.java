package io.sallyport.kmip.ttlv.json;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.Utf8Item;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.TtlvType;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonArray;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonObject;
import io.sallyport.kmip.ttlv.json.JsonValue.JsonText;
import io.sallyport.kmip.ttlv.xml.TtlvNames;
import io.sallyport.kmip.ttlv.xml.WrittenForms;

/**
 * The JSON encoding of items: an object with the members tag, type (without it, a structure) and
 * value. Thread-safe.
 *
 * <p>What it reads and writes lies on the heap as Strings, so that keys must not come this way
 * where the promise is that they do not stay there.
 */
public final class TtlvJson {
    private static final Set<String> MEMBERS = Set.of("tag", "type", "value");
    private static final int TAG_MAX = 0xFFFFFF;

    private final TtlvNames names;
    private final JsonLeaves leaves;

    public TtlvJson(TtlvNames names) {
        this.names = names;
        this.leaves = new JsonLeaves(names);
    }

    /**
     * Reads the one item that the document is. The limits count bytes, depth and items of the
     * document, and bytes of each text.
     */
    public TtlvItem read(ByteBuffer in, TtlvLimits limits) throws TtlvJsonFault {
        return item(JsonReader.read(in, limits), null, limits);
    }

    /** Writes the item in one line. The values are all there, secret or not. */
    public String write(TtlvItem item) {
        StringBuilder out = new StringBuilder();
        write(item, null, out);
        return out.toString();
    }

    private TtlvItem item(JsonValue json, @Nullable String attributeName, TtlvLimits limits)
            throws TtlvJsonFault {
        if (!(json instanceof JsonObject object)) {
            throw new TtlvJsonFault("An item is not an object", json.offset());
        }
        if (!MEMBERS.containsAll(object.members().keySet())) {
            throw new TtlvJsonFault("An item has a member that is not known", json.offset());
        }
        int tag = tag(object);
        TtlvType type = type(object);
        JsonValue value = object.member("value");
        if (value == null) {
            throw new TtlvJsonFault("An item lacks its value", json.offset());
        }
        if (type == TtlvType.STRUCTURE) {
            return structure(tag, value, limits);
        }
        try {
            return leaves.item(tag, type, value, names.meaningOf(tag, attributeName), limits);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TtlvJsonFault("A value is not of the form of its type " + type.xmlName(),
                    value.offset());
        }
    }

    private Structure structure(int tag, JsonValue value, TtlvLimits limits)
            throws TtlvJsonFault {
        if (!(value instanceof JsonArray array)) {
            throw new TtlvJsonFault("The value of a structure is not an array", value.offset());
        }
        List<TtlvItem> items = new ArrayList<>(array.values().size());
        String attributeName = null;
        for (JsonValue child : array.values()) {
            TtlvItem item = item(child, attributeName, limits);
            items.add(item);
            attributeName = nameAfter(item, attributeName);
        }
        return new Structure(tag, items);
    }

    private int tag(JsonObject object) throws TtlvJsonFault {
        if (object.member("tag") instanceof JsonText(int offset, String name)) {
            int tag = name.startsWith("0x") ? hexTag(name, offset) : names.tagOf(name);
            if (tag > 0 && tag <= TAG_MAX) {
                return tag;
            }
        }
        throw new TtlvJsonFault("An item has no tag that is known", object.offset());
    }

    private static int hexTag(String name, int offset) throws TtlvJsonFault {
        try {
            return WrittenForms.parseInt(name);
        } catch (IllegalArgumentException e) {
            throw new TtlvJsonFault("A tag is not a number", offset);
        }
    }

    private static TtlvType type(JsonObject object) throws TtlvJsonFault {
        JsonValue written = object.member("type");
        if (written == null) {
            return TtlvType.STRUCTURE;
        }
        TtlvType type = written instanceof JsonText(int _, String name)
                ? TtlvType.ofXmlName(name)
                : null;
        if (type == null) {
            throw new TtlvJsonFault("The type of an item is not known", written.offset());
        }
        return type;
    }

    /** The name of the attribute whose value comes next. */
    private @Nullable String nameAfter(TtlvItem item, @Nullable String before) {
        return item instanceof Utf8Item text && "AttributeName".equals(names.tagName(item.tag()))
                ? text.text()
                : before;
    }

    private void write(TtlvItem item, @Nullable String attributeName, StringBuilder out) {
        String name = names.tagName(item.tag());
        out.append("{\"tag\":\"")
                .append(name != null ? name : String.format("0x%06X", item.tag())).append('"');
        if (item instanceof Structure structure) {
            out.append(",\"value\":[");
            String named = null;
            for (int i = 0; i < structure.items().size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                TtlvItem child = structure.items().get(i);
                write(child, named, out);
                named = nameAfter(child, named);
            }
            out.append("]}");
            return;
        }
        out.append(",\"type\":\"").append(item.type().xmlName()).append("\",\"value\":");
        leaves.write(item, names.meaningOf(item.tag(), attributeName), out);
        out.append('}');
    }
}

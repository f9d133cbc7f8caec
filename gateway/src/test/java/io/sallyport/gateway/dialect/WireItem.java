package io.sallyport.gateway.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An item as it came.
 *
 * @param value of a leaf; null for a structure
 * @param children of a structure; empty for a leaf
 */
record WireItem(int tag, WireType type, @Nullable WireValue value, List<WireItem> children) {

    static WireItem leaf(int tag, WireValue value) {
        return new WireItem(tag, value.type(), value, List.of());
    }

    static WireItem structure(int tag, List<WireItem> children) {
        return new WireItem(tag, WireType.STRUCTURE, null, List.copyOf(children));
    }

    /** The value of a leaf. */
    WireValue leaf() throws Objection {
        if (value == null) {
            throw new Objection(SpecTables.get().nameOf(tag) + " is a structure");
        }
        return value;
    }

    /** The first child with this name, or null. */
    @Nullable
    WireItem child(String name) {
        int wanted = SpecTables.get().tag(name);
        return children.stream().filter(child -> child.tag == wanted).findFirst().orElse(null);
    }

    /** The child with this name, which has to be there. */
    WireItem need(String name) throws Objection {
        WireItem found = child(name);
        if (found == null) {
            throw new Objection(SpecTables.get().nameOf(tag) + " has no " + name);
        }
        return found;
    }

    /** All children with this name. */
    List<WireItem> all(String name) {
        int wanted = SpecTables.get().tag(name);
        return children.stream().filter(child -> child.tag == wanted).toList();
    }

    boolean is(String name) {
        return tag == SpecTables.get().tag(name);
    }
}

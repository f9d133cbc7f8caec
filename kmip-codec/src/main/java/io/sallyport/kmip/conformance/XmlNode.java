package io.sallyport.kmip.conformance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.xml.XmlElement;

/**
 * One element of a message in the XML encoding, as printed: values are text and may be variables.
 *
 * @param type the item type, or null for a structure
 * @param value the value, or null for a structure
 */
record XmlNode(String name, @Nullable String type, @Nullable String value,
        List<XmlNode> children) {

    static XmlNode of(XmlElement element) {
        return new XmlNode(element.name(), element.attribute("type"), element.attribute("value"),
                element.children().stream().map(XmlNode::of).toList());
    }

    /** The first child with this name. */
    Optional<XmlNode> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** The value of the first child with this name, or an empty text. */
    String text(String childName) {
        return child(childName).map(XmlNode::value).orElse("");
    }

    /** All values of the tree, in order. */
    Stream<String> values() {
        return Stream.concat(Stream.ofNullable(value),
                children.stream().flatMap(XmlNode::values));
    }

    /** The tree as XML text, for reports. */
    String toXml() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        if (type != null) {
            out.append(" type=\"").append(escape(type)).append('"');
        }
        if (value != null) {
            out.append(" value=\"").append(escape(value)).append('"');
        }
        out.append('>');
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

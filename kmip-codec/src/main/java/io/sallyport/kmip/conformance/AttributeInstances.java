package io.sallyport.kmip.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Compares the instances of attributes whatever their index is. Where the server sets several
 * instances by itself, such as the links of a key, no text says which of them comes first.
 */
final class AttributeInstances {
    private static final String INDEX = "AttributeIndex";
    /** An index that is not said is the first one (KMIP 1.4, 2.1.1). */
    private static final String FIRST = "0";

    private AttributeInstances() {}

    /**
     * Takes out of both lists what differs by its index alone, provided that both sides use the
     * same indexes for it.
     *
     * @param equal whether a printed instance and one of the answer are the same
     * @return whether anything was taken out
     */
    static boolean takeRenumbered(List<XmlNode> printed, List<XmlNode> got,
            BiPredicate<XmlNode, XmlNode> equal) {
        List<XmlNode> left = new ArrayList<>(got);
        List<XmlNode> missing = new ArrayList<>();
        List<String> printedIndexes = new ArrayList<>();
        List<String> gotIndexes = new ArrayList<>();
        for (XmlNode field : printed) {
            Optional<XmlNode> found = left.stream()
                    .filter(candidate -> equal.test(unnumbered(field), unnumbered(candidate)))
                    .findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
                printedIndexes.add(index(field));
                gotIndexes.add(index(found.get()));
            } else {
                missing.add(field);
            }
        }
        printedIndexes.sort(null);
        gotIndexes.sort(null);
        if (printedIndexes.isEmpty() || !printedIndexes.equals(gotIndexes)) {
            return false;
        }
        printed.retainAll(missing);
        got.retainAll(left);
        return true;
    }

    /** The name and the index of an instance, which are different for each in an answer. */
    private static String index(XmlNode attribute) {
        return attribute.text("AttributeName") + ' '
                + attribute.child(INDEX).map(XmlNode::value).orElse(FIRST);
    }

    private static XmlNode unnumbered(XmlNode attribute) {
        return new XmlNode(attribute.name(), attribute.type(), attribute.value(), attribute
                .children().stream().filter(child -> !child.name().equals(INDEX)).toList());
    }
}

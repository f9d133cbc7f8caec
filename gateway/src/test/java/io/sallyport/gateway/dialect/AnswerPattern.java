package io.sallyport.gateway.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Holds what came against what a file says has to come. */
final class AnswerPattern {
    private final Variables variables;

    AnswerPattern(Variables variables) {
        this.variables = variables;
    }

    /** Compares all batch items, and keeps what the file names. */
    void match(List<Node> expected, WireItem answer) throws Objection {
        children("the answer", expected, answer.all("BatchItem"));
    }

    private void children(String where, List<Node> expected, List<WireItem> actual)
            throws Objection {
        int rest = expected.indexOf(new Node.Rest());
        List<Node> inOrder = rest < 0 ? expected : expected.subList(0, rest);
        if (actual.size() < inOrder.size()) {
            throw new Objection(where + " ends before " + name(inOrder.get(actual.size())));
        }
        for (int i = 0; i < inOrder.size(); i++) {
            item(where, named(inOrder.get(i)), actual.get(i));
        }
        if (rest < 0 && inOrder.size() < actual.size()) {
            throw new Objection(where + " has one more item: "
                    + SpecTables.get().nameOf(actual.get(inOrder.size()).tag()));
        }
        for (Node node : rest < 0
                ? List.<Node>of()
                : expected.subList(rest + 1, expected.size())) {
            anywhere(where, named(node), actual);
        }
    }

    private static Node.Item named(Node node) {
        if (node instanceof Node.Item item) {
            return item;
        }
        throw new IllegalArgumentException("an answer is read item by item");
    }

    private void anywhere(String where, Node.Item expected, List<WireItem> actual)
            throws Objection {
        Objection last = null;
        for (WireItem item : actual) {
            if (item.tag() == expected.tag()) {
                try {
                    item(where, expected, item);
                    return;
                } catch (Objection e) {
                    last = e;
                }
            }
        }
        throw last != null ? last : new Objection(where + " has no " + name(expected));
    }

    private void item(String where, Node.Item expected, WireItem actual) throws Objection {
        String name = SpecTables.get().nameOf(actual.tag());
        if (actual.tag() != expected.tag()) {
            throw new Objection(where + " has " + name + " in place of " + name(expected));
        }
        String here = where + "/" + name;
        Term term = expected.term();
        if (term == null) {
            children(here, expected.children(), actual.children());
            return;
        }
        if (term instanceof Term.Any(@Nullable WireType type, int length)) {
            boolean right = (type == null || actual.type() == type)
                    && (length < 0 || actual.leaf().length() == length);
            if (!right) {
                throw new Objection(here + " is a " + actual.type() + ", not a " + type
                        + (length < 0 ? "" : " of " + length + " bytes"));
            }
        } else if (!actual.leaf().equals(variables.value(term))) {
            throw new Objection(here + " is " + actual.leaf() + ", not " + variables.value(term));
        }
        if (expected.keep() != null) {
            variables.keep(expected.keep(), actual.leaf());
        }
    }

    private static String name(Node node) {
        return SpecTables.get().nameOf(named(node).tag());
    }
}

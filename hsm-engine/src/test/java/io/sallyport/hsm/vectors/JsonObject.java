package io.sallyport.hsm.vectors;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An object of a vector file. A field that is asked for and absent is an error of the test. */
record JsonObject(Map<String, Object> fields) {
    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return (String) value(name);
    }

    /** A text of hexadecimal digits. */
    byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    int number(String name) {
        return Math.toIntExact((Long) value(name));
    }

    boolean isTrue(String name) {
        return (Boolean) value(name);
    }

    JsonObject object(String name) {
        return (JsonObject) value(name);
    }

    List<JsonObject> objects(String name) {
        return ((List<?>) value(name)).stream().map(JsonObject.class::cast).toList();
    }

    /** The texts of a list; none if the field is absent. */
    List<String> texts(String name) {
        return has(name) ? ((List<?>) value(name)).stream().map(String.class::cast).toList()
                : List.of();
    }

    private Object value(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no " + name + ".");
        }
        return value;
    }
}

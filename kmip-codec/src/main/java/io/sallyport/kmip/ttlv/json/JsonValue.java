package io.sallyport.kmip.ttlv.json;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A value of JSON, with the place where it begins. Values may be secret: nothing prints them. */
sealed interface JsonValue {

    /** Characters from the start of the document. */
    int offset();

    /** Members in the order of the document. */
    record JsonObject(int offset, Map<String, JsonValue> members) implements JsonValue {
        @Nullable
        JsonValue member(String name) {
            return members.get(name);
        }

        @Override
        public String toString() {
            return "JsonObject" + members.keySet();
        }
    }

    record JsonArray(int offset, List<JsonValue> values) implements JsonValue {
        @Override
        public String toString() {
            return "JsonArray of " + values.size();
        }
    }

    record JsonText(int offset, String text) implements JsonValue {
        @Override
        public String toString() {
            return "JsonText";
        }
    }

    /** A number as it is written. */
    record JsonNumber(int offset, String digits) implements JsonValue {
        @Override
        public String toString() {
            return "JsonNumber";
        }
    }

    record JsonBoolean(int offset, boolean value) implements JsonValue {}

    record JsonNull(int offset) implements JsonValue {}
}

package io.sallyport.gateway.dialect;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** What a client remembers from one exchange to the next. Not thread-safe. */
class Variables {
    private final Map<String, WireValue> values = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    void keep(String name, WireValue value) {
        values.put(name, value);
    }

    WireValue get(String name) {
        WireValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing was kept as '" + name + "'");
        }
        return value;
    }

    /** The value that a term stands for. */
    WireValue value(Term term) {
        return switch (term) {
            case Term.Fixed(WireValue value) -> value;
            case Term.Random(int length) -> {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                yield WireValue.bytes(WireType.BYTE_STRING, bytes);
            }
            case Term.Now() -> WireValue.number(WireType.DATE_TIME,
                    System.currentTimeMillis() / 1000);
            case Term.Variable(String name) -> get(name);
            case Term.Concatenation concatenation -> {
                StringBuilder hex = new StringBuilder();
                for (Term part : concatenation.parts()) {
                    hex.append(value(part).hex());
                }
                yield new WireValue(WireType.BYTE_STRING, hex.toString());
            }
            case Term.Any _ -> throw new IllegalArgumentException(
                    "a request says what it sends");
        };
    }
}

package io.sallyport.gateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.vault.JsonText.Member;

/** What bodies of requests say, read where they lie. Stateless. */
final class Bodies {
    private static final int NUMBERS_MAX = 100;
    private static final int NUMBER_DIGITS_MAX = 9;

    private Bodies() {}

    /**
     * A version to write.
     *
     * @param document its content, an object
     * @param members of the document
     * @param checkAndSet the number of the newest version as the writer knows it, or null
     */
    record Written(Member document, List<Member> members, @Nullable Integer checkAndSet) {}

    static Written written(ByteBuffer body) throws MalformedJsonException {
        List<Member> members = JsonText.members(body, 0, body.limit());
        Member document = member(members, "data");
        if (document == null || body.get(document.from()) != '{') {
            throw new MalformedJsonException("there is no object data");
        }
        Member options = member(members, "options");
        Integer current = null;
        if (options != null && body.get(options.from()) == '{') {
            Member set = member(JsonText.members(body, options.from(), options.to()), "cas");
            current = set == null ? null : number(text(body, set).strip());
        }
        return new Written(document,
                JsonText.members(body, document.from(), document.to()), current);
    }

    /** The numbers of the member {@code versions}. */
    static List<Integer> versions(ByteBuffer body) throws MalformedJsonException {
        Member versions = member(JsonText.members(body, 0, body.limit()), "versions");
        if (versions == null || body.get(versions.from()) != '[') {
            throw new MalformedJsonException("there are no versions");
        }
        String inner = text(body, versions).replaceAll("[\\[\\]\\s]", "");
        List<Integer> numbers = new ArrayList<>();
        for (String one : inner.split(",", -1)) {
            numbers.add(number(one));
            if (numbers.size() > NUMBERS_MAX) {
                throw new MalformedJsonException("there are too many versions");
            }
        }
        return numbers;
    }

    private static @Nullable Member member(List<Member> members, String name) {
        return members.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    /** A value that is no secret. */
    private static String text(ByteBuffer body, Member value) {
        byte[] bytes = new byte[value.length()];
        body.get(value.from(), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int number(String text) throws MalformedJsonException {
        if (text.isEmpty() || text.length() > NUMBER_DIGITS_MAX
                || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new MalformedJsonException("a number is none");
        }
        return Integer.parseInt(text);
    }
}

package io.sallyport.gateway.vault;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is. Both parts are compared byte for byte.
 *
 * @param mount one or more segments, as tokens name it
 * @param key the rest, which may hold any character but a control, and slashes
 */
public record SecretPath(String mount, String key) {
    /**
     * Between mount and key in names: no mount has it, so that the key {@code b/c} of the mount
     * {@code a} is not the key {@code c} of the mount {@code a/b}.
     */
    static final String END_OF_MOUNT = ":";

    private static final int LENGTH_MAX = 400;
    private static final Pattern MOUNT = Pattern
            .compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,7}");

    /** Whether this is the name of a mount. */
    public static boolean isMount(String text) {
        return text.length() <= LENGTH_MAX / 2 && MOUNT.matcher(text).matches();
    }

    /** {@code MOUNT:KEY}, or {@code MOUNT/KEY} where the mount is one segment. */
    public static Optional<SecretPath> ofText(String text) {
        int colon = text.indexOf(END_OF_MOUNT);
        int end = colon > 0 && isMount(text.substring(0, colon)) ? colon : text.indexOf('/');
        return end < 0 ? Optional.empty() : of(text.substring(0, end), text.substring(end + 1));
    }

    /** A path, if it is one. */
    static Optional<SecretPath> of(String mount, String key) {
        boolean sound = isMount(mount) && !key.isEmpty() && !key.startsWith("/")
                && !key.endsWith("/") && mount.length() + key.length() < LENGTH_MAX
                && key.codePoints().noneMatch(Character::isISOControl)
                && !("/" + key + "/").contains("/../") && !("/" + key + "/").contains("/./")
                && !key.contains("//");
        return sound ? Optional.of(new SecretPath(mount, key)) : Optional.empty();
    }

    /** Mount and key, as one text that no other path has. */
    public String text() {
        return mount + END_OF_MOUNT + key;
    }
}

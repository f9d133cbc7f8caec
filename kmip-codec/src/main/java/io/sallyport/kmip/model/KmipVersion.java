package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/** The protocol versions, oldest first, so that {@code compareTo} orders them by age. */
public enum KmipVersion {
    V1_0(1, 0), V1_1(1, 1), V1_2(1, 2), V1_3(1, 3), V1_4(1, 4), V2_0(2, 0), V2_1(2, 1), V3_0(3, 0);

    private final int major;
    private final int minor;

    KmipVersion(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    public int major() {
        return major;
    }

    public int minor() {
        return minor;
    }

    /** Whether this is the other version or a later one. */
    public boolean atLeast(KmipVersion other) {
        return compareTo(other) >= 0;
    }

    /** The version with these numbers, or null where no such version is known. */
    public static @Nullable KmipVersion of(int major, int minor) {
        return switch (major) {
            case 1 -> switch (minor) {
                case 0 -> V1_0;
                case 1 -> V1_1;
                case 2 -> V1_2;
                case 3 -> V1_3;
                case 4 -> V1_4;
                default -> null;
            };
            case 2 -> minor == 0 ? V2_0 : minor == 1 ? V2_1 : null;
            case 3 -> minor == 0 ? V3_0 : null;
            default -> null;
        };
    }

    /** As written by people: "1.4". */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}

package io.sallyport.gateway.canary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the 16-byte pieces of needles in bytes that come chunk by chunk. A filter over the first
 * four bytes of the pieces keeps it fast. One thread.
 */
final class NeedleSearch {
    private static final int PIECE_BYTES = 16;
    private static final int PREFIX_BYTES = 4;
    private static final int FILTER_BITS = 20;
    private static final int FILTER_FACTOR = 0x9E3779B1;

    private final Map<Integer, List<Piece>> byPrefix = new HashMap<>();
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final Map<String, Integer> byPlace = new TreeMap<>();
    private int longest;
    private int whole;
    private int halves;
    private long bytesRead;
    private long bytesUnread;

    /** A search for needles that are each at least 16 bytes long. */
    NeedleSearch(List<Needle> needles) {
        for (Needle needle : needles) {
            if (needle.length() < PIECE_BYTES) {
                throw new IllegalArgumentException("A needle is too short to be sure of.");
            }
            longest = Math.max(longest, needle.length());
            for (int from = 0; from + PIECE_BYTES <= needle.length(); from += PIECE_BYTES) {
                int prefix = 0;
                for (int i = 0; i < PREFIX_BYTES; i++) {
                    prefix = (prefix << Byte.SIZE) | (needle.at(from + i) & 0xFF);
                }
                byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>())
                        .add(new Piece(needle, from));
                filter[slot(prefix) >>> 6] |= 1L << slot(prefix);
            }
        }
    }

    private record Piece(Needle needle, int from) {}

    /** How much of a chunk has to be repeated at the start of the next one. */
    int overlapBytes() {
        return longest;
    }

    /** Looks at all of these bytes. */
    void in(String place, byte[] bytes) {
        in(place, bytes, bytes.length, bytes.length);
    }

    /** Looks for what begins in the first {@code startsBefore} of the first {@code length} bytes. */
    void in(String place, byte[] bytes, int length, int startsBefore) {
        bytesRead += Math.min(startsBefore, length);
        int end = Math.min(startsBefore, length - PIECE_BYTES + 1);
        int prefix = 0;
        for (int i = 0; i < PREFIX_BYTES - 1 && end > 0; i++) {
            prefix = (prefix << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        for (int at = 0; at < end; at++) {
            prefix = (prefix << Byte.SIZE) | (bytes[at + PREFIX_BYTES - 1] & 0xFF);
            int slot = slot(prefix);
            if ((filter[slot >>> 6] & 1L << slot) != 0) {
                compare(place, prefix, bytes, length, at);
            }
        }
    }

    /** Takes note of bytes that nobody could read. */
    void unread(long bytes) {
        bytesUnread += bytes;
    }

    Findings findings() {
        return new Findings(whole, halves, new TreeMap<>(byPlace), bytesRead, bytesUnread);
    }

    private void compare(String place, int prefix, byte[] bytes, int length, int at) {
        for (Piece piece : byPrefix.getOrDefault(prefix, List.of())) {
            Needle needle = piece.needle;
            if (needle.hasAt(piece.from, PIECE_BYTES, bytes, at)) {
                halves++;
                byPlace.merge(place + ": " + needle.name(), 1, Integer::sum);
                if (piece.from == 0 && at + needle.length() <= length
                        && needle.hasAt(0, needle.length(), bytes, at)) {
                    whole++;
                }
            }
        }
    }

    private static int slot(int prefix) {
        return (prefix * FILTER_FACTOR) >>> (Integer.SIZE - FILTER_BITS);
    }
}

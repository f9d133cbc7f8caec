package io.sallyport.gateway.canary;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a search found.
 *
 * @param whole copies of whole needles
 * @param halves copies of 16-byte pieces at a multiple of 16 within a needle, those within whole
 *        copies included
 * @param byPlace found pieces by place and needle
 * @param bytesRead how much was looked at
 * @param bytesUnread how much could not be looked at
 */
record Findings(int whole, int halves, Map<String, Integer> byPlace, long bytesRead,
        long bytesUnread) {

    /** What both found together. */
    Findings plus(Findings other) {
        Map<String, Integer> places = new TreeMap<>(byPlace);
        other.byPlace.forEach((place, count) -> places.merge(place, count, Integer::sum));
        return new Findings(whole + other.whole, halves + other.halves, places,
                bytesRead + other.bytesRead, bytesUnread + other.bytesUnread);
    }
}

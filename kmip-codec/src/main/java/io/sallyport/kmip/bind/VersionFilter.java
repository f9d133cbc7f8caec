package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.TagCodes;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Keeps items that no table describes (attribute values, server information) within a version: tags
 * and enumeration values that the version does not define fall away, or can't be said at all: that
 * is for the dialect to decide.
 */
public final class VersionFilter {
    private static final int VENDOR_PREFIX = 0x54;
    private static final long MICROS = 1_000_000L;

    private VersionFilter() {}

    /** The item as the version can say it, or null if it cannot. */
    public static @Nullable TtlvItem only(TtlvItem item, Dialect dialect) {
        TtlvItem kept = switch (item) {
            case TtlvItem.Structure(int tag, List<TtlvItem> items) ->
                new TtlvItem.Structure(tag, only(items, dialect));
            case TtlvItem.EnumerationItem(int tag, int code) ->
                TagCodes.definedIn(tag, code, dialect.version()) ? item : null;
            case TtlvItem.DateTimeExtendedItem(int tag, long micros) ->
                dialect.atLeast(KmipVersion.V2_0) ? item : inSeconds(tag, micros, dialect);
            case TtlvItem.IdentifierItem _,TtlvItem.ReferenceItem _,TtlvItem.NameReferenceItem _ ->
                dialect.atLeast(KmipVersion.V3_0) ? item : null;
            default -> item;
        };
        if (kept == null) {
            dialect.lose("this value of " + Tag.nameOf(item.tag()));
        }
        return kept;
    }

    private static List<TtlvItem> only(List<TtlvItem> items, Dialect dialect) {
        List<TtlvItem> kept = new ArrayList<>(items.size());
        for (TtlvItem child : items) {
            if (!definesTag(child.tag(), dialect.version())) {
                dialect.lose(Tag.nameOf(child.tag()));
                continue;
            }
            TtlvItem same = only(child, dialect);
            if (same != null) {
                kept.add(same);
            }
        }
        return kept;
    }

    private static TtlvItem inSeconds(int tag, long micros, Dialect dialect) {
        if (Math.floorMod(micros, MICROS) != 0) {
            dialect.lose("fractions of a second");
        }
        return new TtlvItem.DateTimeItem(tag, Math.floorDiv(micros, MICROS));
    }

    private static boolean definesTag(int tag, KmipVersion version) {
        return tag >> 16 == VENDOR_PREFIX || Tag.definedIn(tag, version);
    }
}

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
 * and enumeration values that the version does not define fall away.
 */
public final class VersionFilter {
    private static final int VENDOR_PREFIX = 0x54;

    private VersionFilter() {}

    /** The item as the version can say it, or null if it cannot. */
    public static @Nullable TtlvItem only(TtlvItem item, KmipVersion version) {
        return switch (item) {
            case TtlvItem.Structure(int tag, List<TtlvItem> items) -> {
                List<TtlvItem> kept = new ArrayList<>(items.size());
                for (TtlvItem child : items) {
                    TtlvItem same = definesTag(child.tag(), version) ? only(child, version) : null;
                    if (same != null) {
                        kept.add(same);
                    }
                }
                yield new TtlvItem.Structure(tag, kept);
            }
            case TtlvItem.EnumerationItem(int tag, int code) ->
                TagCodes.definedIn(tag, code, version) ? item : null;
            case TtlvItem.DateTimeExtendedItem(int tag, long micros) ->
                version.atLeast(KmipVersion.V2_0) ? item
                        : new TtlvItem.DateTimeItem(tag, Math.floorDiv(micros, 1_000_000L));
            case TtlvItem.IdentifierItem _,TtlvItem.ReferenceItem _,TtlvItem.NameReferenceItem _ ->
                version.atLeast(KmipVersion.V3_0) ? item : null;
            default -> item;
        };
    }

    private static boolean definesTag(int tag, KmipVersion version) {
        return tag >> 16 == VENDOR_PREFIX || Tag.definedIn(tag, version);
    }
}

package io.sallyport.gateway.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.hsm.object.KeyState;

/**
 * In which states the objects that a search is about can be stored. Dates bring an object from
 * Pre-Active to Active and to Deactivated without a change of its row. Stateless.
 */
final class StoredStates {

    private StoredStates() {}

    /** The states outside of which no row matches. May be empty. */
    static Set<KeyState> of(List<Filter> filters) {
        Set<KeyState> states = EnumSet.allOf(KeyState.class);
        for (Filter filter : filters) {
            switch (filter) {
                case Filter.PropertyEquals(Property property, long wanted) -> {
                    if (property == Property.STATE) {
                        states.removeIf(stored -> !canBecome(stored, wanted));
                    }
                }
                case Filter.Destroyed(boolean destroyed) ->
                    states.removeIf(stored -> stored.isDestroyed() != destroyed);
                case Filter.Storage storage -> states.removeIf(stored -> stored.isDestroyed()
                        ? !storage.destroyed()
                        : !storage.onLine() && !storage.archived());
                case Filter.DateRange _,Filter.UsageMask _,Filter.Id _ -> {
                }
                case Filter.HasAttribute _,Filter.NoOtherValue _ -> {
                }
            }
        }
        return states;
    }

    /** Whether the dates can bring it about, or nothing has to. */
    private static boolean canBecome(KeyState stored, long wanted) {
        return stored.code() == wanted
                || (stored.code() < wanted && wanted <= KeyState.DEACTIVATED.code());
    }
}

package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusedItemsTest {
    private final RefusedItems items = new RefusedItems();

    @Test
    void theLastOfEachOperationAndReasonIsKept() {
        items.note(item("db", "Get", "first"));
        items.note(item("db", "Get", "second"));
        items.note(item("db", "Encrypt", "third"));
        assertThat(items.of("db")).extracting(RefusedItem::text).containsExactly("second",
                "third");
        assertThat(items.of("other")).isEmpty();
    }

    @Test
    void aClientThatInventsOperationsPushesOutOnlyItsOwn() {
        items.note(item("db", "Get", "kept"));
        for (int i = 0; i < 10_000; i++) {
            items.note(item("inventor", "0x" + i, "new"));
        }
        assertThat(items.of("inventor")).hasSize(RefusedItems.PER_CLIENT_MAX);
        assertThat(items.of("db")).hasSize(1);
    }

    @Test
    void manyClientsAreForgottenInTheirOrder() {
        for (int i = 0; i < 10 * RefusedItems.CLIENTS_MAX; i++) {
            items.note(item("client " + i, "Get", "text"));
        }
        assertThat(items.of("client 0")).isEmpty();
        assertThat(items.of("client " + (10 * RefusedItems.CLIENTS_MAX - 1))).hasSize(1);
    }

    private static RefusedItem item(String client, String operation, String text) {
        return new RefusedItem(client, operation, "PermissionDenied", null, text, 0);
    }
}

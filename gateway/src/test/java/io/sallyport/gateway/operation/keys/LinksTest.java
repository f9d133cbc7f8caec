package io.sallyport.gateway.operation.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.LinkType;

class LinksTest {
    @Test
    void aBasePointsToTheFirstThousandKeysThatWereDerivedFromIt() {
        AttributeList base = Links.with(new AttributeList(List.of()),
                LinkType.PUBLIC_KEY_LINK, "other");
        for (int key = 0; key <= Links.DERIVED_KEYS_MAX; key++) {
            base = Links.withDerived(base, "derived-" + key);
        }
        assertThat(Links.targets(base, LinkType.DERIVED_KEY_LINK))
                .hasSize(Links.DERIVED_KEYS_MAX).startsWith("derived-0")
                .doesNotContain("derived-" + Links.DERIVED_KEYS_MAX);
        assertThat(Links.targets(base, LinkType.PUBLIC_KEY_LINK)).containsExactly("other");
    }
}

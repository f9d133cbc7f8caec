package io.sallyport.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.gateway.authorisation.Access;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;

/** A new operation is for crypto users, until somebody changes these lists on purpose. */
class OperationAccessTest {
    private static final Set<Operation> ANYBODY = EnumSet.of(Operation.DISCOVER_VERSIONS,
            Operation.QUERY, Operation.PING, Operation.POLL, Operation.CANCEL, Operation.PROCESS,
            Operation.QUERY_ASYNCHRONOUS_REQUESTS, Operation.LOGIN, Operation.LOGOUT,
            Operation.DELEGATED_LOGIN);
    private static final Set<Operation> OPERATOR = EnumSet.of(Operation.CREATE,
            Operation.ACTIVATE, Operation.LOCATE, Operation.GET_ATTRIBUTES,
            Operation.GET_ATTRIBUTE_LIST, Operation.REVOKE, Operation.DESTROY,
            Operation.SET_CONSTRAINTS, Operation.GET_CONSTRAINTS, Operation.SET_DEFAULTS);

    @Test
    void onlyWhatReadsAndUsesNoMaterialIsForOthersThanCryptoUsers() {
        OperationTable table = new OperationTable("test", RngSeeding.ALL);
        for (KmipVersion version : OperationTable.VERSIONS) {
            for (Operation operation : table.served(version)) {
                Access expected = ANYBODY.contains(operation)
                        ? Access.ANYBODY
                        : OPERATOR.contains(operation)
                                ? Access.CRYPTO_USER_OR_OPERATOR
                                : Access.CRYPTO_USER;
                KmipOperation<?> served =
                        Objects.requireNonNull(table.find(operation, version));
                assertThat(served.access()).as(operation.xmlName()).isEqualTo(expected);
            }
        }
    }
}

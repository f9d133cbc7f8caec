package io.sallyport.gateway.operation.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;

class NewPairTest {
    private static final AttributeList ML_DSA = AttributeList
            .of(Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                    CryptographicAlgorithm.ML_DSA_44));

    @Test
    void aPostQuantumPairIsKnownByItsAlgorithmAlone() throws Exception {
        assertThat(NewPair.of(ML_DSA, AttributeList.EMPTY, KmipVersion.V3_0))
                .isEqualTo(new NewPair(CryptographicAlgorithm.ML_DSA_44.code(),
                        1312 * Byte.SIZE, 0, KeyFormatType.PKCS_8, KeyFormatType.X_509));
    }

    @Test
    void aVersionThatDoesNotDefineTheAlgorithmHasNoSuchPair() {
        assertThatThrownBy(() -> NewPair.of(ML_DSA, AttributeList.EMPTY, KmipVersion.V2_1))
                .isInstanceOf(OperationFault.class);
    }
}

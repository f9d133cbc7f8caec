package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * A managed object as it travels (KMIP 2.1 section 2, 1.4 section 2.2). Its bytes are views on
 * the message.
 */
public sealed interface ManagedObject {

    /** The Object Type of this object. */
    ObjectType type();

    /** The key block, or null for an object that has none. */
    default @Nullable KeyBlock keyBlock() {
        return switch (this) {
            case SymmetricKey(KeyBlock block) -> block;
            case PublicKey(KeyBlock block) -> block;
            case PrivateKey(KeyBlock block) -> block;
            case SecretData(Enumerated<SecretDataType> _, KeyBlock block) -> block;
            case SplitKey split -> split.block();
            case PgpKey(int _, KeyBlock block) -> block;
            case Certificate _,CertificateRequest _,OpaqueObject _,Template _ -> null;
        };
    }

    record SymmetricKey(KeyBlock block) implements ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.SYMMETRIC_KEY;
        }
    }

    record PublicKey(KeyBlock block) implements ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.PUBLIC_KEY;
        }
    }

    record PrivateKey(KeyBlock block) implements ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.PRIVATE_KEY;
        }
    }

    record SecretData(Enumerated<SecretDataType> secretType, KeyBlock block)
            implements
                ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.SECRET_DATA;
        }
    }

    record OpaqueObject(Enumerated<OpaqueDataType> opaqueType, ByteSlice value)
            implements
                ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.OPAQUE_OBJECT;
        }
    }

    record Certificate(Enumerated<CertificateType> certificateType, ByteSlice value)
            implements
                ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.CERTIFICATE;
        }
    }

    /** Since 2.0. */
    record CertificateRequest(Enumerated<CertificateRequestType> requestType, ByteSlice value)
            implements
                ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.CERTIFICATE_REQUEST;
        }
    }

    /** One part of a key that was split. */
    record SplitKey(int parts, int partIdentifier, int threshold,
            Enumerated<SplitKeyMethod> method, @Nullable ByteSlice primeFieldSize,
            @Nullable Enumerated<SplitKeyPolynomial> polynomial, KeyBlock block)
            implements
                ManagedObject {
        /** A part as it is until 2.1, where the method tells the polynomial. */
        public SplitKey(int parts, int partIdentifier, int threshold,
                Enumerated<SplitKeyMethod> method, @Nullable ByteSlice primeFieldSize,
                KeyBlock block) {
            this(parts, partIdentifier, threshold, method, primeFieldSize, null, block);
        }

        @Override
        public ObjectType type() {
            return ObjectType.SPLIT_KEY;
        }
    }

    /** A set of attributes under a name; until 1.4. */
    record Template(AttributeList attributes) implements ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.TEMPLATE;
        }
    }

    /** Since 1.2. */
    record PgpKey(int version, KeyBlock block) implements ManagedObject {
        @Override
        public ObjectType type() {
            return ObjectType.PGP_KEY;
        }
    }
}

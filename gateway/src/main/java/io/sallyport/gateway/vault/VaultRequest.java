package io.sallyport.gateway.vault;

import org.jspecify.annotations.Nullable;

/** What a client wants, read off method, path and query. */
sealed interface VaultRequest {

    /** Whether a token that writes nothing may ask. */
    default boolean isReading() {
        return switch (this) {
            case Read _,List _,ReadMetadata _,Config _,Mount _,Tune _,LookupSelf _ -> true;
            case Write _,Delete _,DeleteVersions _,UndeleteVersions _,Destroy _ -> false;
        };
    }

    /** Content of a version; of the newest without a number. */
    record Read(SecretPath path, @Nullable Integer version) implements VaultRequest {}

    /** The next version; what it holds is in the body. */
    record Write(SecretPath path) implements VaultRequest {}

    /** Hides the newest version. */
    record Delete(SecretPath path) implements VaultRequest {}

    /** Hides the versions that the body names. */
    record DeleteVersions(SecretPath path) implements VaultRequest {}

    /** Shows the versions that the body names. */
    record UndeleteVersions(SecretPath path) implements VaultRequest {}

    /** Would erase content for ever: the operator's to do, and refused here. */
    record Destroy(SecretPath path) implements VaultRequest {}

    /**
     * Names below a folder.
     *
     * @param folder empty for the mount itself, else with a slash at its end
     */
    record List(String mount, String folder) implements VaultRequest {}

    /** The versions of a secret, without content. */
    record ReadMetadata(SecretPath path) implements VaultRequest {}

    /** The settings of a mount. */
    record Config(String mount) implements VaultRequest {}

    /** What a mount is. */
    record Mount(String mount) implements VaultRequest {}

    /** What a mount is, in the form of its tuning. */
    record Tune(String mount) implements VaultRequest {}

    /** What the token itself may do. */
    record LookupSelf() implements VaultRequest {}
}

package io.sallyport.ignite;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.apache.ignite.spi.IgniteSpiAdapter;
import org.apache.ignite.spi.IgniteSpiException;
import org.apache.ignite.spi.encryption.EncryptionSpi;
import org.jspecify.annotations.Nullable;

/**
 * Ignite's encryption plugin with the master key in Sallyport (or another KMIP 1.4 server).
 *
 * <pre>{@code
 * SallyportEncryptionSpi encryption = new SallyportEncryptionSpi();
 * encryption.setServers("kms-1.example.com:5696,kms-2.example.com:5696");
 * encryption.setCaCertificateFile("/etc/ignite/sallyport/ca.pem");
 * encryption.setClientCertificateFile("/etc/ignite/sallyport/client.pem");
 * encryption.setClientKeyFile("/etc/ignite/sallyport/client-key.pem");
 * encryption.setMasterKeyName("orders.master");
 * ignite.setEncryptionSpi(encryption);
 * }</pre>
 *
 * The setters are for use before the node starts; everything else is safe for threads. A node whose
 * gateway does not answer, or that has no such master key, does not start. Once a node runs it
 * needs the gateway only to make, take over or re-wrap group keys. Group keys in the memory of the
 * database are Ignite's to protect.
 */
public final class SallyportEncryptionSpi extends IgniteSpiAdapter implements EncryptionSpi {
    /** The master key's name when none is set; the same as in Ignite's own plugin. */
    public static final String DEFAULT_MASTER_KEY_NAME = "ignite.master.key";

    private static final DataCipher RECORDS = DataCipher.ofRecords();
    private static final DataCipher PAGES = DataCipher.ofPages();

    private final ServerSettings.Builder settings = ServerSettings.builder();
    private final MasterKeysFactory connect;

    private volatile String masterKeyName = DEFAULT_MASTER_KEY_NAME;
    private volatile @Nullable MasterKey masterKey;
    private volatile @Nullable MasterKeys gateway;

    /** Makes the plugin as Ignite's configuration does. */
    public SallyportEncryptionSpi() {
        this(KmipMasterKeys::connect);
    }

    SallyportEncryptionSpi(MasterKeysFactory connect) {
        this.connect = connect;
    }

    /** How the plugin comes to its gateway when the node starts. */
    @FunctionalInterface
    interface MasterKeysFactory {
        MasterKeys connect(ServerSettings settings) throws MasterKeyException;
    }

    /** Gateways in the order in which they are tried: {@code host:port}, separated by commas. */
    public void setServers(String servers) {
        settings.servers(servers);
    }

    /** PEM file with the certificate authority of the gateway. */
    public void setCaCertificateFile(String file) {
        settings.caCertificate(Path.of(file));
    }

    /** PEM file with this database's certificate; goes with {@link #setClientKeyFile}. */
    public void setClientCertificateFile(String file) {
        settings.clientCertificate(Path.of(file));
    }

    /** PEM file with this database's private key (PKCS #8, not encrypted). */
    public void setClientKeyFile(String file) {
        settings.clientKey(Path.of(file));
    }

    /** PKCS #12 file with certificate and private key, in place of the two PEM files. */
    public void setClientKeyStoreFile(String file) {
        settings.clientKeyStore(Path.of(file));
    }

    /** Password of the PKCS #12 file. */
    public void setClientKeyStorePassword(char[] password) {
        settings.clientKeyStorePassword(password);
    }

    /** How long connecting to one gateway may take, in milliseconds; 5000 if not set. */
    public void setConnectTimeoutMillis(long millis) {
        settings.connectTimeout(Duration.ofMillis(millis));
    }

    /** How long one question may take over all gateways, in milliseconds; 15000 if not set. */
    public void setRequestTimeoutMillis(long millis) {
        settings.requestTimeout(Duration.ofMillis(millis));
    }

    /**
     * Whether a master key that does not exist is made in the gateway; false if not set. With
     * {@code true} a misspelt name in {@code changeMasterKey} makes a new key, so leave it off
     * where an operator makes the keys.
     */
    public void setCreateMissingKeys(boolean create) {
        settings.createMissingKeys(create);
    }

    @Override
    public void spiStart(@Nullable String igniteInstanceName) throws IgniteSpiException {
        startStopwatch();
        MasterKeys connected = null;
        try {
            connected = connect.connect(settings.build());
            MasterKey found = connected.find(masterKeyName);
            gateway = connected;
            masterKey = found;
        } catch (MasterKeyException e) {
            if (connected != null) {
                connected.close();
            }
            throw new IgniteSpiException("This node does not start without its master key '"
                    + masterKeyName + "': " + e.getMessage(), e);
        }
        if (log != null && log.isInfoEnabled()) {
            log.info("Master key '" + masterKeyName + "' is in use through the gateway.");
        }
    }

    @Override
    public void spiStop() {
        MasterKeys connected = gateway;
        gateway = null;
        masterKey = null;
        if (connected != null) {
            connected.close();
        }
    }

    @Override
    public byte[] masterKeyDigest() {
        return current().digest();
    }

    @Override
    public byte[] masterKeyDigest(String name) {
        return find(name).digest();
    }

    @Override
    public String getMasterKeyName() {
        return masterKeyName;
    }

    /**
     * Chooses the master key: before the start the one to open with, later the one to change to.
     *
     * @throws IgniteSpiException if the node runs and the gateway has no such key
     */
    @Override
    public void setMasterKeyName(String name) throws IgniteSpiException {
        if (gateway != null) {
            masterKey = find(name);
        }
        masterKeyName = name;
    }

    @Override
    public Serializable create() {
        return GroupKey.random();
    }

    @Override
    public byte[] encryptKey(Serializable key) {
        return wrap((GroupKey) key, current());
    }

    @Override
    public byte[] encryptKey(Serializable key, String name) {
        return wrap((GroupKey) key, find(name));
    }

    @Override
    public Serializable decryptKey(byte[] wrapped) {
        return unwrap(wrapped, current());
    }

    @Override
    public Serializable decryptKey(byte[] wrapped, String name) {
        return unwrap(wrapped, find(name));
    }

    @Override
    public void encrypt(ByteBuffer clear, Serializable key, ByteBuffer encrypted) {
        RECORDS.encrypt(clear, (GroupKey) key, encrypted);
    }

    @Override
    public void encryptNoPadding(ByteBuffer clear, Serializable key, ByteBuffer encrypted) {
        PAGES.encrypt(clear, (GroupKey) key, encrypted);
    }

    @Override
    public byte[] decrypt(byte[] encrypted, Serializable key) {
        return RECORDS.decrypt(encrypted, (GroupKey) key);
    }

    @Override
    public void decrypt(ByteBuffer encrypted, Serializable key, ByteBuffer clear) {
        RECORDS.decrypt(encrypted, (GroupKey) key, clear);
    }

    @Override
    public void decryptNoPadding(ByteBuffer encrypted, Serializable key, ByteBuffer clear) {
        PAGES.decrypt(encrypted, (GroupKey) key, clear);
    }

    @Override
    public int encryptedSize(int dataSize) {
        return DataCipher.recordBytes(dataSize);
    }

    @Override
    public int encryptedSizeNoPadding(int dataSize) {
        return DataCipher.pageBytes(dataSize);
    }

    @Override
    public int blockSize() {
        return DataCipher.BLOCK_BYTES;
    }

    private byte[] wrap(GroupKey key, MasterKey master) {
        byte[] material = key.material();
        try {
            MasterKeys.Sealed sealed = connected().encrypt(master, material,
                    WrappedGroupKey.context(master));
            return new WrappedGroupKey(master, sealed).toBytes();
        } catch (MasterKeyException e) {
            throw new IgniteSpiException("A group key can't be wrapped by master key '"
                    + master.name() + "': " + e.getMessage(), e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private GroupKey unwrap(byte[] bytes, MasterKey master) {
        try {
            WrappedGroupKey wrapped = WrappedGroupKey.parse(bytes);
            if (!wrapped.master().equals(master)) {
                throw new MasterKeyException("it was wrapped by '" + wrapped.master().name()
                        + "', key " + wrapped.master().uniqueIdentifier() + " of the gateway.");
            }
            return GroupKey.taking(connected().decrypt(master, wrapped.sealed(),
                    WrappedGroupKey.context(master)));
        } catch (MasterKeyException | IllegalArgumentException e) {
            throw new IgniteSpiException("A group key can't be unwrapped by master key '"
                    + master.name() + "': " + e.getMessage(), e);
        }
    }

    private MasterKey find(String name) {
        try {
            return connected().find(name);
        } catch (MasterKeyException e) {
            throw new IgniteSpiException("Master key '" + name + "' is not usable: "
                    + e.getMessage(), e);
        }
    }

    private MasterKey current() {
        MasterKey key = masterKey;
        if (key == null) {
            throw new IgniteSpiException("The encryption plugin is not started.");
        }
        return key;
    }

    private MasterKeys connected() {
        MasterKeys connected = gateway;
        if (connected == null) {
            throw new IgniteSpiException("The encryption plugin is not started.");
        }
        return connected;
    }
}

package io.sallyport.hsm.crypto;

/** The primitive transformations that the engine takes from the module's provider. */
public enum Transformation {
    AES_ECB("AES/ECB/NoPadding", "AES"), AES_CBC("AES/CBC/NoPadding", "AES"),
    AES_CTR("AES/CTR/NoPadding", "AES"), AES_GCM("AES/GCM/NoPadding", "AES"),
    AES_KW("AES/KW/NoPadding", "AES"), AES_KWP("AES/KWP/NoPadding", "AES"),
    AES_CFB("AES/CFB/NoPadding", "AES"), AES_OFB("AES/OFB/NoPadding", "AES"),
    DES3_ECB("DESede/ECB/NoPadding", "DESede"), DES3_CBC("DESede/CBC/NoPadding", "DESede"),
    DES3_CFB("DESede/CFB/NoPadding", "DESede"), DES3_OFB("DESede/OFB/NoPadding", "DESede"),
    AES_PCBC("AES/PCBC/NoPadding", "AES"), DES3_PCBC("DESede/PCBC/NoPadding", "DESede"),
    CHACHA20_POLY1305("ChaCha20-Poly1305", "ChaCha20"),
    /** Which the JDK does not have; the engine has one of its own on AES. */
    AES_CCM("AES/CCM/NoPadding", "AES");

    private final String jcaName;
    private final String keyAlgorithm;

    Transformation(String jcaName, String keyAlgorithm) {
        this.jcaName = jcaName;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** Its name in the JDK. */
    public String jcaName() {
        return jcaName;
    }

    String keyAlgorithm() {
        return keyAlgorithm;
    }
}

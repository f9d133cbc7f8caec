package io.sallyport.hsm.crypto;

/** An RSA key that is no secret, and its PKCS#1 v1.5 signature of "abc" with SHA-256. */
final class RsaKnownAnswer {
    /** PKCS#1, of 2048 bits: no module with approved services alone takes less. */
    static final String KEY =
            "308204a30201000282010100e43d07f66e4e4c6622aed6a82f343f901d426e600f6a10e9431c"
                    + "8bf8126c2560580feb09648f88af4ced4e7ce3629b67a4fac1212540c804a22ec874e22d7773"
                    + "458ade4b18c315fc0909d3c63b3cd544fcd55daffa99d4771aa6718cbfd579467e0b8680fb24"
                    + "241afc32f65c3314af688a1b419902507e5fd36d74f8e31787c32225a1ba831b030ccd52d460"
                    + "a1139ce90ccb4af3ab6b668d8378dde4fbe94aafc7f3aa33eaf9727124ed3c66806fcb8fc55e"
                    + "a6d13131f9ad5fe7b5c6b0a340e404fe746f2cd7575b95230dfec0fadc3dfc1694aaeaf54f15"
                    + "0adf5d372d566200e98db9f18b3256f2370fa702f76e75c333fd602a7a6d2c8b5f1d90e16e30"
                    + "5fa102030100010282010001c273b1836bb09c97f75b99cbd55e091524aa37acdebf37212892"
                    + "eeac6baf8514e0b889e7bfd088b371dfe948127e4ab803a3e206c8bf5203d313020dad568ea9"
                    + "b256a0e315bbf167bb6ee9c812a1bd48aab7707020e7f9ac17ace7ee21adefec7057cede40ca"
                    + "d3776ec825f151df4151d14079f6c1da9b900477c2a4738dbd2066ad41df9ba0e85e5003a7d6"
                    + "16660c267a3e76b5e34ff3fe8e11ab534009baa74710fb197cd952569e37dbb7097f5b1e65e0"
                    + "c6ae23365d153cd62c13fa0a4732e4bd1ae96a04ca2f57e1eaaf009d58d5e117b458d36333c5"
                    + "a15c8be80ad218bfbc1592f298456b9fa04dd6d51b6cb31a6f48f295b1a9b051a048849577a5"
                    + "f102818100fe2b7b1315c4d8ba0572c24363947d1dc68f43c9c0c660a640eaf934ae0ca2d3c8"
                    + "c6a08401f31ae428bfcc6137423869eeb1c79c8189364ed6dea5e8da86cf98d8d80e61425ba0"
                    + "8eb5ada6d6a787427e49e911336bf1e56cca58d9c1e7e1738795db607f18686894f135fee08c"
                    + "8606766ffe162216eb86ad39ee4f88846d652902818100e5e1c0069fe07b23ed8e421239328c"
                    + "127341812b83045c029dd9e88ad9c65f4ea133bf3f717974769855395544829fe1f1063673af"
                    + "5569ead595b619cd700ad2bfc08e8333dc428a6e2e767341746fd8a97958aed5eab2aa3ca85f"
                    + "184025f21cb0a1588b511c4245f1250afe98e2b4b36d48f1aee35151c4a6d7c7af4f3bbdb902"
                    + "818075bf7cf7dd78e112649dc28367a98dc0f290c24dc021e6fa7e4e9cfe9bb73ce3b23ada77"
                    + "ed534b5cf1c7d10e24846810234576fcf941b0c81b60f0298cbb318754c5dafb91bb530969ff"
                    + "35b071d206aaece0ad584e24b52d8e1c555d306850963a857411cd23e9773ebbce0506f4bc1f"
                    + "b84854c69c29a6adaf8dc888ad18e4e90281806d42a00f45fbdeeb53a472b8d0a0babca63533"
                    + "1ca837f1377929320294c1595938fb2c620e2008ffb925808b8b757e62583978b60156da71b8"
                    + "346109e07fe95503b894c3bd6969e2fbbd6fa5162e2e5ecf2612c57e7cff9034265e945b20ed"
                    + "f33eec60f64e85dce5fb587ce2476e312ebab999cd62d3aac689fa33399ab22d5902818100b3"
                    + "66dfcbcc02f99ba5766ffd7cf428186fb64d9c05439241fd94c7ddcdc4e8c131ae8368651a01"
                    + "a0d0b1511428ab2e8c34a05745ca423dd646da1cbe071803b2ca0a4cbcd3d0d721ac8ac0386f"
                    + "704b35927ec0d640323be22b7e61a6a5314ecb7efa9c372434c891d67dc00af4286f85011835"
                    + "3b1128704f04830fc4157bcce9";
    static final String SIGNATURE =
            "3378d5c762f6b8877bed703d6a317f934c180e9ce335df69fb0b62103e99bc78ddbbd77c3328"
                    + "d7a808d63638539dce22520ff78a358af28d35de589944c386f955ca7fb2186f01bf5fb9f5ed"
                    + "159330e218a3865b373906cf0260b2670d73199ae245b9f6463ce35001532dcda7c73ab1370e"
                    + "b5c0ec643e379102a06214b2720f52875a44ec0ad0588bd5d9fd1d38ab5f3e27513d6aaaba32"
                    + "841f71babbde5495b2ed55ff54df039611162457fadc4029faf993c8bb48347c25b869815780"
                    + "ce8871b8ee27fd5469356393a675a36b3d0892f59d9e6e072b2a9077a172dd4bc10e4892e8f1"
                    + "3949f269c31145927128aee205bd63ae956d966488ba0ef6761b0dd4";

    private RsaKnownAnswer() {}
}

package io.sallyport.hsm.process;

import java.util.HexFormat;

/** An RSA key of 1024 bits that is no secret. */
final class SmallRsa {
    /** PKCS#1. */
    static final byte[] PKCS1 = HexFormat.of().parseHex(
            "3082025d02010002818100bc630937a1cfb00c81bc94be2cc163c6825a620afb5d0eab7fdb03"
                    + "ef3546ad0f9738150e5335471c2e4870bbc0297faae73eee55fed2e1bf058e369569610ca992"
                    + "9f9fcf74f278a0dc85ed1f7eba74c3d2a5dddafeb311c7451d7c505323609512bf40bf4b905e"
                    + "7a61dbfc7ab011447e7adb805debeea2464da47b98422c871d020301000102818005a485c327"
                    + "d29bb8542e7cda11671d80f5a8956534d03dbf3f4e251906247ecc87c00349718e97f9ad1d38"
                    + "5b374f46e6ac9482f90a6ff09913268656055905d305493883655eba62be10e95836dee21f32"
                    + "0533d29d8989dbddc97291be051355030362a32f3bacdfe9c2ff5ea7cbf5c7637477ca33112a"
                    + "b1ed59bc95e0d6cee1024100e560666561c33949b04ee78e75ee08ec98340fd213be4373288c"
                    + "b91937d7fd65bf3933f581e09ba24b2aa641abfdfebb592332961ab79d817b16f4a2513f9ac9"
                    + "024100d240af5b7be3c53682b9401afb9d367de089d23b572dbea0519a3c7968e9ec5e19702f"
                    + "aa1d4ca22a0902d3daf779b3a7958b8a55daf2b6a3b114a49d55e7dfb50240159bd549abc216"
                    + "7d88ac8647f7782b430ebba8d9e39e4300704b818c8ca43e6cfd6cc82652cbf41d7ff34ea255"
                    + "2fa275c7d9f70409144f3449824a1d9885e371024100944e74633f9c86bbd0b2037a0509fc2a"
                    + "067cb1029297fde2f02caf83a4717cfd534c4312e7dfea73642fce68a230027daf8ae265752f"
                    + "c78ce797fc15cf46e411024100b7ad9607784af085607e9035b3b975a2bf43dcc131c5e275c9"
                    + "560879068a68e267d3d18f4041284624c43225162c4c8b48dc6c560da79d417d5e51c5eacf2d"
                    + "bf");

    private SmallRsa() {}
}

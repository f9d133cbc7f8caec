#!/usr/bin/python3
"""Drives a KMIP server with the PyKMIP client, step by step, in one protocol version.

Usage: pykmip_steps.py HOST PORT CERTIFICATE KEY CA VERSION   (VERSION as 1.0 ... 2.0)

Prints one line per step, `ok NAME` or `FAIL NAME: why`, and a last line `passed N of M`. A step that
the version does not have is not counted. Exit status 1 if a step failed. A wrapped Get is not among
the steps: this client reads only a structure there, where the specification has a byte string.
"""
import logging
import os
import ssl
import sys
import tempfile
import uuid

from kmip.core import enums, objects
from kmip.core.attributes import Name
from kmip.core.factories.attributes import AttributeFactory
from kmip.core.messages import payloads
from kmip.core.messages.contents import BatchCount, ProtocolVersion, UniqueBatchItemID
from kmip.pie import client, exceptions
from kmip.pie import objects as managed

HOST, PORT, CERTIFICATE, KEY, CA, VERSION = sys.argv[1:7]
MAJOR, MINOR = (int(part) for part in VERSION.split("."))
RUN = uuid.uuid4().hex[:8]
KEY_BYTES = bytes(range(1, 33))
MASKS = [enums.CryptographicUsageMask.ENCRYPT, enums.CryptographicUsageMask.DECRYPT]
CBC = {
    "cryptographic_algorithm": enums.CryptographicAlgorithm.AES,
    "block_cipher_mode": enums.BlockCipherMode.CBC,
    "padding_method": enums.PaddingMethod.PKCS5,
}
CTR = {
    "cryptographic_algorithm": enums.CryptographicAlgorithm.AES,
    "block_cipher_mode": enums.BlockCipherMode.CTR,
}
FACTORY = AttributeFactory()
NOT_FOUND = [getattr(enums.ResultReason, reason) for reason in ("ITEM_NOT_FOUND", "OBJECT_NOT_FOUND")
             if hasattr(enums.ResultReason, reason)]

passed = 0
total = 0


def since(major, minor):
    return (MAJOR, MINOR) >= (major, minor)


def step(name, action, minimum=(1, 0), maximum=(9, 9)):
    """Runs one step; returns what it returned, or None if it failed or does not apply."""
    global passed, total
    if not minimum <= (MAJOR, MINOR) <= maximum:
        return None
    total += 1
    try:
        result = action()
        passed += 1
        print("ok " + name)
        return result
    except Exception as error:  # every failure of a step is a result, not the end of the run
        print("FAIL %s: %s: %s" % (name, type(error).__name__, error))
        return None


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def refused(action, reason=None):
    try:
        action()
    except exceptions.KmipOperationFailure as failure:
        if reason is not None:
            expect(failure.reason in reason, "refused with %s" % failure.reason)
        return
    raise AssertionError("was not refused")


def name(suffix):
    return "interop-%s-%s-%s" % (VERSION, RUN, suffix)


def name_attribute(value):
    return FACTORY.create_attribute(
        enums.AttributeType.NAME,
        Name.create(value, enums.NameType.UNINTERPRETED_TEXT_STRING))


def plain_name(suffix):
    return Name.create(name(suffix), enums.NameType.UNINTERPRETED_TEXT_STRING)


def connect():
    config = tempfile.NamedTemporaryFile("w", suffix=".conf", delete=False)
    config.write("[client]\n")
    config.close()
    try:
        return client.ProxyKmipClient(
            hostname=HOST, port=int(PORT), cert=CERTIFICATE, key=KEY, ca=CA,
            ssl_version="PROTOCOL_SSLv23", username="", password="", config_file=config.name,
            kmip_version=getattr(enums.KMIPVersion, "KMIP_%d_%d" % (MAJOR, MINOR)))
    finally:
        os.unlink(config.name)


def run(kmip):
    def discover():
        result = kmip.proxy.discover_versions()
        expect(result.result_status.value == enums.ResultStatus.SUCCESS, str(result.result_message))
        expect(ProtocolVersion(MAJOR, MINOR) in result.protocol_versions, "own version missing")

    def query():
        result = kmip.proxy.query(query_functions=[
            enums.QueryFunction.QUERY_OPERATIONS, enums.QueryFunction.QUERY_OBJECTS,
            enums.QueryFunction.QUERY_SERVER_INFORMATION])
        expect(result.result_status.value == enums.ResultStatus.SUCCESS, str(result.result_message))
        expect(enums.Operation.CREATE in result.operations, "Create is not listed")
        if not since(1, 2):
            expect(enums.Operation.ENCRYPT not in result.operations, "Encrypt listed too early")

    step("discover versions", discover, minimum=(1, 1))
    step("query", query)

    key = step("create AES-256", lambda: kmip.create(
        enums.CryptographicAlgorithm.AES, 256, name=name("aes"), cryptographic_usage_mask=MASKS))
    step("create AES-128", lambda: kmip.create(
        enums.CryptographicAlgorithm.AES, 128, name=name("aes128"), cryptographic_usage_mask=MASKS))

    def get_created():
        got = kmip.get(key)
        expect(isinstance(got, managed.SymmetricKey), "no symmetric key")
        expect(len(got.value) == 32, "%d bytes" % len(got.value))
        expect(got.cryptographic_length == 256, "length %s" % got.cryptographic_length)
    step("get before activation", get_created)

    def locate_by_name():
        expect(kmip.locate(attributes=[name_attribute(name("aes"))]) == [key], "not found by name")
    step("locate by name", locate_by_name)

    def locate_nothing():
        expect(kmip.locate(attributes=[name_attribute(name("absent"))]) == [], "found something")
    step("locate nothing", locate_nothing)

    def locate_one():
        kind = FACTORY.create_attribute(enums.AttributeType.OBJECT_TYPE,
                                        enums.ObjectType.SYMMETRIC_KEY)
        expect(len(kmip.locate(maximum_items=1, attributes=[kind])) == 1, "not exactly one")
    step("locate with maximum items", locate_one)

    def attributes():
        _, got = kmip.get_attributes(key, ["Cryptographic Algorithm", "Cryptographic Length", "State"])
        values = {a.attribute_name.value: a.attribute_value for a in got}
        expect(values["Cryptographic Algorithm"].value == enums.CryptographicAlgorithm.AES, "algorithm")
        expect(values["Cryptographic Length"].value == 256, "length")
        expect(values["State"].value == enums.State.PRE_ACTIVE, "state")
    step("get attributes", attributes)

    def attribute_list():
        names = kmip.get_attribute_list(key)
        for wanted in ("Unique Identifier", "Object Type", "Name", "State", "Initial Date"):
            expect(wanted in names, wanted + " missing in " + str(names))
    step("get attribute list", attribute_list)

    step("encrypt refused before activation", lambda: refused(
        lambda: kmip.encrypt(b"text", key, CBC)), minimum=(1, 2))
    step("activate", lambda: kmip.activate(key))
    step("second activate refused", lambda: refused(lambda: kmip.activate(key)))

    def state_active():
        _, got = kmip.get_attributes(key, ["State"])
        expect(got[0].attribute_value.value == enums.State.ACTIVE, "state")
    step("state is active", state_active)

    def cbc_own_iv():
        iv = bytes(16)
        sealed, _ = kmip.encrypt(b"sixteen byte msg and more", key, CBC, iv)
        expect(kmip.decrypt(sealed, key, CBC, iv) == b"sixteen byte msg and more", "other text")
    step("encrypt and decrypt CBC, own IV", cbc_own_iv, minimum=(1, 2))

    def cbc_server_iv():
        parameters = dict(CBC, random_iv=True)
        sealed, iv = kmip.encrypt(b"text", key, parameters)
        expect(len(iv) == 16, "no IV")
        expect(kmip.decrypt(sealed, key, CBC, iv) == b"text", "other text")
    step("encrypt and decrypt CBC, server IV", cbc_server_iv, minimum=(1, 2))

    def ctr():
        iv = bytes(16)
        sealed, _ = kmip.encrypt(b"stream", key, CTR, iv)
        expect(len(sealed) == 6, "length")
        expect(kmip.decrypt(sealed, key, CTR, iv) == b"stream", "other text")
    step("encrypt and decrypt CTR", ctr, minimum=(1, 2))

    def broken():
        sealed, iv = kmip.encrypt(b"text", key, dict(CBC, random_iv=True))
        refused(lambda: kmip.decrypt(sealed[:-1] + bytes([sealed[-1] ^ 1]), key, CBC,
                                     bytes(16)))
    step("decrypt of broken text refused", broken, minimum=(1, 2))

    def register_key():
        uid = kmip.register(managed.SymmetricKey(
            enums.CryptographicAlgorithm.AES, 256, KEY_BYTES, MASKS, name("registered")))
        expect(kmip.get(uid).value == KEY_BYTES, "other bytes")
        return uid
    registered = step("register and get a key", register_key)

    step("second register of a name refused", lambda: refused(lambda: kmip.register(
        managed.SymmetricKey(enums.CryptographicAlgorithm.AES, 256, KEY_BYTES, MASKS,
                             name("registered")))))

    def register_secret():
        uid = kmip.register(managed.SecretData(
            b"correct horse", enums.SecretDataType.PASSWORD, name=name("secret")))
        expect(kmip.get(uid).value == b"correct horse", "other bytes")
        kmip.destroy(uid)
    step("register, get, destroy a secret", register_secret)

    def register_opaque():
        uid = kmip.register(managed.OpaqueObject(
            b"opaque bytes", enums.OpaqueDataType.NONE, name=name("opaque")))
        expect(kmip.get(uid).value == b"opaque bytes", "other bytes")
        kmip.destroy(uid)
    step("register, get, destroy an opaque object", register_opaque)

    def register_certificate():
        with open(CERTIFICATE, "rb") as file:
            der = ssl.PEM_cert_to_DER_cert(file.read().decode())
        uid = kmip.register(managed.X509Certificate(der, name=name("certificate")))
        expect(kmip.get(uid).value == der, "other bytes")
        kmip.destroy(uid)
    step("register, get, destroy a certificate", register_certificate)

    def modify_attribute_1():
        kmip.proxy.send_request_payload(
            enums.Operation.MODIFY_ATTRIBUTE,
            payloads.ModifyAttributeRequestPayload(
                unique_identifier=registered, attribute=name_with_index()))

    def name_with_index():
        attribute = name_attribute(name("renamed"))
        attribute.attribute_index = objects.Attribute.AttributeIndex(0)
        return attribute
    step("modify attribute", modify_attribute_1, maximum=(1, 4))

    def modify_attribute_2():
        current = objects.CurrentAttribute(attribute=plain_name("registered"))
        new = objects.NewAttribute(attribute=plain_name("renamed"))
        kmip.modify_attribute(registered, current_attribute=current, new_attribute=new)
    step("modify attribute", modify_attribute_2, minimum=(2, 0))

    def renamed():
        expect(kmip.locate(attributes=[name_attribute(name("renamed"))]) == [registered],
               "not found by its new name")
        expect(kmip.locate(attributes=[name_attribute(name("registered"))]) == [], "old name lives")
    step("locate by the new name", renamed)

    step("delete attribute", lambda: kmip.delete_attribute(
        registered, attribute_name="Name", attribute_index=0), maximum=(1, 4))
    step("delete attribute", lambda: kmip.delete_attribute(
        registered, current_attribute=objects.CurrentAttribute(
            attribute=plain_name("renamed"))), minimum=(2, 0))

    def no_name():
        expect(kmip.locate(attributes=[name_attribute(name("renamed"))]) == [], "name lives")
    step("name is gone", no_name)

    step("destroy of an active key refused", lambda: refused(lambda: kmip.destroy(key)))
    step("revoke", lambda: kmip.revoke(
        enums.RevocationReasonCode.CESSATION_OF_OPERATION, key, "end of the run"))

    def state_deactivated():
        _, got = kmip.get_attributes(key, ["State"])
        expect(got[0].attribute_value.value == enums.State.DEACTIVATED, "state")
    step("state is deactivated", state_deactivated)

    step("encrypt refused after revocation", lambda: refused(
        lambda: kmip.encrypt(b"text", key, CBC, bytes(16))), minimum=(1, 2))
    step("destroy", lambda: kmip.destroy(key))
    step("get of a destroyed key refused", lambda: refused(lambda: kmip.get(key)))
    step("get of an unknown id refused", lambda: refused(
        lambda: kmip.get(str(uuid.uuid4())), NOT_FOUND))
    step("destroy the registered key", lambda: kmip.destroy(registered))

    def batch():
        item = kmip.proxy._build_query_batch_item([enums.QueryFunction.QUERY_OPERATIONS])
        second = kmip.proxy._build_discover_versions_batch_item()
        item.unique_batch_item_id = UniqueBatchItemID(b"\x01")
        second.unique_batch_item_id = UniqueBatchItemID(b"\x02")
        request = kmip.proxy._build_request_message(None, [item, second])
        request.request_header.batch_count = BatchCount(2)
        response = kmip.proxy._send_and_receive_message(request)
        expect(len(response.batch_items) == 2, "items")
        expect([i.unique_batch_item_id.value for i in response.batch_items] == [b"\x01", b"\x02"],
               "ids are not echoed")
    step("batch of two", batch, minimum=(1, 1))


def main():
    logging.disable(logging.CRITICAL)
    kmip = connect()
    kmip.open()
    try:
        run(kmip)
    finally:
        kmip.close()
    print("passed %d of %d" % (passed, total))
    sys.exit(0 if passed == total and total >= 25 else 1)


main()

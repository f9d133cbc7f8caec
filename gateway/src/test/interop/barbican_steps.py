#!/usr/bin/python3
"""Drives a KMIP server through the KMIP secret store of OpenStack Barbican.

Usage: barbican_steps.py HOST PORT CERTIFICATE KEY CA PHASE STATE

STATE is a file that later phases read. Phases: create (make and store one secret of each kind, read
them back), read (they are what they were), refused (not one is given out), replace (a new key is
made, the old one deleted, and is gone). Prints one line per step, `ok NAME` or `FAIL NAME: why`, and
a last line `passed N of M`. Exit status 1 if a step failed.
"""
import base64
import json
import logging
import sys

from barbican.plugin import kmip_secret_store as store
from barbican.plugin.interface import secret_store as interface

HOST, PORT, CERTIFICATE, KEY, CA, PHASE, STATE = sys.argv[1:8]
PASSPHRASE = base64.b64encode(b"correct horse battery staple")
AES = base64.b64encode(bytes(range(1, 33)))
OTHER_AES = base64.b64encode(bytes(range(33, 65)))

logging.disable(logging.CRITICAL)
conf = store.CONF
conf([], project="barbican", default_config_files=[])
for name, value in (("host", HOST), ("port", int(PORT)), ("certfile", CERTIFICATE), ("keyfile", KEY),
                    ("ca_certs", CA), ("ssl_version", "PROTOCOL_TLSv1_2")):
    conf.set_override(name, value, group="kmip_plugin")
plugin = store.KMIPSecretStore(conf)

passed = 0
total = 0


def step(name, action):
    """Runs one step; returns what it returned, or None if it failed."""
    global passed, total
    total += 1
    try:
        result = action()
        passed += 1
        print("ok " + name)
        return result
    except Exception as why:
        print("FAIL %s: %s" % (name, why))
        return None


def same(actual, expected):
    if actual != expected:
        raise AssertionError("another value came back")


def refused(action):
    try:
        action()
    except interface.SecretGeneralException:
        return
    raise AssertionError("it was given out")


def secret(kind, value, algorithm=None, bits=None):
    return interface.SecretDTO(kind, value, interface.KeySpec(algorithm, bits), "text/plain")


def value(kind, metadata):
    read = plugin.get_secret(kind, metadata).secret
    return read.decode() if isinstance(read, bytes) else read


def create():
    made = {}
    generated = step("generate AES-256", lambda: plugin.generate_symmetric_key(
        interface.KeySpec(interface.KeyAlgorithm.AES, 256)))
    made["generated"] = [interface.SecretType.SYMMETRIC, generated,
                         step("get it", lambda: value(interface.SecretType.SYMMETRIC, generated))]
    stored = step("store a key", lambda: plugin.store_secret(
        secret(interface.SecretType.SYMMETRIC, AES, interface.KeyAlgorithm.AES, 256)))
    step("get it", lambda: same(value(interface.SecretType.SYMMETRIC, stored), AES.decode()))
    made["stored"] = [interface.SecretType.SYMMETRIC, stored, AES.decode()]
    phrase = step("store a passphrase", lambda: plugin.store_secret(
        secret(interface.SecretType.PASSPHRASE, PASSPHRASE)))
    step("get it", lambda: same(value(interface.SecretType.PASSPHRASE, phrase), PASSPHRASE.decode()))
    made["passphrase"] = [interface.SecretType.PASSPHRASE, phrase, PASSPHRASE.decode()]
    pair = step("generate RSA-2048", lambda: plugin.generate_asymmetric_key(
        interface.KeySpec(interface.KeyAlgorithm.RSA, 2048)))
    if pair is not None:
        for name, kind, metadata in (
                ("private", interface.SecretType.PRIVATE, pair.private_key_meta),
                ("public", interface.SecretType.PUBLIC, pair.public_key_meta)):
            made[name] = [kind, metadata, step("get the %s key" % name,
                                               lambda: value(kind, metadata))]
    with open(STATE, "w") as out:
        json.dump(made, out)


def state():
    with open(STATE) as kept:
        return json.load(kept)


def replace():
    made = state()
    old = made["stored"][1]
    new = step("store another key", lambda: plugin.store_secret(
        secret(interface.SecretType.SYMMETRIC, OTHER_AES, interface.KeyAlgorithm.AES, 256)))
    step("the old one is still read", lambda: same(
        value(interface.SecretType.SYMMETRIC, old), AES.decode()))
    step("delete the old one", lambda: plugin.delete_secret(old))
    step("it is gone", lambda: refused(lambda: value(interface.SecretType.SYMMETRIC, old)))
    step("get the new one", lambda: same(
        value(interface.SecretType.SYMMETRIC, new), OTHER_AES.decode()))


if PHASE == "create":
    create()
elif PHASE == "replace":
    replace()
else:
    for name, (kind, metadata, expected) in state().items():
        if PHASE == "read":
            step("read " + name, lambda: same(value(kind, metadata), expected))
        else:
            step("refused " + name, lambda: refused(lambda: value(kind, metadata)))
print("passed %d of %d" % (passed, total))
sys.exit(0 if passed == total else 1)

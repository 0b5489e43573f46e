"""A second decoder of sealed values, written from docs/envelope-format.md alone.

It shares no code with pgseal. Needs Python 3 and the package `cryptography`. As a program it reads one JSON object a
line on standard input (the fields of a vector) and answers with one JSON object a line.
"""

import base64
import hashlib
import hmac
import json
import struct
import sys
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

TEST_KEY = b"pgseal insecure test key 0000000"


class Failure(Exception):
    """Named after the class of section 8."""


def parts(*items):
    encoded = b""
    for item in items:
        if isinstance(item, str):
            item = item.encode("utf-8")
        encoded += struct.pack(">I", len(item)) + item
    return encoded


def hkdf(key, info):
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=b"", info=info).derive(key)


def label_tag(label):
    return hashlib.sha256(label.encode("utf-8")).digest()[:4]


def gcm_open(key, nonce, ciphertext_and_tag, associated_data):
    try:
        return AESGCM(key).decrypt(nonce, ciphertext_and_tag, associated_data)
    except InvalidTag:
        raise Failure("tampered")


def parse(envelope):
    if len(envelope) < 54:
        raise Failure("malformed")
    form, suite, flags, source = envelope[0], envelope[1], envelope[2], envelope[3]
    if form != 1 or suite != 1 or flags & 0xFE or source > 3:
        raise Failure("unsupported")
    key_id, at = envelope[4:20], 20
    if source == 1:
        length = struct.unpack(">H", envelope[20:22])[0]
        if not 1 <= length <= 6144:
            raise Failure("malformed")
        at = 22
    else:
        length = {0: 60, 2: 0, 3: 16}[source]
    wrapped = envelope[at : at + length]
    at += length
    if at + 6 > len(envelope):
        raise Failure("malformed")
    tag_of_label = envelope[at : at + 4]
    record_length = struct.unpack(">H", envelope[at + 4 : at + 6])[0]
    at += 6
    record = envelope[at : at + record_length]
    at += record_length
    if at + 28 > len(envelope):
        raise Failure("malformed")
    nonce, sealed = envelope[at : at + 12], envelope[at + 12 :]
    return form, suite, flags, source, key_id, wrapped, tag_of_label, record, nonce, sealed


def context_of_row(row):
    context = {"pgseal:id": row["id"], "pgseal:kind": row["kind"], "pgseal:key": row["named_key"]}
    if row["tenant"] != "":
        context["pgseal:tenant"] = row["tenant"]
    context["pgseal:created"] = row["created"]
    if row["kind"] == "index":
        context["pgseal:group"] = row["index_group"]
    return {**context, **row["context"]}


def local_associated_data(line_id, context):
    pairs = sorted((name.encode("utf-8"), value.encode("utf-8")) for name, value in context.items())
    return parts("pgseal/local/1", line_id, *[part for pair in pairs for part in pair])


def local_unwrap(file_keys, arn, blob, context):
    line_id = arn.encode("ascii")
    head = bytes([1, len(line_id)]) + line_id
    if len(blob) != len(head) + 60 or blob[: len(head)] != head:
        raise Failure("tampered")
    key = hkdf(file_keys[arn], b"pgseal/local/wrap/1")
    nonce, sealed = blob[len(head) : len(head) + 12], blob[len(head) + 12 :]
    return gcm_open(key, nonce, sealed, local_associated_data(line_id, context))


def data_key(vector, form, suite, source, key_id, wrapped, record):
    insecure = vector["kms"] == "insecure-test-key"
    if source == 3 or (source == 2) != insecure:
        raise Failure("untrusted")
    if source == 2:
        return TEST_KEY
    row = vector["rows"].get(str(uuid.UUID(bytes=key_id)))
    if (
        row is None
        or row["kind"] != ("branch" if source == 0 else "kms")
        or row["named_key"] != vector["named key"]
        or row["provider"] != vector["kms"]
        or row["arn"] not in vector["file keys"]
    ):
        raise Failure("untrusted")
    if source == 1:
        context = {"pgseal:table": vector["table"]}
        if record:
            context["pgseal:record"] = record.decode("utf-8")
        if row["tenant"] != "":
            context["pgseal:tenant"] = row["tenant"]
        return local_unwrap(vector["file keys"], row["arn"], wrapped, {**context, **row["context"]})
    if row["wrapped"] is None:
        raise Failure("tampered")
    branch = local_unwrap(vector["file keys"], row["arn"], bytes.fromhex(row["wrapped"]), context_of_row(row))
    associated_data = parts(
        bytes([form]), bytes([suite]), bytes([source]), key_id, row["named_key"], row["tenant"]
    )
    return gcm_open(branch, wrapped[:12], wrapped[12:], associated_data)


def value_associated_data(vector, form, suite, flags, record):
    terms = [part for name, term in vector["terms"] for part in (name, term)]
    return parts(
        bytes([form]), bytes([suite]), bytes([flags]), vector["label"], vector["type"], vector["named key"], record, *terms
    )


def unpad(padded):
    stripped = padded.rstrip(b"\0")
    if stripped[-1:] != b"\x80":
        raise Failure("tampered")
    return stripped[:-1]


def open_value(vector):
    for name, term in vector["terms"]:
        if len(term) % 16 or len(term) > 2560 or (name != "ord" and len(term) != 16):
            raise Failure("malformed")
    form, suite, flags, source, key_id, wrapped, tag_of_label, record, nonce, sealed = parse(vector["envelope"])
    if tag_of_label != label_tag(vector["label"]):
        raise Failure("misplaced")
    key = data_key(vector, form, suite, source, key_id, wrapped, record)
    plaintext = gcm_open(key, nonce, sealed, value_associated_data(vector, form, suite, flags, record))
    return unpad(plaintext) if flags & 1 else plaintext


def index_key(vector, row):
    message = parts("pgseal/index/1", row["index_group"], uuid.UUID(row["id"]).bytes)
    return hkdf(TEST_KEY if row["provider"] == "insecure-test-key" else vector["file keys"][row["arn"]], message)


def eq_term(vector):
    row = vector["rows"][vector["index row"]]
    return hmac.new(index_key(vector, row), vector["comparison form"], hashlib.sha256).digest()[:16]


def ord_term(key, form):
    order_key, term = hkdf(key, b"pgseal/ord/1"), b""
    for number, start in enumerate(range(0, len(form), 12)):
        segment = form[start : start + 12]
        message = parts("pgseal/ord/1", struct.pack(">I", number), form[:start])
        cipher = Cipher(algorithms.AES(hmac.new(order_key, message, hashlib.sha256).digest()), modes.ECB()).encryptor()
        bits = 8 * len(segment)
        value = int.from_bytes(segment, "big")
        for bit in range(bits):
            before = value >> (bits - bit) << (bits - bit)
            block = bytes([bit]) + before.to_bytes(len(segment), "big") + bytes(15 - len(segment))
            random = int.from_bytes(cipher.update(block)[:4], "big") % 65535
            term += struct.pack(">H", random + (value >> (bits - 1 - bit) & 1))
    return term


def read_vector(fields):
    """`fields`: names and values in order, as in section 10."""
    vector = {"file keys": {}, "rows": {}, "terms": []}
    for name, value in fields:
        if name == "file key":
            line_id, key = value.split(" ")
            vector["file keys"][line_id] = base64.b64decode(key, validate=True)
        elif name == "row":
            row = json.loads(value)
            vector["rows"][row["id"]] = row
        elif name.startswith("term "):
            vector["terms"].append((name[5:], bytes.fromhex(value)))
        elif name in ("envelope", "plaintext", "comparison form", "order form", "index key"):
            vector[name] = bytes.fromhex(value)
        else:
            vector[name] = value
    return vector


def answer(vector):
    if "index key" in vector:
        return {"class": "success", "ord": ord_term(vector["index key"], vector["order form"]).hex()}
    try:
        result = {"class": "success", "plaintext": open_value(vector).hex()}
    except Failure as failure:
        return {"class": str(failure)}
    if "index row" in vector:
        result["eq"] = eq_term(vector).hex()
        if "order form" in vector:
            key = index_key(vector, vector["rows"][vector["index row"]])
            result["ord"] = ord_term(key, vector["order form"]).hex()
    return result


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(read_vector(json.loads(line)))), flush=True)

"""Writes the vectors of this folder from docs/envelope-format.md section 11. Run it here: python3 make.py"""

import base64
import hashlib
import hmac
import pathlib
import struct

here = pathlib.Path(__file__).resolve().parent
FILE_KEY = hashlib.shake_256(b"pgseal vectors/token file key").digest(32)
PREFIX = "pgseal:token:1:"


def parts(*given):
    raw = [part.encode() if isinstance(part, str) else part for part in given]
    return b"".join(struct.pack(">I", len(part)) + part for part in raw)


def hkdf(key, info):
    pseudorandom = hmac.new(bytes(32), key, hashlib.sha256).digest()
    return hmac.new(pseudorandom, info + b"\x01", hashlib.sha256).digest()


def envelope_of(label, record, ciphertext):
    head = bytes([1, 1, 0, 2]) + bytes(16)
    tag = hashlib.sha256(label.encode()).digest()[:4]
    return head + tag + struct.pack(">H", len(record)) + record.encode() + bytes(range(12)) + ciphertext + bytes(16)


def token_key(named_key):
    return hkdf(FILE_KEY, b"pgseal/token/1/" + named_key.encode())


def token_of(label, logical_type, named_key, envelope, terms, key=None):
    covered = ["pgseal/token/1", label, logical_type, named_key, envelope]
    for name, term in terms:
        covered += [name, term]
    mac = hmac.new(key or token_key(named_key), parts(*covered), hashlib.sha256).digest()
    payload = struct.pack(">H", len(label.encode())) + label.encode()
    payload += struct.pack(">I", len(envelope)) + envelope
    payload += bytes([len(terms)]) + b"".join(term for _, term in terms) + mac
    return payload


def text_of(payload):
    return PREFIX + base64.urlsafe_b64encode(payload).decode().rstrip("=")


def flipped(payload, at):
    return payload[:at] + bytes([payload[at] ^ 1]) + payload[at + 1 :]


def write(name, expect, about, token, record="users/42", label="public.users.email", logical_type="text", terms=1):
    lines = [f"expect: {expect}", f"about: {about}", f"label: {label}", f"type: {logical_type}", "named key: default"]
    lines += [f"terms: {'eq' if terms else ''}", f"file key: one {base64.b64encode(FILE_KEY).decode()}"]
    lines += [f"record: {record}", f"token: {token}"]
    if expect == "success":
        lines += [f"envelope: {ENVELOPE.hex()}"] + [f"term {n}: {t.hex()}" for n, t in (TERMS if terms else [])]
    (here / f"{name}.txt").write_text("\n".join(lines) + "\n")


EMAIL = "public.users.email"
ENVELOPE = envelope_of(EMAIL, "users/42", b"ciphertext")
TERMS = [("eq", hashlib.shake_256(b"pgseal vectors/token term").digest(16))]
good = token_of(EMAIL, "text", "default", ENVELOPE, TERMS)
mac_at = len(good) - 32

write("token", "success", "a token with a term", text_of(good))
write(
    "token-without-terms",
    "success",
    "a token of a column without terms",
    text_of(token_of(EMAIL, "bytea", "default", ENVELOPE, [])),
    logical_type="bytea",
    terms=0,
)
write("flipped-envelope", "invalid", "a bit of the envelope", text_of(flipped(good, 2 + len(EMAIL) + 4 + 30)))
write("flipped-term", "invalid", "a bit of the term", text_of(flipped(good, mac_at - 1)))
write("flipped-mac", "invalid", "a bit of the MAC", text_of(flipped(good, mac_at)))
write("cut", "invalid", "without its last byte", text_of(good[:-1]))
write("longer", "invalid", "with a byte behind it", text_of(good + b"\0"))
write("padded", "invalid", "base64 with padding", text_of(good) + "=")
write("spelling", "invalid", "base64 with a blank", text_of(good)[:-1] + " " + text_of(good)[-1])
write("empty", "invalid", "nothing behind the prefix", PREFIX)
write("other-key", "invalid", "under another key", text_of(token_of(EMAIL, "text", "default", ENVELOPE, TERMS, bytes(32))))
write("other-type", "invalid", "of a column of another type", text_of(good), logical_type="varchar")
write("other-column", "column", "of another column", text_of(good), label="public.users.phone")
write(
    "relabelled",
    "invalid",
    "the label written over that of another column",
    text_of(flipped(good, 2)),
    label="q" + EMAIL[1:],
)
write("other-row", "row", "of another row", text_of(good), record="users/43")

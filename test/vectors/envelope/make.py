"""Writes the vectors of this folder. Run it here: python3 make.py

Nothing is random, so that the files come out the same: what must be random in a real envelope is drawn from a counter.
"""

import base64
import copy
import hashlib
import hmac
import json
import pathlib
import struct
import sys
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent.parent / "seal"))
sys.dont_write_bytecode = True
from second_decoder import (  # noqa: E402
    TEST_KEY,
    answer,
    context_of_row,
    hkdf,
    index_key,
    label_tag,
    local_associated_data,
    ord_term,
    parts,
    read_vector,
    value_associated_data,
)


def drawn(name, length):
    return hashlib.shake_256(("pgseal vectors/" + name).encode()).digest(length)


def drawn_uuid(name):
    raw = bytearray(drawn(name, 16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    return uuid.UUID(bytes=bytes(raw))


FILE_KEYS = {"2026-01-01-old": drawn("old file key", 32), "2026-06-01-new": drawn("new file key", 32)}
NEWEST = "2026-06-01-new"


def local_wrap(name, arn, key, context):
    line_id = arn.encode()
    nonce = drawn(name + " nonce", 12)
    sealed = AESGCM(hkdf(FILE_KEYS[arn], b"pgseal/local/wrap/1")).encrypt(nonce, key, local_associated_data(line_id, context))
    return bytes([1, len(line_id)]) + line_id + nonce + sealed


def make_row(kind, name, **given):
    row = {
        "id": str(drawn_uuid(name)),
        "kind": kind,
        "named_key": "default",
        "provider": "local",
        "arn": NEWEST,
        "tenant": "",
        "index_group": "",
        "wrapped": None,
        "context": {},
        "created": "2026-06-02T03:04:05.678Z",
        **given,
    }
    if kind == "branch":
        row["wrapped"] = local_wrap(name, row["arn"], drawn(name + " branch key", 32), context_of_row(row)).hex()
    return row


class Value:
    """A value of one column and everything that opens it; `seal` gives the lines of a vector."""

    def __init__(self, name, plaintext, **given):
        self.name, self.plaintext = name, plaintext
        self.label, self.type, self.named_key = "public.users.email", "text", "default"
        self.kms, self.table, self.source, self.record, self.pad = "local", "public.users", 0, "", 0
        self.context, self.arn, self.tenant, self.group, self.terms = {}, NEWEST, "", "public.users.email", ["eq"]
        self.comparison_form, self.order_form = None, None
        self.__dict__.update(given)

    def seal(self):
        key = TEST_KEY if self.source == 2 else drawn(self.name + " data key", 32)
        rows = []
        common = {"arn": self.arn, "named_key": self.named_key, "context": self.context}
        if self.source == 0:
            row = make_row("branch", self.name + " branch", tenant=self.tenant, **common)
            branch = drawn(self.name + " branch" + " branch key", 32)
            key_id, nonce = uuid.UUID(row["id"]).bytes, drawn(self.name + " wrap nonce", 12)
            data = parts(b"\1", b"\1", b"\0", key_id, self.named_key, self.tenant)
            wrapped = nonce + AESGCM(branch).encrypt(nonce, key, data)
            rows.append(row)
        elif self.source == 1:
            row = make_row("kms", self.name + " kms", tenant=self.tenant, **common)
            key_id = uuid.UUID(row["id"]).bytes
            context = {"pgseal:table": self.table, **({"pgseal:record": self.record} if self.record else {}), **({"pgseal:tenant": self.tenant} if self.tenant else {}), **self.context}
            blob = local_wrap(self.name + " blob", self.arn, key, context)
            wrapped = struct.pack(">H", len(blob)) + blob
            rows.append(row)
        else:
            key_id, wrapped = bytes(16), b"" if self.source == 2 else drawn(self.name + " statement id", 16)
        vector = {
            "label": self.label,
            "type": self.type,
            "named key": self.named_key,
            "kms": self.kms,
            "file keys": FILE_KEYS,
            "terms": [],
        }
        lines = [(field, vector[field]) for field in ("label", "type", "named key", "kms")] + [("table", self.table)]
        lines += [("file key", f"{line} {base64.b64encode(raw).decode()}") for line, raw in FILE_KEYS.items()]
        for term in self.terms:
            test_key = self.kms == "insecure-test-key"
            index = make_row(
                "index",
                self.group + self.kms,
                index_group=self.group,
                provider=self.kms,
                named_key=self.named_key,
                arn="" if test_key else self.arn,
            )
            if term == "ord":
                vector["terms"].append((term, ord_term(index_key(vector, index), self.order_form)))
                lines.append(("order form", self.order_form.hex()))
                continue
            rows.append(index)
            form = self.plaintext if self.comparison_form is None else self.comparison_form
            digest = hmac.new(index_key(vector, index), form, hashlib.sha256).digest()[:16]
            vector["terms"].append((term, digest))
            lines += [("index row", index["id"]), ("comparison form", form.hex())]
        flags, sealed = 0, self.plaintext
        if self.pad:
            flags = 1
            sealed += b"\x80" + bytes(-(len(sealed) + 1) % self.pad)
        record = self.record.encode()
        nonce = drawn(self.name + " value nonce", 12)
        data = value_associated_data(vector, 1, 1, flags, record)
        envelope = bytes([1, 1, flags, self.source]) + key_id + wrapped + label_tag(self.label)
        envelope += struct.pack(">H", len(record)) + record + nonce + AESGCM(key).encrypt(nonce, sealed, data)
        lines += [("row", row) for row in rows] + [("envelope", envelope)]
        lines += [("term " + name, term) for name, term in vector["terms"]]
        return lines


def text(lines):
    def written(value):
        if isinstance(value, bytes):
            return value.hex()
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value

    return [(name, written(value)) for name, value in lines]


written_files = {}


def write(name, expect, about, lines, plaintext=None):
    if expect != "success":
        lines = [line for line in lines if line[0] not in ("index row", "comparison form", "order form")]
    fields = [("expect", expect), ("about", about)] + text(lines)
    if plaintext is not None:
        fields.append(("plaintext", plaintext.hex()))
    found = answer(read_vector(fields))
    assert found["class"] == expect, (name, expect, found)
    assert plaintext is None or found["plaintext"] == plaintext.hex(), name
    written_files[name] = "".join(f"{key}: {value}\n" for key, value in fields)


def changed(lines, name, change):
    lines = copy.deepcopy(lines)
    return [(key, change(value) if key == name else value) for key, value in lines]


def flip(at, bit=1):
    return lambda raw: raw[:at] + bytes([raw[at] ^ bit]) + raw[at + 1 :] if at >= 0 else flip(len(raw) + at, bit)(raw)


def put(at, new):
    return lambda raw: raw[:at] + new + raw[at + len(new) :]


def success(name, about, value):
    lines = value.seal()
    write(name, "success", about, lines, value.plaintext)
    return lines


EMAIL = b"test@example.org"
branch = success("branch-key", "source 0: a data key under a branch key", Value("a", EMAIL))
kms = success("kms-data-key", "source 1: a data key under the KMS key", Value("b", EMAIL, source=1))
test_key = success("insecure-test-key", "source 2", Value("c", EMAIL, source=2, kms="insecure-test-key"))
success("empty-value", "the empty string has no ciphertext, only a tag", Value("d", b""))
success("one-byte", "false of bool", Value("e", b"\0", type="bool", label="public.users.active"))
success("no-terms", "a column without search", Value("f", EMAIL, terms=[]))
success("utf8", "label, named key and value beyond ASCII", Value("g", "Grüße 😀".encode(), label="público.usuarios.correo", named_key="schlüssel", group="público.usuarios.correo"))
padded = success("padded", "padded to a multiple of 16", Value("h", EMAIL, pad=16))
success("padded-exactly", "a value one short of the multiple gets one byte", Value("i", EMAIL[:15], pad=16))
success("padded-empty", "the empty string, padded to 32", Value("j", b"", pad=32))
success("padded-zeros", "a value that itself ends like padding", Value("k", b"\x80\0\0", pad=8, type="bytea"))
record_branch = success("record-branch-key", "a record, source 0", Value("l", EMAIL, record="users/42"))
record = success("record-kms-data-key", "a record, source 1: it is in the encryption context too", Value("m", EMAIL, source=1, record="users/42"))
success("record-utf8", "a record beyond ASCII", Value("n", EMAIL, source=1, record="users/ä%2F1"))
success("map-pairs", "pairs of the map, in the order of their bytes", Value("o", EMAIL, source=1, context={"z": "1", "app": "billing", "Zeta": ""}))
success("map-pairs-branch-key", "pairs of the map, source 0", Value("p", EMAIL, context={"app": "billing"}))
success("tenant", "a branch key of a tenant", Value("q", EMAIL, tenant="acme"))
success("tenant-kms-data-key", "the same, source 1: it is in the encryption context", Value("v", EMAIL, source=1, tenant="acme"))
success("older-line", "a line of the key file that is not the last", Value("r", EMAIL, arn="2026-01-01-old"))
success("older-line-kms-data-key", "the same, source 1", Value("s", EMAIL, source=1, arn="2026-01-01-old"))
order = success("order-term", "a date with both terms", Value("ord", bytes.fromhex("0000000a"), type="date", label="public.users.birthday", group="public.users.birthday", terms=["eq", "ord"], order_form=bytes.fromhex("8000000a")))
success("comparison-form", "numeric 1.00: stored and comparison form differ", Value("t", bytes.fromhex("00010000000000020001"), type="numeric", label="public.orders.total", group="totals", comparison_form=bytes.fromhex("000100000000000000010001")))
success("long-value", "a value longer than a page", Value("u", drawn("long value", 9000), type="bytea"))
success("named-key", "another named key", Value("v", EMAIL, named_key="phone", label="public.users.phone", type="varchar"))

for size in (0, 1, 20, 53):
    write(f"short-{size}", "malformed", f"the first {size} bytes alone", changed(branch, "envelope", lambda raw: raw[:size]))
for name, lines in (("branch-key", branch), ("kms-data-key", kms), ("record", record_branch)):
    write(f"cut-{name}", "tampered", "the last byte is missing", changed(lines, "envelope", lambda raw: raw[:-1]))
    write(f"longer-{name}", "tampered", "a byte too many", changed(lines, "envelope", lambda raw: raw + b"\0"))
write("cut-in-head", "malformed", "the envelope ends within its nonce", changed(branch, "envelope", lambda raw: raw[:95]))
write("format-0", "unsupported", "format 0", changed(branch, "envelope", put(0, b"\0")))
write("format-2", "unsupported", "format 2", changed(branch, "envelope", put(0, b"\2")))
write("suite-0", "unsupported", "suite 0", changed(branch, "envelope", put(1, b"\0")))
write("suite-2", "unsupported", "suite 2", changed(branch, "envelope", put(1, b"\2")))
write("flag-2", "unsupported", "a flag bit that has no meaning", changed(branch, "envelope", flip(2, 2)))
write("flag-128", "unsupported", "the highest flag bit", changed(branch, "envelope", flip(2, 128)))
write("source-4", "unsupported", "key source 4", changed(branch, "envelope", put(3, b"\4")))
write("blob-empty", "malformed", "a KMS blob of no bytes", changed(kms, "envelope", put(20, b"\0\0")))
write("blob-too-long", "malformed", "a KMS blob of 6,145 bytes", changed(kms, "envelope", lambda raw: put(20, b"\x18\x01")(raw + bytes(7000))))
write("blob-beyond", "malformed", "a KMS blob that ends behind the envelope", changed(kms, "envelope", put(20, b"\x17\xff")))
write("record-beyond", "malformed", "a record that ends behind the envelope", changed(branch, "envelope", put(84, b"\xff\xff")))
write("padding-claimed", "tampered", "the flag says padded, and the tag covers the flag", changed(branch, "envelope", flip(2)))
write("padding-denied", "tampered", "the flag says not padded", changed(padded, "envelope", flip(2)))


def seal_with_flag(name, plaintext):
    """Sealed by somebody who holds the key but pads wrongly."""
    lines = Value(name, plaintext, terms=[]).seal()
    vector = read_vector(text(lines))
    sealed, nonce_at = vector["envelope"], 20 + 60 + 6
    key, nonce = drawn(name + " data key", 32), sealed[nonce_at : nonce_at + 12]
    data = value_associated_data(vector, 1, 1, 1, b"")
    envelope = sealed[:2] + b"\1" + sealed[3 : nonce_at + 12] + AESGCM(key).encrypt(nonce, plaintext, data)
    return changed(lines, "envelope", lambda _: envelope)


write("padding-none", "tampered", "padded, says the sealer, but no byte 80", seal_with_flag("x", EMAIL))
write("padding-zeros", "tampered", "padded with zeros alone", seal_with_flag("y", bytes(16)))
write("padding-empty", "tampered", "padded, but nothing is there", seal_with_flag("z", b""))
for at, about in ((20, "nonce of the data key"), (32, "data key"), (64, "tag of the data key")):
    write(f"flipped-{about.replace(' ', '-')}", "tampered", f"a bit of the {about}", changed(branch, "envelope", flip(at)))
write("flipped-key-id", "untrusted", "a bit of the key id", changed(branch, "envelope", flip(4)))
write("flipped-label-tag", "misplaced", "a bit of the label tag", changed(branch, "envelope", flip(80)))
write("flipped-record", "tampered", "a bit of the record, source 0", changed(record_branch, "envelope", flip(86)))
write("flipped-value-nonce", "tampered", "a bit of the nonce", changed(branch, "envelope", flip(86)))
write("flipped-ciphertext", "tampered", "a bit of the ciphertext", changed(branch, "envelope", flip(98)))
write("flipped-tag", "tampered", "a bit of the tag", changed(branch, "envelope", flip(-1)))
write("flipped-term", "tampered", "a bit of the term", changed(branch, "term eq", flip(0)))
write("flipped-order-term", "tampered", "a bit of the order term", changed(order, "term ord", flip(40)))
write("short-order-term", "malformed", "an order term of 63 bytes", changed(order, "term ord", lambda raw: raw[:63]))
write("cut-order-term", "tampered", "an order term of 48 bytes", changed(order, "term ord", lambda raw: raw[:48]))
write("short-term", "malformed", "a term of 15 bytes", changed(branch, "term eq", lambda raw: raw[:15]))
write("dropped-term", "tampered", "the column has no terms, the value was sealed with one", [line for line in branch if line[0] != "term eq"])
write("renamed-term", "tampered", "the same bytes as another term", [("term eq_lower", value) if name == "term eq" else (name, value) for name, value in branch])
write("other-column", "misplaced", "a value of another column", changed(branch, "label", lambda _: "public.users.phone"))
write("other-column-retagged", "tampered", "a value of another column, with its label tag put right", changed(changed(branch, "label", lambda _: "public.users.phone"), "envelope", put(80, label_tag("public.users.phone"))))
write("other-type", "tampered", "the column has another type", changed(branch, "type", lambda _: "varchar"))
write("other-table", "tampered", "source 1: another table", changed(kms, "table", lambda _: "public.orders"))
write("other-record", "tampered", "the record of another row, source 1", changed(record, "envelope", lambda raw: raw.replace(b"users/42", b"users/43")))
write("other-named-key", "untrusted", "the row of pgseal.keys has another named key", changed(branch, "named key", lambda _: "phone"))
write("other-named-key-moved", "tampered", "the row was given the named key of the column", changed(changed(branch, "named key", lambda _: "phone"), "row", lambda row: {**row, "named_key": "phone"}))
write("row-absent", "untrusted", "no row of pgseal.keys", [line for line in branch if line[0] != "row"])
write("row-of-kind-kms", "untrusted", "a branch key called kms", changed(branch, "row", lambda row: {**row, "kind": "kms"}))
write("row-of-kind-branch", "untrusted", "a KMS key called branch", changed(kms, "row", lambda row: {**row, "kind": "branch"}))
write("row-of-aws", "untrusted", "the row says aws, the map says local", changed(branch, "row", lambda row: {**row, "provider": "aws"}))
write("row-of-unknown-line", "untrusted", "the key file has no such line", changed(kms, "row", lambda row: {**row, "arn": "2026-07-01-none"}))
write("row-of-other-line", "tampered", "the blob is of another line than the row says", changed(kms, "row", lambda row: {**row, "arn": "2026-01-01-old"}))
write("row-tenant", "tampered", "the row was given another tenant", changed(branch, "row", lambda row: {**row, "tenant": "acme"}))
write("row-tenant-kms-data-key", "tampered", "the same, source 1", changed(kms, "row", lambda row: {**row, "tenant": "acme"}))
write("row-created", "tampered", "the row was given another time", changed(branch, "row", lambda row: {**row, "created": "2026-06-02T03:04:05.679Z"}))
write("row-pairs", "tampered", "the row was given other pairs", changed(kms, "row", lambda row: {**row, "context": {"app": "other"}}))
write("row-wrapped-null", "tampered", "the row of the branch key wraps nothing", changed(branch, "row", lambda row: {**row, "wrapped": None}))
write("row-wrapped-flipped", "tampered", "a bit of the wrapped branch key", changed(branch, "row", lambda row: {**row, "wrapped": flip(40)(bytes.fromhex(row["wrapped"])).hex()} if row["wrapped"] else row))
write("blob-flipped", "tampered", "a bit of the blob's ciphertext", changed(kms, "envelope", flip(55)))
write("blob-version", "tampered", "version 2 of the blob", changed(kms, "envelope", flip(22, 3)))
write("test-key-under-local", "untrusted", "source 2, and the map says local", changed(test_key, "kms", lambda _: "local"))
write("local-under-test-key", "untrusted", "source 0, and the map says insecure-test-key", changed(branch, "kms", lambda _: "insecure-test-key"))
write("statement-key", "untrusted", "source 3, found stored", Value("statement", EMAIL, source=3, terms=[]).seal())
swapped = Value("aa", b"other@example.org").seal()
write("swapped-data-key", "tampered", "the data key of another value", changed(branch, "envelope", lambda raw: raw[:20] + dict(swapped)["envelope"][20:80] + raw[80:]))
write("swapped-term", "tampered", "the term of another value of the column", changed(branch, "term eq", lambda _: dict(swapped)["term eq"]))

for old in here.glob("*.txt"):
    old.unlink()
for name, content in written_files.items():
    (here / f"{name}.txt").write_text(content, encoding="utf-8")
print(len(written_files), "vectors")

"""Writes the vectors of this folder from docs/envelope-format.md section 7.1. Run it here: python3 make.py"""

import hashlib
import pathlib
import sys

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent.parent / "seal"))
sys.dont_write_bytecode = True
from second_decoder import ord_term  # noqa: E402

KEY = hashlib.shake_256(b"pgseal vectors/order index key").digest(32)
FORMS = {
    "empty": b"",
    "bool-true": b"\1",
    "int4-least": bytes(4),
    "int4-minus-one": bytes.fromhex("7fffffff"),
    "int4-zero": bytes.fromhex("80000000"),
    "float8-nan": bytes.fromhex("fff8000000000000"),
    "one-segment": bytes(range(12)),
    "one-byte-more": bytes(range(13)),
    "uuid": bytes.fromhex("0f8fad5bd9cb469fa16570867728950e"),
    "longest": "Grüße ".encode() * 20,
}

for name, form in FORMS.items():
    lines = [("index key", KEY), ("order form", form), ("term ord", ord_term(KEY, form))]
    (here / f"{name}.txt").write_text("".join(f"{key}: {value.hex()}\n" for key, value in lines))

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make_register.py STORE MIRROR KEYS LINES

Continues the register of a store and its mirror up to so many lines, straight into the database: lines as destruction
leaves them, and a signed tree head every 100,000 lines. For benchmarks. Needs python3-cryptography.
"""
import hashlib
import json
import pathlib
import sqlite3
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "register"))
from verify_register import Tree  # noqa: E402

EVERY = 100000


def facts_of(number):
    digest = hashlib.sha256(str(number).encode()).hexdigest()[:32]
    return {"certificate": number, "proposal": number, "rule": "early-help", "schedule": 1,
            "counts": {"involvements": 1, "entries": number % 9, "documents": 0, "disclosures": 0, "people": number % 2},
            "record": digest,
            "statement": {"action": "destroy", "service": "early-help", "authority": "local policy",
                          "schedule_version": "2026-11", "trigger": "closed + 6y", "span_from": "2014",
                          "span_to": "2018", "holds_checked": 4, "fingerprint": digest,
                          "backups_gone_on": "2027-11-01"}}


def tree_head(tree, key):
    root = tree.root()
    text = f"casekeeper register {tree.size} {root}\n".encode()
    return {"size": tree.size, "root": root, "key": key.public_key().public_bytes_raw().hex(),
            "signature": key.sign(text).hex()}


def main(store, mirror, keys, lines):
    seed = (pathlib.Path(keys) / "signing.key").read_text(encoding="ascii").strip()
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    base = sqlite3.connect(store, isolation_level=None)
    base.execute("pragma synchronous = off")
    base.execute("begin")
    tree, previous, number = Tree(), "0" * 64, 0
    for number, previous in base.execute("select number, digest from register_line order by number"):
        tree.add(bytes.fromhex(previous))
    with open(mirror, "a", encoding="utf-8") as out:
        while number < lines:
            number += 1
            is_head = number % EVERY == 0 or number == lines
            kind, facts = ("checkpoint", tree_head(tree, key)) if is_head else ("destroyed", facts_of(number))
            line = json.dumps({"number": number, "previous": previous, "at": "2026-11-01T03:00:00Z", "kind": kind,
                               "actor": "nightly", "facts": facts}, separators=(",", ":"))
            previous = hashlib.sha256(line.encode()).hexdigest()
            tree.add(bytes.fromhex(previous))
            base.execute("insert into register_line (number, kind, line, digest) values (?, ?, ?, ?)",
                         (number, kind, line, previous))
            out.write(f'{{"line":{line},"digest":"{previous}"}}\n')
    base.execute("update register_state set mirrored = ?", (lines,))
    base.execute("commit")
    base.execute("pragma wal_checkpoint(truncate)")
    base.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))

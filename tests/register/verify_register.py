#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""verify_register.py MIRROR SIGNING.PUB [--head DIGEST]

Checks a mirror of casekeeper's register without casekeeper: that every line is whole and hashes to its digest, that
the lines are a chain from line 1 on, that every signed tree head is the Merkle root (RFC 6962) over the digests of all
lines before it, and that the register's key (Ed25519) signed it. A register that was cut after its last tree head shows
only where --head gives the digest it should end with. A last line without its end, as a crash leaves it, counts as
wrong.

Prints the number of lines and the last digest, and exits 0; or says which line is wrong first, and exits 1.
Needs python3-cryptography. Keeps a few hundred bytes, however long the register is.
"""
import hashlib
import json
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# A line of the mirror: the hashed text as it is, then its digest.
SHAPE = re.compile(rb'\{"line":(\{.*\}),"digest":"([0-9a-f]{64})"\}\n', re.DOTALL)
FIELDS = ["number", "previous", "at", "kind", "actor", "facts"]


class Wrong(Exception):
    pass


class Tree:
    """The roots of the full subtrees, largest first, with their heights."""

    def __init__(self):
        self.full = []
        self.size = 0

    def add(self, item):
        self.size += 1
        node, height = hashlib.sha256(b"\x00" + item).digest(), 0
        while self.full and self.full[-1][1] == height:
            left, _ = self.full.pop()
            node, height = hashlib.sha256(b"\x01" + left + node).digest(), height + 1
        self.full.append((node, height))

    def root(self):
        if not self.full:
            return hashlib.sha256(b"").hexdigest()
        node = self.full[-1][0]
        for left, _ in reversed(self.full[:-1]):
            node = hashlib.sha256(b"\x01" + left + node).digest()
        return node.hex()


def parse(raw):
    found = SHAPE.fullmatch(raw)
    if not found:
        raise Wrong("is no line of a register")
    text, digest = found.group(1), found.group(2).decode()
    if hashlib.sha256(text).hexdigest() != digest:
        raise Wrong("does not hash to its digest")
    try:
        line = json.loads(text.decode("utf-8"), object_pairs_hook=lambda pairs: pairs)
    except ValueError as error:
        raise Wrong("is not JSON") from error
    if [name for name, _ in line] != FIELDS:
        raise Wrong("has other fields than a line has")
    return dict(line), digest


def check_tree_head(line, tree, key):
    facts = dict(line["facts"])
    if facts.get("size") != tree.size or facts.get("root") != tree.root():
        raise Wrong("is a tree head, but not that of the lines before it")
    if facts.get("key") != key.hex():
        raise Wrong("is a tree head of another key")
    text = f"casekeeper register {tree.size} {tree.root()}\n".encode()
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(facts["signature"]), text)
    except (InvalidSignature, KeyError, ValueError, TypeError) as error:
        raise Wrong("is a tree head that this register's key did not sign") from error


def verify(mirror, key):
    """(lines, last digest); Wrong with the line's number."""
    tree, number, previous = Tree(), 0, "0" * 64
    for raw in mirror:
        number += 1
        try:
            line, digest = parse(raw)
            if line["number"] != number:
                raise Wrong(f"says it is line {line['number']}")
            if line["previous"] != previous:
                raise Wrong("does not follow the line before it")
            if line["kind"] == "checkpoint":
                check_tree_head(line, tree, key)
        except Wrong as wrong:
            raise Wrong(f"line {number} {wrong}") from wrong
        tree.add(bytes.fromhex(digest))
        previous = digest
    return number, previous


def main(arguments):
    head = None
    if len(arguments) == 4 and arguments[2] == "--head":
        head = arguments[3]
    elif len(arguments) != 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 64
    try:
        with open(arguments[1], encoding="ascii") as file:
            key = bytes.fromhex(file.readline().strip())
        with open(arguments[0], "rb") as mirror:
            lines, last = verify(mirror, key)
        if head is not None and head != last:
            raise Wrong(f"the register ends with {last} after {lines} lines, and not with {head}")
    except (OSError, ValueError) as error:
        print(f"verify_register.py: {error}", file=sys.stderr)
        return 65
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    print(f"{lines} lines, intact\nhead {last}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""flip_bytes.py CASEKEEPER CONFIG

Makes a register with the program itself, then changes every single byte of its mirror in turn, every digit of every
digest and every byte of every line in the store, and asks both verifiers. verify_register.py is asked of each changed
mirror; `casekeeper register verify` of a sample of them and of the store's bytes (the unit tests ask it of each). Also
cut, swapped, repeated and left-out lines. Ends with `N changes, all detected by both verifiers` or exits 1.
"""
import io
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from verify_register import Wrong, verify  # noqa: E402

EVERY = 97  # bytes between two samples given to the program


class Register:
    def __init__(self, casekeeper, folder):
        self.casekeeper = [casekeeper, "--config", str(folder / "config"), "--acting-as", "Ada Auditor", "--quiet"]
        self.store = folder / "casekeeper.db"
        self.mirror = folder / "casekeeper.db.register.jsonl"
        self.key = bytes.fromhex((folder / "casekeeper.db.keys" / "signing.pub").read_text().strip())
        self.good = self.mirror.read_bytes()
        self.head = verify(io.BytesIO(self.good), self.key)[1]
        self.changes = self.asked = 0
        self.missed = []

    def program_says(self, what):
        self.asked += 1
        said = subprocess.run(self.casekeeper + ["register", "verify"], capture_output=True, check=False)
        if said.returncode not in (1, 78):
            self.missed.append(f"casekeeper: {what}: exit {said.returncode}")

    def mirror_says(self, changed, what):
        self.changes += 1
        try:
            if verify(io.BytesIO(changed), self.key)[1] == self.head:
                self.missed.append(f"verify_register.py: {what}")
        except Wrong:
            pass

    def try_mirror(self, changed, what, ask_program):
        self.mirror_says(changed, what)
        if ask_program:
            self.mirror.write_bytes(changed)
            self.program_says(what)
            self.mirror.write_bytes(self.good)

    def flip_mirror(self):
        for at in range(len(self.good)):
            changed = bytearray(self.good)
            changed[at] ^= 1 << (at % 8)
            self.try_mirror(bytes(changed), f"byte {at} of the mirror", at % EVERY == 0)

    def rearrange_mirror(self):
        lines = self.good.splitlines(keepends=True)
        middle = len(lines) // 2
        for what, changed in {
            "two lines swapped": lines[:middle] + [lines[middle + 1], lines[middle]] + lines[middle + 2:],
            "a line left out": lines[:middle] + lines[middle + 1:],
            "a line repeated": lines[:middle] + [lines[middle]] + lines[middle:],
            "the last line cut": lines[:-1],
            "the first line cut": lines[1:],
            "everything cut": [],
        }.items():
            self.try_mirror(b"".join(changed), what, True)

    def flip_store(self):
        base = sqlite3.connect(self.store, isolation_level=None)
        rows = base.execute("select number, line, digest from register_line").fetchall()
        count = 0
        for number, line, digest in rows:
            for column, text in (("line", line), ("digest", digest)):
                for at in range(len(text)):
                    count += 1
                    if count % EVERY:
                        continue
                    changed = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1:]
                    base.execute(f"update register_line set {column} = ? where number = ?", (changed, number))
                    self.program_says(f"{column} {number}, byte {at} of the store")
                    base.execute(f"update register_line set {column} = ? where number = ?", (text, number))
        base.close()


def main(casekeeper, config):
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        subprocess.run([casekeeper, "--config", config, "--quiet", "demo", str(folder / "trust")],
                       check=True, stdout=subprocess.DEVNULL)
        for day in ("2030-01-01", "2036-01-01", "2044-01-01"):
            subprocess.run([casekeeper, "--config", str(folder / "trust" / "config"), "--acting-as", "Ruth Records",
                            "--quiet", "--as-of", day, "nightly"], check=True, stdout=subprocess.DEVNULL)
        register = Register(casekeeper, folder / "trust")
        register.flip_mirror()
        register.rearrange_mirror()
        register.flip_store()
        unharmed = subprocess.run(register.casekeeper + ["register", "verify"], capture_output=True, check=False)
        if unharmed.returncode != 0:
            register.missed.append("casekeeper refuses the register as it was")
    finally:
        shutil.rmtree(folder)
    for missed in register.missed[:20]:
        print("missed:", missed)
    if register.missed:
        return 1
    print(f"{register.changes} changes of the mirror, {register.asked} asked of the program: all detected")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""flip_bytes.py CASEKEEPER CONFIG

Makes a register of some dozens of lines with the program itself, then changes every single byte of its mirror in turn
and asks both verifiers: verify_register.py of each changed mirror, `casekeeper register verify` of a sample of them and
of the bytes of the store's lines, digests and kinds (custody/register_check_test.cpp asks it of each). Also cut,
swapped, repeated and left-out lines. Exits 1 where a change is missed, or where the register as it was is not intact.
"""
import io
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from verify_register import Wrong, verify  # noqa: E402

VERIFIER = pathlib.Path(__file__).parent / "verify_register.py"
EVERY = 199  # bytes between two samples given to the program
LOADS = 16


class Register:
    def __init__(self, casekeeper, folder):
        self.casekeeper = [casekeeper, "--config", str(folder / "config"), "--acting-as", "Ada Auditor", "--quiet"]
        self.store = folder / "casekeeper.db"
        self.mirror = folder / "casekeeper.db.register.jsonl"
        self.public = folder / "casekeeper.db.keys" / "signing.pub"
        self.key = bytes.fromhex(self.public.read_text().strip())
        self.good = self.mirror.read_bytes()
        self.lines, self.head = verify(io.BytesIO(self.good), self.key)
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

    def run_verifier(self):
        """The independent verifier as people run it: its exit code, and where it says the register breaks."""
        lines = self.good.splitlines(keepends=True)
        middle = len(lines) // 2
        broken = lines[:middle] + [lines[middle].replace(b'"at":"20', b'"at":"30')] + lines[middle + 1:]
        for changed, more, code, begins in (
                (self.good, ["--head", self.head], 0, f"{len(lines)} lines, intact"),
                (b"".join(broken), [], 1, f"line {middle + 1} "),
                (b"".join(lines[:-1]), ["--head", self.head], 1, "the register ends with ")):
            self.mirror.write_bytes(changed)
            said = subprocess.run([sys.executable, VERIFIER, str(self.mirror), str(self.public)] + more,
                                  capture_output=True, text=True, check=False)
            if said.returncode != code or not (said.stdout + said.stderr).startswith(begins):
                self.missed.append(f"verify_register.py said {said.stdout}{said.stderr} where it should: {begins}")
        self.mirror.write_bytes(self.good)

    def flip_store(self):
        base = sqlite3.connect(self.store, isolation_level=None)
        rows = base.execute("select number, line, digest, kind from register_line").fetchall()
        count = 0
        for number, line, digest, kind in rows:
            for column, text in (("line", line), ("digest", digest), ("kind", kind)):
                for at in range(len(text)):
                    count += 1
                    if count % EVERY:
                        continue
                    changed = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1:]
                    base.execute(f"update register_line set {column} = ? where number = ?", (changed, number))
                    self.program_says(f"{column} {number}, byte {at} of the store")
                    base.execute(f"update register_line set {column} = ? where number = ?", (text, number))
        base.close()


def fill(casekeeper, config, trust):
    """Nights that propose and sign, and loads."""
    def run(*words):
        subprocess.run([casekeeper, "--quiet", "--config", *words], check=True, stdout=subprocess.DEVNULL)
    run(config, "demo", str(trust))
    person = trust / "one-more.jsonl"
    for load in range(LOADS):
        person.write_text(json.dumps({"type": "person", "id": f"one-more-{load}", "family_name": "X"}) + "\n")
        run(str(trust / "config"), "--acting-as", "Ruth Records", "import", "bundle", str(person))
    for day in ("2030-01-01", "2036-01-01", "2044-01-01"):
        run(str(trust / "config"), "--acting-as", "Ruth Records", "--as-of", day, "nightly")


def main(casekeeper, config):
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        fill(casekeeper, config, folder / "trust")
        register = Register(casekeeper, folder / "trust")
        register.flip_mirror()
        register.rearrange_mirror()
        register.run_verifier()
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
    print(f"{register.lines} lines; {register.changes} changes of the mirror, and {register.asked} of mirror and store "
          "asked of the program: all detected")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

# SPDX-License-Identifier: MIT
"""Says of a JUnit file of ctest's how many tests ran on which engine, and which were skipped and why.

A test that runs on both engines has a name that ends in /sqlite or /postgresql.
"""

import re
import sys
import xml.etree.ElementTree


def reason_of(case):
    """What GoogleTest's GTEST_SKIP() was given, or what ctest says of a test that did not run."""
    output = case.findtext("system-out") or ""
    given = re.search(r": Skipped\n(.*?)\n\s*\[  SKIPPED \]", output, re.DOTALL)
    if given:
        return " ".join(given.group(1).split())
    skipped = case.find("skipped")
    return skipped.get("message") if skipped is not None else "no reason given"


ran = {"sqlite": 0, "postgresql": 0}
passed = failed = 0
skipped = {}
for case in xml.etree.ElementTree.parse(sys.argv[1]).iter("testcase"):
    if case.get("status") in ("notrun", "disabled"):
        skipped.setdefault(reason_of(case), []).append(case.get("name").split(" ")[0])
        continue
    if case.get("status") == "run":
        passed += 1
    else:
        failed += 1
    engine = re.search(r"/(sqlite|postgresql)\b", case.get("name"))
    if engine:
        ran[engine.group(1)] += 1

print(f"\nTests: {passed} passed, {failed} failed, {sum(map(len, skipped.values()))} skipped")
print(f"On SQLite: {ran['sqlite']}; on PostgreSQL: {ran['postgresql']}; the others need no store or choose their own")
for reason, names in sorted(skipped.items()):
    print(f"Skipped: {reason}: {', '.join(sorted(names))}")

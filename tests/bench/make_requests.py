#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make_requests.py REQUESTS FOLDER [access]

A bundle of so many people, each with an open request to delete (or, with `access`, to see the record): a mentoring involvement by consent, of every second
one a child in need as well, and six entries with an account. The same every time.
"""
import json
import os
import sys

COUNT = int(sys.argv[1])
FOLDER = sys.argv[2]
ASKS = "access_request" if sys.argv[3:] == ["access"] else "deletion_request"
ACCOUNTS = [
    "We met at the library and went through the week. The homework is done and the bus pass has come at last.",
    "A walk by the canal; talked about the move to the new college and who to ring when it gets too much.",
    "Called to say the club is shut next week. Sounded cheerful, has a part in the play.",
    "Home visit. The kitchen is being painted. We filled in the form for the bursary together.",
    "Said that a man at the old club had hurt people; wrote down the words and told the team manager.",
    "Review of the plan: two goals reached, one dropped, a new one about cooking for four.",
]


def line(**fields):
    return json.dumps(fields, separators=(",", ":")) + "\n"


os.makedirs(FOLDER, exist_ok=True)
with open(os.path.join(FOLDER, "records.jsonl"), "w", encoding="utf-8") as out:
    for number in range(COUNT):
        person = f"P{number:07d}"
        born = f"{1996 + number % 12}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        out.write(line(type="person", id=person, family_name=f"Family{number % 997}", date_of_birth=born))
        services = ["mentoring"] + (["child-in-need"] if number % 2 else [])
        for index, service in enumerate(services):
            involvement = f"I{number:07d}-{index}"
            out.write(line(type="involvement", id=involvement, person=person, service=service,
                           opened="2016-03-01", closed=f"{2019 + number % 6}-06-30"))
            for entry in range(6 // len(services)):
                out.write(line(type="entry", id=f"E{number:07d}-{index}-{entry}", involvement=involvement, kind="note",
                               occurred_at=f"2018-{1 + entry:02d}-11",
                               account=ACCOUNTS[(number + entry) % (6 if number % 50 == 0 else 4)]))
        out.write(line(type=ASKS, id=f"R{number:07d}", person=person,
                       received_at=f"2026-10-{1 + number % 28:02d}T10:00:00",
                       requester={"capacity": "self"}))

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make_long_record.py ENTRIES FOLDER [LEFT_OUT]

A bundle of one person in care from birth to 18 with so many entries: five involvements one after the other, forty
workers, a brother who refused to be shown and a foster carer, one entry in ten naming one of them, one in a hundred a
decision. LEFT_OUT more entries lie in a service that is not asked for. The same every time.
"""
import json
import os
import random
import sys

COUNT = int(sys.argv[1])
FOLDER = sys.argv[2]
LEFT_OUT = int(sys.argv[3]) if sys.argv[3:] else 0
dice = random.Random(17)

SENTENCES = [
    "We met at the library and went through the week, and the homework is done.",
    "A walk by the canal; we talked about the move to the new college and who to ring when it gets too much.",
    "The club is shut next week. She sounded cheerful and has a part in the play.",
    "The kitchen is being painted, so we sat in the garden and filled in the form for the bursary together.",
    "She slept badly and did not want breakfast, but went to school on time.",
    "The review of the plan found two goals reached, one dropped, and a new one about cooking for four.",
    "The dentist has moved the appointment to the week after next.",
    "She asked when the next contact is, and whether it can be at the swimming pool.",
    "Pocket money is saved for a bicycle; half of it is there.",
    "The school says that she reads well above her age and is quiet in the mornings.",
]
NAMED = ["Bertie came along and they played table tennis.", "Bertram Haverford rang and asked for her.",
         "Mrs Okonedo wants to know what was agreed.", "She wrote a card to Bertie and posted it herself."]
KINDS = ["note", "visit", "telephone-call", "meeting", "email-received"]


def line(**fields):
    return json.dumps(fields, separators=(",", ":")) + "\n"


def day(at, of):
    """Spread over eighteen years."""
    number = at * 18 * 336 // of
    return f"{2002 + number // 336}-{1 + number % 336 // 28:02d}-{1 + number % 28:02d}"


def account():
    words = dice.sample(SENTENCES, dice.randint(2, 6))
    if dice.random() < 0.1:
        words.insert(dice.randint(0, len(words)), dice.choice(NAMED))
    return " ".join(words)


os.makedirs(FOLDER, exist_ok=True)
with open(os.path.join(FOLDER, "records.jsonl"), "w", encoding="utf-8") as out:
    out.write(line(type="person", id="P1", family_name="Haverford", given_names="Clara", date_of_birth="2002-01-03"))
    out.write(line(type="person", id="P2", family_name="Haverford", given_names="Bertram", known_as=["Bertie"]))
    out.write(line(type="person", id="P3", family_name="Okonedo", given_names="Ruth"))
    out.write(line(type="relationship", person="P1", kind="sibling", other="P2", consent_to_disclose="refused"))
    out.write(line(type="relationship", person="P1", kind="foster-carer", other="P3", consent_to_disclose="refused"))
    for worker in range(40):
        out.write(line(type="professional", id=f"W{worker}", name=f"Ann Hillier{chr(97 + worker % 26)}{worker // 26 * 'y'}",
                       kind="social-work", role="social worker"))
    for service in range(5):
        out.write(line(type="involvement", id=f"I{service}", person="P1", service="child-in-need",
                       opened=day(service, 5), closed=day(service + 1, 5)))
    if LEFT_OUT:
        out.write(line(type="involvement", id="I9", person="P1", service="mentoring", opened="2012-01-01",
                       closed="2019-01-01"))
    for at in range(COUNT):
        fields = {"type": "entry", "id": f"E{at:07d}", "involvement": f"I{at * 5 // COUNT}", "kind": dice.choice(KINDS),
                  "occurred_at": day(at, COUNT) + "T10:00:00", "author": f"W{at * 40 // COUNT}", "account": account()}
        if at % 100 == 7:
            fields.update(kind="decision", decision="The plan goes on as it is.", reason="It does her good.")
        out.write(json.dumps(fields, separators=(",", ":")) + "\n")
    for at in range(LEFT_OUT):
        out.write(line(type="entry", id=f"X{at:07d}", involvement="I9", kind="note", occurred_at="2014-03-04T10:00:00",
                       account=account()))

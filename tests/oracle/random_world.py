#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a made-up trust: a catalogue, a schedule that uses the whole language, and a bundle.

    random_world.py SEED INVOLVEMENTS DIR [--quiet]

The same seed writes the same files.  DIR/config holds the configuration, DIR/bundle
the records, DIR/changes a second bundle that changes about one line in a hundred, and
DIR/releases.txt the holds that somebody releases at that time.  Days lie mostly in
1950..2060 so that on 2026-11-01 every outcome is frequent; the distribution is printed.
"""
import argparse
import collections
import getpass
import json
import pathlib
import random
from datetime import date, timedelta

TODAY = date(2026, 11, 1)

# Per service: id, file group, groups, typical events, roles.
SERVICES = [
    ("looked-after", "social-care", ["in-care"], ["order-made", "order-ended"], []),
    ("accommodated-s20", "social-care", ["in-care"], ["placement-ended"], []),
    ("care-order", "social-care", ["in-care", "court"], ["order-made", "order-ended"], []),
    ("child-protection-plan", "social-care", ["child-protection"], ["minutes-approved"], ["alleged-perpetrator"]),
    ("s47-enquiry", "social-care", ["child-protection"], ["minutes-approved"], ["alleged-perpetrator"]),
    ("child-in-need", "social-care", ["family-help"], [], []),
    ("early-help", "social-care", ["family-help", "early"], [], ["parent"]),
    ("contact-referral", "social-care", ["early"], [], ["referrer"]),
    ("leaving-care", "social-care", ["in-care"], ["award"], []),
    ("education-welfare", "education", ["school"], [], []),
    ("pupil-record", "education", ["school"], ["award"], []),
    ("ehc-plan", "education", ["school", "sen"], ["award", "refused-or-withdrawn"], []),
    ("sen-support", "education", ["sen"], [], []),
    ("admissions", "education", ["school"], ["refused-or-withdrawn"], []),
    ("youth-justice-order", "youth-justice", ["justice", "court"], ["order-made", "order-ended"], []),
    ("prevention", "youth-justice", ["justice"], [], ["mentor"]),
    ("appropriate-adult", "youth-justice", ["justice"], [], []),
    ("health-visiting", "universal", ["early"], [], []),
    ("youth-club", "universal", ["early"], [], []),
    ("foster-carer-approval", "carers", ["carer"], ["approval-ended", "refused-or-withdrawn"], []),
    ("volunteer", "carers", ["carer"], ["approval-ended"], ["supported-child"]),
    ("adoption-case", "adoption", ["adoption-records", "court"], ["order-made"], []),
    ("adopter-assessment", "adoption", ["adoption-records"], ["refused-or-withdrawn"], ["supported-child"]),
    ("lado-allegation", "allegations", ["lado"], ["award"], ["alleged-perpetrator"]),
    ("lado-consultation", "allegations", ["lado"], [], ["alleged-perpetrator"]),
]
GROUPS = sorted({group for service in SERVICES for group in service[2]})
BY_FILE = {}
for one in SERVICES:
    BY_FILE.setdefault(one[1], []).append(one)
CLASSES = ["statutory", "duty", "voluntary"]
ATTRIBUTES = {"medium": ["paper", "electronic", "mixed"], "jurisdiction": ["england", "wales"],
              "outcome": ["substantiated", "unfounded", "malicious", "no-further-action", "2nd-hearing"]}
BUILT_IN = ["birth", "death", "opened", "closed", "file-closed", "last-entry", "last-activity",
            "last-contact", "created"]
FAMILY = ["mother", "father", "parent", "child", "sibling", "half-sibling", "step-parent", "step-sibling",
          "grandparent", "grandchild", "aunt-or-uncle", "niece-or-nephew", "cousin", "partner", "guardian"]
NOT_FAMILY = ["foster-carer", "adoptive-parent", "friend", "neighbour", "referrer", "alleged-perpetrator",
              "supported-child", "other"]
ENTRY_KINDS = ["meeting", "telephone-call", "face-to-face", "letter-sent", "letter-received", "email-sent",
               "email-received", "decision", "assessment", "plan", "review", "visit", "note"]
HOLD_KINDS = ["inquiry", "litigation", "police", "complaint", "ombudsman", "inquest", "practice-review",
              "restriction", "other"]
NARRATIVE = ["spoke", "with", "the", "family", "about", "school", "and", "health", "visited", "home", "Inquest,",
             "inquests", "INQUEST", "Oakfield", "oakfield's", "Oakfields", "Zoë", "ZOË", "Zoe", "Elm House.",
             "elm  house", "police", "(police)", "policed", "agreed", "plan", "review", "letter", "sent"]


class Chooser(random.Random):
    def chance(self, share):
        return self.random() < share

    def day(self, first, last):
        return self.snap(first + timedelta(days=self.randint(0, max(0, (last - first).days))), first, last)

    def snap(self, day, first, last):
        if self.chance(0.1):
            # About the anniversary of the first night, or a turn of the year, so that answers turn on a day.
            month, first_of = self.choice([(TODAY.month, TODAY.day)] * 3 + [(4, 1), (9, 1), (3, 1)])
            near = date(day.year, month, first_of) + timedelta(days=self.randint(-1, 1))
            day = near if first <= near <= last else day
        return day

    def some(self, things, least, most):
        return self.sample(things, min(len(things), self.randint(least, most)))


# ---------------------------------------------------------------- the schedule

class ScheduleWriter:
    def __init__(self, chooser):
        self.pick = chooser
        self.rules = []

    def period(self, years):
        """A period of about so many years, in every mixture of units."""
        pick = self.pick
        return pick.choices([f"{years}y", f"{years * 12 + pick.randint(0, 11)}m", f"{years}y{pick.randint(1, 11)}m",
                             f"{years * 365 + pick.randint(0, 400)}d", f"{years}y{pick.randint(1, 60)}d",
                             f"{years}y{pick.randint(1, 20)}m{pick.randint(1, 40)}d",
                             f"{years * 12}m{pick.randint(1, 30)}d"], [14, 3, 2, 2, 1, 1, 1])[0]

    def start(self, services):
        """A date to count from, and the usual number of years from there."""
        pick = self.pick
        events = [name for service in services for name in service[3]]
        roles = [role for service in services for role in service[4]]
        name = pick.choices(["birth", "role", "event", "closed", "opened", "last-entry", "last-activity", "last-contact",
                             "created", "file-closed", "iso", "death"],
                            [18, 10 if roles else 0, 10 if events else 1, 14, 5, 2, 12, 12, 5, 8, 1, 1])[0]
        if name == "birth":
            return "birth", pick.choice([18, 21, 25, 25, 30, 35, 50, 75])
        if name == "role":
            return f"birth@{pick.choice(roles)}", pick.choice([18, 25, 40, 67, 75])
        if name == "event":
            return pick.choice(events or ["award"]), pick.choice([1, 3, 5, 10, 15, 25])
        if name == "iso":
            return pick.day(date(1960, 1, 1), date(2015, 12, 31)).isoformat(), pick.choice([5, 10, 25])
        if name == "death":
            return "death", pick.choice([2, 10, 15])
        return name, pick.choice([1, 3, 6, 6, 8, 10, 15, 20, 35])

    def date(self, services, depth=2):
        """A date of the language."""
        pick = self.pick
        start, years = self.start(services)
        plain = f"{start} + {self.period(years)}"
        shape = pick.choices(["plain", "later", "earlier", "end-of", "age", "paren", "minus", "bare", "chain"],
                             [30, 9 if depth else 0, 9 if depth else 0, 12, 6, 4, 5, 3, 3])[0]
        if shape == "later":
            # A last part that is always known keeps the whole from being unknown too often.
            return f"later-of({self.date(services, depth - 1)}, {self.sure_date(depth - 1)})" + self.tail()
        if shape == "earlier":
            parts = [self.date(services, depth - 1) for _ in range(pick.randint(1, 2))] + [self.sure_date(depth - 1)]
            if pick.chance(0.3):
                parts[0] = f"death + {self.period(pick.choice([1, 10, 15]))}"
            pick.shuffle(parts)
            return f"earlier-of({', '.join(parts)})" + self.tail()
        if shape == "end-of":
            kind = pick.choice(["financial-year", "academic-year", "calendar-year"])
            if pick.chance(0.5):
                return f"end-of({kind}, {start}) + {self.period(years)}"
            return f"end-of({kind}, {plain})" + self.tail()
        if shape == "age":
            return f"age({self.period(pick.choice([18, 25, 31, 75]))})" + self.tail()
        if shape == "paren":
            return f"({plain}) + {self.period(pick.randint(1, 3))}"
        if shape == "minus":
            return f"{plain} - {self.period(pick.randint(1, 2))}"
        if shape == "bare":
            return start if start[0].isalpha() else plain
        if shape == "chain":
            return f"{plain} + {self.period(1)} - {self.period(2)}"
        return plain

    def tail(self):
        return f" + {self.period(self.pick.randint(1, 3))}" if self.pick.chance(0.3) else ""

    def sure_date(self, depth):
        pick = self.pick
        name = pick.choice(["opened", "last-activity", "last-contact", "created", "closed"])
        text = f"{name} + {self.period(pick.choice([3, 6, 10, 20]))}"
        return f"end-of(calendar-year, {text})" if depth and pick.chance(0.2) else text

    def named_services(self, most=3):
        """A few service ids and groups, as a rule or a condition names them."""
        pick = self.pick
        names = [service[0] for service in SERVICES]
        return sorted(pick.sample(names + GROUPS, pick.randint(1, most)))

    def test(self, services):
        pick = self.pick
        events = [name for service in services for name in service[3]] + ["award"]
        roles = [role for service in services for role in service[4]] + ["parent"]
        kind = pick.choices(["died", "died before", "recorded", "before", "ever", "open", "family-open", "=", "!="],
                            [3, 5, 6, 12, 7, 4, 5, 10, 3])[0]
        if kind == "died":
            return "died"
        if kind == "died before":
            return f"died before {pick.choice(['18y', '18y', '25y', '16y6m', '216m', '18y1d', '40y', '21y6m5d'])}"
        if kind == "recorded":
            return "recorded(" + pick.choice([pick.choice(events), pick.choice(BUILT_IN), "birth", "death",
                                              f"birth@{pick.choice(roles)}", f"death@{pick.choice(roles)}"]) + ")"
        if kind == "before":
            left = pick.choices(["opened", "created", "birth", "closed", "last-contact", "age(18y)", "death",
                                 pick.choice(events), f"birth@{pick.choice(roles)}", "(birth + 18y)", "birth + 10y"],
                                [5, 3, 5, 4, 3, 3, 1, 2, 1, 2, 2])[0]
            right = pick.choice([pick.day(date(1985, 1, 1), date(2020, 12, 31)).isoformat(), "1999-12-31",
                                 "opened + 2y", "(last-activity - 18m)", "end-of(academic-year, opened)"])
            return f"{left} {pick.choice(['before', 'after'])} {right}"
        if kind in ("ever", "open"):
            return f"{kind}({', '.join(self.named_services())})"
        if kind == "family-open":
            return f"family-open({pick.choice(['*', ', '.join(self.named_services())])})"
        name = pick.choice(list(ATTRIBUTES))
        return f"{name} {kind} {pick.choice(ATTRIBUTES[name])}"

    def condition(self, services, depth=2):
        pick = self.pick
        shape = pick.choices(["test", "not", "and", "or", "not-paren", "paren"],
                             [12, 4] + ([3, 3, 1, 1] if depth else [0, 0, 0, 0]))[0]
        if shape == "not":
            return f"not {self.test(services)}"
        if shape in ("and", "or"):
            return f" {shape} ".join(self.condition(services, depth - 1) for _ in range(pick.randint(2, 3)))
        if shape == "not-paren":
            return f"not ({self.condition(services, depth - 1)})"
        if shape == "paren":
            return f"({self.condition(services, depth - 1)}) and {self.test(services)}"
        return self.test(services)

    def rule(self, **fixed):
        pick = self.pick
        # A rule names one file group's services mostly, as published schedules do.
        services = fixed.pop("on", None) or pick.some(BY_FILE[pick.choice(
            ["social-care", "social-care", "social-care", "education", "education", "youth-justice", "universal", "carers",
             "adoption", "allegations"])], 1, 2)
        names = [service[0] for service in services]
        if pick.chance(0.15) and services[0][2]:
            names = [pick.choice(services[0][2])] + names[1:]
        number = len(self.rules)
        rule = {"id": f"rule-{number:02d}", "title": f"Made-up rule {number}", "services": names}
        if pick.chance(0.45):
            rule["if"] = self.condition(services)
        rule["until"] = self.date(services)
        rule["bound"] = pick.choices(["at-least", "exactly", "at-most", None], [9, 4, 5, 5])[0]
        rule["action"] = pick.choices(["destroy", None, "anonymise", "archive"], [5, 6, 3, 3])[0]
        rule["covers"] = pick.choices([None, "involvement", "file", "person"], [12, 4, 5, 2])[0]
        if pick.chance(0.12):
            rule["not_while"] = pick.choice(["family-open(*)", self.condition(services, 1), self.condition(services, 1),
                                             f"open({', '.join(self.named_services())})"])
        if pick.chance(0.1):
            rule["approvals"] = 2
        if pick.chance(0.1):
            rule["notify_before"] = "6m"
        rule["authority"] = "made up"
        rule["basis"] = pick.choice(["statute", "guidance", "business"])
        rule.update(fixed)
        self.rules.append({key: value for key, value in rule.items() if value is not None})
        return self.rules[-1]

    def write_rules(self):
        pick = self.pick
        for _ in range(pick.randint(14, 22)):
            self.rule()
        for _ in range(2):
            self.rule(action="review")
        narrow = f"{pick.choice(['medium = paper', 'outcome = substantiated'])} and opened before 1990-01-01"
        self.rule(action="permanent", until=None, **{"if": narrow})
        self.rule(action="permanent", covers="file", on=[pick.choice(BY_FILE["adoption"])], **{"if": "recorded(order-made)"})
        self.rule(action="decide", until=None, covers=None, bound=None)
        self.rule(action="decide")
        for covers in (None, pick.choice(["file", "person"])):
            self.rule(action="minimise", covers=covers, keep=["name", "date_of_birth", "order", "outcome"])
        self.rule(action="minimise", services=["*"], remove=["addresses", "contacts"], **{
            "if": None, "not_while": None, "until": f"last-contact + {self.period(pick.randint(8, 15))}"})
        self.rule(action="transfer", to="the county record office")
        self.rule(action="transfer", to="the receiving school", covers="file")
        # Everybody whose death is recorded, so that events of death decide something.
        self.rule(on=pick.sample(SERVICES, 10), services=pick.sample([one[0] for one in SERVICES], 10), covers=None,
                  until="death + 15y", bound="at-least", **{"if": f"died before {pick.choice(['18y', '25y'])}"})
        self.rule(on=pick.sample(SERVICES, 3), not_while="family-open(*)", bound="at-least", covers=None,
                  until=f"last-contact + {self.period(6)}", action="destroy", **{"if": None})
        self.rule(on=pick.sample(SERVICES, 2), **{"if": f"family-open({', '.join(self.named_services(4))})"})
        # Two rules of one day and different ends: the earlier in the file is named.
        twins = pick.sample(SERVICES, 3)
        for action in ("archive", "anonymise"):
            self.rule(on=twins, services=[one[0] for one in twins], action=action, bound="at-least",
                      until="closed + 12y", not_while=None, **{"if": None})
        self.rule(on=twins, services=[twins[0][0]], bound="at-most", until="closed + 12y", **{"if": None})
        # Unknown conditions of every sort.
        self.rule(on=pick.sample(SERVICES, 2), until="file-closed + 6y", covers="file", **{"if": "jurisdiction != wales"})
        self.rule(on=pick.sample(SERVICES, 2), until="last-activity + 5y", bound="at-least", **{
            "if": None, "not_while": "outcome != malicious and not outcome = unfounded"})
        self.rule(action="minimise", remove=["addresses"], covers="file", **{"if": "medium != paper"})
        # What chance might leave out.
        by_id = {service[0]: service for service in SERVICES}
        self.rule(on=[by_id["lado-allegation"], by_id["lado-consultation"]], covers=pick.choice(["file", None]), **{
            "if": "recorded(death@alleged-perpetrator) or not (medium != paper)",
            "until": f"earlier-of(death@alleged-perpetrator + {self.period(10)}, birth@alleged-perpetrator + "
                     f"{self.period(75)}, (closed + {self.period(30)}) - {self.period(1)})"})
        self.rule(on=pick.sample(SERVICES, 1), **{
            "until": f"later-of(earlier-of(last-entry, closed) + {self.period(4)}, end-of(academic-year, opened))"})
        self.rule(services=["*"], default=True, covers=None, replaces=None, action="destroy", **{
            "if": self.condition(SERVICES), "until": f"end-of(financial-year, last-activity) + {self.period(6)}"})
        self.rule(services=["*"], default=True, covers=None, action=pick.choice(["destroy", "review", "archive"]), **{
            "if": pick.choice(["medium = electronic", "opened after 1990-01-01", "recorded(birth)"]),
            "until": f"last-activity + {self.period(10)}"})
        self.rule(services=[pick.choice(GROUPS)], default=True)
        if pick.chance(0.4):
            self.rule(services=["*"], default=True, action="minimise", keep=["name"], **{"if": "medium = mixed"})

    def write_replaces(self):
        """Rules replace rules further down a shuffled order, so never in a circle."""
        pick = self.pick
        order = self.rules[:]
        pick.shuffle(order)

        def may(above, below):
            floor = below["basis"] == "statute" and below.get("bound") != "at-most"
            return not (above["basis"] == "business" and floor)

        def meet(above, below):
            def spread(rule):
                return {name for service in SERVICES for name in service[:1]
                        if "*" in rule["services"] or {service[0], *service[2]} & set(rule["services"])}
            return bool(spread(above) & spread(below)) or above.get("covers") in ("file", "person")

        for place, above in enumerate(order):
            below = [rule for rule in order[place + 1:] if may(above, rule) and meet(above, rule)]
            if below and pick.chance(0.4):
                above["replaces"] = [rule["id"] for rule in pick.some(below, 1, 2)]
        # Defaults replace each other, and one a rule that is no end rule.
        defaults = [rule for rule in self.rules if rule.get("default") and rule["services"] == ["*"]]
        defaults[0]["basis"] = defaults[1]["basis"] = "guidance"
        minimise = next(rule for rule in self.rules if rule.get("action") == "minimise" and rule["services"] == ["*"])
        for rule in defaults[:2] + [minimise]:
            rule.pop("replaces", None)
        if pick.chance(0.7):
            defaults[0]["replaces"] = [defaults[1]["id"]]
        if pick.chance(0.7):
            defaults[1]["replaces"] = [minimise["id"]]
        # One chain of three for certain, on one service.
        chain_service = pick.choice(SERVICES)
        last = self.rule(on=[chain_service], services=[chain_service[0]], basis="guidance")
        middle = self.rule(on=[chain_service], services=[chain_service[0]], basis="guidance", replaces=[last["id"]])
        self.rule(on=[chain_service], services=[chain_service[0]], basis="statute", replaces=[middle["id"]])

    def toml(self):
        self.write_rules()
        self.write_replaces()
        self.pick.shuffle(self.rules)
        financial = self.pick.choice(["04-01", "04-01", "04-06", "01-01", "08-01"])
        academic = self.pick.choice(["09-01", "09-01", "08-15", "10-01"])
        lines = ["[schedule]", 'title = "A made-up schedule"', 'version = "2026-11"', "adopted = 2026-11-01",
                 "expires = 2099-12-31", 'jurisdiction = "england"', f'financial_year_starts = "{financial}"',
                 f'academic_year_starts = "{academic}"']
        for rule in self.rules:
            lines += ["", "[[rule]]"] + [f"{key} = {json.dumps(value)}" for key, value in rule.items()]
        return "\n".join(lines) + "\n"


def catalogue_toml(pick):
    lines = []
    for id, file, groups, _, _ in SERVICES:
        lines += ["[[service]]", f'id = "{id}"', f'title = "{id.replace("-", " ").capitalize()}"',
                  f'class = "{pick.choice(CLASSES)}"', 'authority = "made up"', f'file = "{file}"',
                  f"groups = {json.dumps(groups)}", ""]
    return "\n".join(lines)


# ---------------------------------------------------------------- the records

class RecordWriter:
    def __init__(self, chooser, involvements):
        self.pick = chooser
        self.wanted = involvements
        self.people, self.relationships, self.involvements, self.entries, self.holds = {}, {}, {}, {}, {}
        self.birth_year = {}

    def any_person(self):
        return self.pick.choice(self.person_ids)

    def near(self, id):
        """Mostly a person of about the same place in the list: small families, met again."""
        if self.pick.chance(0.1):
            return self.any_person()
        place = self.person_ids.index(id) if isinstance(id, str) else id
        return self.person_ids[min(len(self.person_ids) - 1, max(0, place + self.pick.randint(-4, 4)))]

    def birth(self, person, year):
        pick = self.pick
        person.pop("date_of_birth", None)
        shape = pick.choices(["day", "leap", "month", "year", "unknown", "unborn"], [74, 7, 4, 4, 4, 2])[0]
        day = pick.day(date(year, 1, 1), date(year, 12, 31))
        if shape == "leap":
            day = date(max(1936, year - year % 4), 2, 29)
        if shape == "unborn":
            person["expected_date_of_birth"] = pick.day(date(2026, 6, 1), date(2027, 8, 1)).isoformat()
            if pick.chance(0.4):
                person["date_of_birth"] = pick.choice([person["expected_date_of_birth"], "2027", "2026", "2026-11"])
        elif shape != "unknown":
            person["date_of_birth"] = day.isoformat()[:{"month": 7, "year": 4}.get(shape, 10)]

    def death(self, person, year):
        pick = self.pick
        shape = pick.choices(["day", "near 18", "no day", "future", "future and died"], [50, 40, 12, 6, 3])[0]
        born = person.get("date_of_birth", "")
        if shape == "near 18" and len(born) >= 7 and born < "2000":
            then = date(int(born[:4]) + pick.choice([18, 25]), int(born[5:7]), min(28, int(born[8:] or 15)))
            days = pick.choice([0, 0, 1, -1, 2]) if len(born) == 10 else pick.randint(-25, 25)
            person["date_of_death"] = (then + timedelta(days=days)).isoformat()
        elif shape == "no day":
            person["died"] = True
        elif shape.startswith("future"):
            person["date_of_death"] = pick.day(TODAY, date(2034, 1, 1)).isoformat()
            if "died" in shape:
                person["died"] = True
        else:
            first = min(date(year, 6, 1), TODAY - timedelta(days=400))
            person["date_of_death"] = pick.day(first, min(date(year + 70, 1, 1), TODAY)).isoformat()
            if pick.chance(0.2):
                person["died"] = True

    def write_people(self):
        pick = self.pick
        for number in range(max(8, int(self.wanted / 2.2))):
            id = f"P{number}" if number % 50 else f"p{number + 1}"
            year = pick.choice([pick.randint(1936, 2026), pick.randint(1960, 2012), pick.randint(1940, 1995)])
            person = {"type": "person", "id": id, "family_name": f"Name{number % 700}"}
            self.birth(person, year)
            if pick.chance(0.13):
                self.death(person, year)
            self.birth_year[id] = year
            self.people[id] = person
        self.person_ids = list(self.people)

    def relate(self, one, kind, other=None, name=None):
        if one != other:
            row = {"type": "relationship", "person": one, "kind": kind}
            row["other" if other else "name"] = other or name
            self.relationships[(one, kind, other, name)] = row

    def write_relationships(self):
        pick = self.pick
        for place, id in enumerate(self.person_ids):
            for _ in range(pick.choice([0, 0, 1, 1, 2])):
                self.relate(id, pick.choice(FAMILY), self.near(place))
            if pick.chance(0.15):
                self.relate(id, pick.choice(NOT_FAMILY), self.near(place))
            if pick.chance(0.1):
                self.relate(id, pick.choice(FAMILY + NOT_FAMILY), None, f"Somebody {place % 90}")
            if pick.chance(0.05):
                twin = self.near(place)
                self.relate(id, "same-person", twin)
                if pick.chance(0.3):
                    for one in (id, twin):
                        self.death(self.people[one], self.birth_year[one])
            if pick.chance(0.05):
                # The record of the adopted person names the one before the adoption; relatives look on.
                before = self.near(place)
                if before != id:
                    self.people[id]["adopted_from"] = before
                    if pick.chance(0.4):
                        self.relate(id, pick.choice(FAMILY + ["same-person"]), before)
                    if pick.chance(0.5):
                        between = self.near(place)
                        self.relate(between, pick.choice(FAMILY), id)
                        self.relate(between, pick.choice(FAMILY + ["same-person"]), before)

    def involvement(self, id, place, file):
        pick = self.pick
        person = self.person_ids[place]
        service = pick.choice(BY_FILE[file])
        year = self.birth_year[person]
        opened = pick.day(date(max(1950, year), 1, 1), date(min(2025, max(1951, year + 22)), 12, 31))
        if pick.chance(0.02):
            opened = pick.day(TODAY - timedelta(days=20), date(2030, 1, 1))
        row = {"type": "involvement", "id": id, "person": person, "service": service[0], "opened": opened.isoformat()}
        if pick.chance(0.93):
            closed = opened + timedelta(days=int(pick.choice([30, 400, 1500, 4000]) * (0.2 + pick.random())))
            closed = pick.snap(closed, opened, TODAY)
            if pick.chance(0.01):
                closed = opened - timedelta(days=pick.randint(1, 50))
            if closed > TODAY and pick.chance(0.6):
                closed = pick.day(opened, max(opened, TODAY))
            row["closed"] = closed.isoformat()
        elif pick.chance(0.2):
            row["closed"] = None
        self.events(row, service)
        attributes = {name: pick.choice(words) for name, words in ATTRIBUTES.items() if pick.chance(0.88)}
        if attributes or pick.chance(0.5):
            row["attributes"] = attributes
        roles = {role: self.near(place) for role in service[4] if pick.chance(0.9)}
        if roles:
            row["roles"] = roles
        return row

    def events(self, row, service):
        pick = self.pick
        opened = date.fromisoformat(row["opened"])
        names = [name for name in service[3] if pick.chance(0.88)]
        names += [name for name in ("created", "award", "order-made") if name not in names and pick.chance(0.08)]
        events = {}
        for name in names:
            events[name] = (opened + timedelta(days=pick.randint(-60, 2500))).isoformat()
            if pick.chance(0.04):
                events[name] = pick.day(TODAY - timedelta(days=3), date(2033, 1, 1)).isoformat()
            if pick.chance(0.03):
                events[name] = f"{pick.choice([1996, 2004, 2016, 2024])}-02-29"
        if pick.chance(0.02):
            events[pick.choice(["closed", "last-contact", "birth", "file-closed"])] = "1999-09-09"
        if events:
            row["events"] = events

    def write_involvements(self):
        pick = self.pick
        files = list(BY_FILE)
        home = {}
        for number in range(self.wanted):
            id = f"I{number}" if number % 60 else f"i{number + 1}"
            place = min(int(pick.random() ** 1.25 * len(self.person_ids)), len(self.person_ids) - 1)
            file = home.setdefault(place, pick.choices(files, [9, 5, 3, 2, 2, 2, 3])[0])
            if pick.chance(0.35):
                file = pick.choices(files, [9, 5, 3, 2, 2, 2, 3])[0]
            self.involvements[id] = self.involvement(id, place, file)

    def moment(self, day):
        """A moment on about that day, in every way of writing one."""
        pick = self.pick
        if pick.chance(0.12):
            # About the change of the clocks.
            day = date(day.year, pick.choice([3, 10]), pick.randint(24, 31))
        hour, minute = pick.choice([(23, 30), (0, 30), (0, 0), (23, 59), (1, 30), (12, 0), (9, 15)])
        text = f"{day.isoformat()}T{hour:02d}:{minute:02d}:{pick.choice(['00', '59'])}"
        if pick.chance(0.05):
            text += ".250"
        return text + pick.choice(["", "", "Z", "+00:00", "+01:00", "-05:00", "+05:30", "+13:00"])

    def entry(self, id, involvement, day):
        pick = self.pick
        kind = pick.choice(ENTRY_KINDS)
        row = {"type": "entry", "id": id, "involvement": involvement["id"], "kind": kind, "occurred_at": self.moment(day)}
        if pick.chance(0.5):
            row["recorded_at"] = self.moment(day + timedelta(days=pick.choice([-1, 0, 0, 1, 3, 40, 400])))
        row["account"] = " ".join(pick.choice(NARRATIVE) for _ in range(pick.randint(2, 7)))
        if kind == "decision":
            row["decision"] = pick.choice(["agreed", "Inquest opened", "close the case"])
            row["reason"] = pick.choice(["policy", "the police asked", "Elm House is shut"])
        if pick.chance(0.05):
            row["subject_words"] = pick.choice(["I like ZOË", "leave me alone", "oakfield is home"])
        return row

    def entry_day(self, involvement):
        pick = self.pick
        opened = date.fromisoformat(involvement["opened"])
        closed = date.fromisoformat(involvement.get("closed") or (opened + timedelta(days=700)).isoformat())
        day = pick.day(opened, max(opened, closed))
        if pick.chance(0.04):
            day = pick.day(date(2024, 1, 1), date(2028, 1, 1))
        return day

    def write_entries(self):
        number = 0
        for involvement in self.involvements.values():
            for _ in range(self.pick.choice([0, 1, 1, 2, 3])):
                id = f"E{number}"
                self.entries[id] = self.entry(id, involvement, self.entry_day(involvement))
                number += 1

    def hold(self, id):
        pick = self.pick
        ids = list(self.involvements)
        scopes = {
            "persons": lambda: pick.some(self.person_ids, 1, max(3, len(ids) // 200)),
            "involvements": lambda: pick.some(ids, 1, max(3, len(ids) // 300)),
            "services": lambda: [pick.choice([service[0] for service in SERVICES] + GROUPS)],
            "words": lambda: pick.some(["inquest", "Oakfield", "zoë", "Elm House", "POLICE", "absent"], 1, 2),
        }
        kind = pick.choices(["persons", "involvements", "services", "words", "opened", "all"], [6, 6, 3, 4, 3, 1])[0]
        scope = {kind: scopes[kind]()} if kind in scopes else {}
        year = pick.randint(1955, 2020)
        if kind in ("opened", "services", "words") or pick.chance(0.1):
            scope["opened_from"] = f"{year}-03-01"
            if kind != "opened" or pick.chance(0.7):
                scope["opened_to"] = (date(year, 3, 1) + timedelta(days=pick.randint(0, 700))).isoformat()
        if pick.chance(0.15):
            scope["services"] = sorted(set(pick.sample(GROUPS, 3)))
        if kind == "all":
            scope = {"services": ["*"], "opened_from": "1990-01-01", "opened_to": "1990-12-31"}
        elif set(scope) == {"opened_from"}:
            scope["words"] = ["inquest"]
        start = pick.day(date(2012, 1, 1), date(2026, 10, 1))
        row = {"type": "hold", "id": id, "kind": pick.choice(HOLD_KINDS), "authority": "made up", "reason": "made up",
               "from": start.isoformat(), "scope": scope}
        state = pick.choices(["in force", "released", "future", "to be released", "edge"], [10, 4, 3, 2, 3])[0]
        if state == "future":
            row["from"] = pick.day(TODAY, date(2029, 1, 1)).isoformat()
        if state == "edge":
            row["from"] = pick.choice([TODAY, TODAY + timedelta(days=1)]).isoformat()
        if state == "edge" and pick.chance(0.5):
            row["from"] = start.isoformat()
            row["released_on"] = pick.choice([TODAY, TODAY + timedelta(days=1)]).isoformat()
        if state in ("released", "to be released"):
            last = TODAY if state == "released" else date(2030, 1, 1)
            row["released_on"] = pick.day(start, last).isoformat()
            row["released_by"], row["release_reason"] = "somebody", "made up"
        return row

    def write_holds(self):
        for number in range(40):
            self.holds[f"H{number}"] = self.hold(f"H{number}")

    def write_all(self):
        self.write_people()
        self.write_involvements()
        self.write_relationships()
        self.write_entries()
        self.write_holds()

    # ------------------------------------------------------------ a second bundle

    def changes(self):
        """About one line in a hundred, changed or new; and the ids of holds to release."""
        pick = self.pick
        rows = {}
        few = max(3, self.wanted // 100)
        for id in pick.sample(self.person_ids, min(len(self.person_ids), few // 2 + 1)):
            person = self.people[id]
            what = pick.choice(["birth", "birth", "death", "no death", "adoption"])
            if what == "birth":
                self.birth(person, self.birth_year[id] + pick.randint(-1, 1))
            elif what == "death":
                self.death(person, self.birth_year[id])
            elif what == "no death":
                person.pop("date_of_death", None)
                person.pop("died", None)
            else:
                person.pop("adopted_from", None)
            rows[("person", id)] = person
        for id in pick.sample(list(self.involvements), min(self.wanted, few)):
            row = self.involvements[id]
            service = next(one for one in SERVICES if one[0] == row["service"])
            what = pick.choice(["closed", "reopened", "roles", "roles", "events", "attributes", "service"])
            if what == "closed":
                row["closed"] = pick.day(min(date.fromisoformat(row["opened"]), TODAY), TODAY).isoformat()
            elif what == "reopened":
                row.pop("closed", None)
            elif what == "roles":
                row["roles"] = {role: self.any_person() for role in service[4]}
            elif what == "events":
                row.pop("events", None)
                self.events(row, service)
            elif what == "attributes":
                row["attributes"] = {name: pick.choice(words) for name, words in ATTRIBUTES.items()}
            else:
                row["service"] = pick.choice(SERVICES)[0]
            rows[("involvement", id)] = row
        for number in range(few):
            involvement = pick.choice(list(self.involvements.values()))
            entry = self.entry(f"N{number}", involvement, self.entry_day(involvement))
            rows[("entry", entry["id"])] = entry
        for entry in pick.sample(list(self.entries.values()), min(len(self.entries), few)):
            involvement = self.involvements[entry["involvement"]]
            rows[("entry", entry["id"])] = self.entry(entry["id"], involvement, self.entry_day(involvement))
        for _ in range(few):
            place = pick.randrange(len(self.person_ids))
            known = len(self.relationships)
            self.relate(self.person_ids[place], pick.choice(FAMILY + ["same-person", "same-person"]), self.near(place))
            if len(self.relationships) > known:
                key = list(self.relationships)[-1]
                rows[("relationship", key)] = self.relationships[key]
        for number in range(4):
            rows[("hold", number)] = self.hold(f"HN{number}")
        known = [id for id, row in self.holds.items()
                 if "released_on" not in row and row["from"] <= TODAY.isoformat()]
        return list(rows.values()), pick.some(known, 3, 3)


def write_lines(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_config(folder, pick):
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    (folder / "report").mkdir(exist_ok=True)
    (config / "service_catalogue.toml").write_text(catalogue_toml(pick), encoding="utf-8")
    (config / "retention_schedule.toml").write_text(ScheduleWriter(pick).toml(), encoding="utf-8")
    (config / "casekeeper.toml").write_text(
        '[nightly]\njobs = ["retention", "report"]\n\n'
        f"[report]\nfolder = {json.dumps(str(folder.resolve() / 'report'))}\n", encoding="utf-8")
    accounts = sorted({"root", getpass.getuser()})
    roles = '["records-officer", "reviewer", "practitioner", "dpo", "auditor"]'
    (config / "roles.toml").write_text("allow_acting_as = true\n\n[accounts]\n" + "".join(
        f"{json.dumps(name)} = {roles}\n" for name in accounts), encoding="utf-8")


def write_world(seed, involvements, folder):
    folder = pathlib.Path(folder)
    pick = Chooser(seed)
    write_config(folder, pick)
    records = RecordWriter(pick, involvements)
    records.write_all()
    for name in ("people", "relationships", "involvements", "entries", "holds"):
        rows = list(getattr(records, name).values())
        pick.shuffle(rows)                      # order does not matter to the loader
        write_lines(folder / "bundle" / f"{name}.jsonl", rows)
    rows, releases = records.changes()
    write_lines(folder / "changes" / "changes.jsonl", rows)
    (folder / "releases.txt").write_text("".join(f"{id}\n" for id in releases), encoding="utf-8")


def print_distribution(folder):
    import plain_evaluator
    config = pathlib.Path(folder) / "config"
    schedule = plain_evaluator.Schedule(config / "retention_schedule.toml")
    catalogue = plain_evaluator.Catalogue(config / "service_catalogue.toml")
    world = plain_evaluator.World(catalogue, [pathlib.Path(folder) / "bundle"])
    lines = list(plain_evaluator.evaluate_all(world, schedule, TODAY))
    count = collections.Counter(line["outcome"] for line in lines)
    for key in ("conflict", "minimise_on", "transfer_on", "holds"):
        count[key] = sum(bool(line[key]) for line in lines)
    count["no involvement"] = sum(line["involvement"] is None for line in lines)
    count["rules that win"] = len({line["rule"] for line in lines})
    print(f"{len(lines)} lines, {len(schedule.rules)} rules: "
          + ", ".join(f"{key} {number}" for key, number in sorted(count.items())))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("seed", type=int)
    arguments.add_argument("involvements", type=int)
    arguments.add_argument("folder")
    arguments.add_argument("--quiet", action="store_true", help="do not print the distribution of outcomes")
    given = arguments.parse_args()
    write_world(given.seed, given.involvements, given.folder)
    if not given.quiet:
        print_distribution(given.folder)


if __name__ == "__main__":
    main()

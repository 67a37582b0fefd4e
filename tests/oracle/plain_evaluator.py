#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A plain evaluator of the retention-schedule language: the second opinion.

It reads a schedule, a service catalogue and one or more bundle folders, and prints
for a day one JSON line per involvement, as `retention list --format json` does, but
without `reconsider_on`.  It is written from the description of the language alone,
step by step, and shares nothing with the product.  Clarity comes before speed.

    plain_evaluator.py SCHEDULE CATALOGUE DAY BUNDLE_FOLDER... [--explain INVOLVEMENT]

Several bundle folders are read in order; a later line of the same type and id
replaces an earlier one.  An unknown day is None; a condition is True, False or None.
"""
import argparse
import json
import pathlib
import re
import sys
import tomllib
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
FAMILY_KINDS = {
    "mother", "father", "parent", "child", "sibling", "half-sibling", "step-parent", "step-sibling",
    "grandparent", "grandchild", "aunt-or-uncle", "niece-or-nephew", "cousin", "partner", "guardian"}
CONTACT_KINDS = {
    "meeting", "telephone-call", "face-to-face", "letter-sent", "letter-received", "email-sent",
    "email-received"}


# ---------------------------------------------------------------- days and periods

@lru_cache(maxsize=None)
def day_of(text):
    return date.fromisoformat(text)


@lru_cache(maxsize=None)
def local_day(moment):
    """The day of a moment in Europe/London; without an offset it is local already."""
    parsed = datetime.fromisoformat(moment)
    return parsed.date() if parsed.tzinfo is None else parsed.astimezone(LONDON).date()


def last_of_month(year, month):
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - ONE_DAY


def shift_months(day, months):
    """The same day of the month so many months on; None where it does not exist, with that year and month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if day.day > last_of_month(year, month).day:
        return None, year, month
    return date(year, month, day.day), year, month


def add_period(day, sign, period, never_late):
    """Months first, all at once; a day that does not exist is the first of the next month, in an
    at-most rule the last of the month; then the days."""
    months, days = period
    shifted, year, month = shift_months(day, sign * months)
    if shifted is None:
        last = last_of_month(year, month)
        shifted = last if never_late else last + ONE_DAY
    return shifted + timedelta(days=sign * days)


def end_of_year(day, start):
    """The last day of the year in which the day lies; years begin on `start` (month, day)."""
    month, first = start
    begins = date(day.year, month, first)
    next_begins = begins if day < begins else date(day.year + 1, month, first)
    return next_begins - ONE_DAY


def birth_range(text):
    """A birth known to the day, the month or the year, as its earliest and its latest day."""
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, 1), last_of_month(year, month)
    return day_of(text), day_of(text)


# ---------------------------------------------------------------- reading the language

class LanguageError(Exception):
    pass


class Reader:
    """Reads one `until`, `if` or `not_while` into a tree of tuples."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def match(self, pattern):
        found = re.compile(r"\s*(" + pattern + ")").match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        return found.group(1)

    def need(self, pattern):
        found = self.match(pattern)
        if found is None:
            raise LanguageError(f"expected {pattern} at {self.at} in: {self.text}")
        return found

    def finish(self, tree):
        if self.text[self.at:].strip():
            raise LanguageError(f"left over at {self.at} in: {self.text}")
        return tree

    # date = term { ("+" | "-") period }
    def date(self):
        tree = self.term()
        while sign := self.match(r"[+-](?=\s)"):
            tree = ("sum", tree, 1 if sign == "+" else -1, self.period())
        return tree

    def period(self):
        text = self.need(r"[0-9]+[ymd]([0-9]+[ymd])*")
        found = re.fullmatch(r"(?:([0-9]+)y)?(?:([0-9]+)m)?(?:([0-9]+)d)?", text)
        if not found:
            raise LanguageError(f"units out of order: {text}")
        years, months, days = (int(part or 0) for part in found.groups())
        return years * 12 + months, days

    def term(self):
        if self.match(r"\("):
            tree = self.date()
            self.need(r"\)")
            return tree
        if iso := self.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"):
            return ("iso", day_of(iso))
        if self.match(r"age\s*\("):
            period = self.period()
            self.need(r"\)")
            return ("sum", ("trigger", "birth", None), 1, period)
        for word in ("later-of", "earlier-of"):
            if self.match(word + r"\s*\("):
                parts = [self.date()]
                while self.match(","):
                    parts.append(self.date())
                self.need(r"\)")
                return (word, parts)
        if self.match(r"end-of\s*\("):
            kind = self.need("financial-year|academic-year|calendar-year")
            self.need(",")
            tree = self.date()
            self.need(r"\)")
            return ("end-of", kind, tree)
        return self.trigger()

    def trigger(self):
        name = self.need(r"[A-Za-z][A-Za-z0-9_-]*")
        role = self.need(r"[A-Za-z][A-Za-z0-9_-]*") if self.match("@") else None
        return ("trigger", name, role)

    # condition = all { "or" all } ;  all = one { "and" one }
    def condition(self):
        parts = [self.all()]
        while self.match(r"or(?![A-Za-z0-9_-])"):
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def all(self):
        parts = [self.one()]
        while self.match(r"and(?![A-Za-z0-9_-])"):
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else ("and", parts)

    def one(self):
        if self.match(r"not(?![A-Za-z0-9_-])"):
            return ("not", self.test_or_group())
        return self.test_or_group()

    def test_or_group(self):
        start = self.at
        if self.match(r"\("):
            # A parenthesis opens a condition or a date; try the condition first.
            try:
                tree = self.condition()
                self.need(r"\)")
                return tree
            except LanguageError:
                self.at = start
                return self.comparison()
        return self.test()

    def test(self):
        start = self.at
        if self.match(r"died(?![A-Za-z0-9_@-])"):
            if self.match(r"before(?![A-Za-z0-9_-])"):
                return ("died before", self.period())
            return ("died",)
        if self.match(r"recorded\s*\("):
            tree = self.trigger()
            self.need(r"\)")
            return ("recorded", tree)
        for word in ("ever", "open", "family-open"):
            if self.match(word + r"\s*\("):
                names = [self.need(r"\*|[A-Za-z0-9][A-Za-z0-9_-]*")]
                while self.match(","):
                    names.append(self.need(r"\*|[A-Za-z0-9][A-Za-z0-9_-]*"))
                self.need(r"\)")
                return (word, names)
        if name := self.match(r"[A-Za-z][A-Za-z0-9_-]*(?=\s*!?=)"):
            sign = self.need("!=|=")
            return (sign, name, self.need(r"[A-Za-z0-9][A-Za-z0-9_-]*"))
        self.at = start
        return self.comparison()

    def comparison(self):
        left = self.date()
        word = self.need(r"(?:before|after)(?![A-Za-z0-9_-])")
        return (word, left, self.date())


def read_date(text):
    reader = Reader(text)
    return reader.finish(reader.date())


def read_condition(text):
    reader = Reader(text)
    return reader.finish(reader.condition())


def mentions(tree, name):
    if tree is None:
        return False
    if tree[0] == "trigger":
        return tree[1] == name
    if tree[0] in ("later-of", "earlier-of"):
        return any(mentions(part, name) for part in tree[1])
    if tree[0] == "end-of":
        return mentions(tree[2], name)
    return tree[0] == "sum" and mentions(tree[1], name)


class Rule:
    def __init__(self, table, place):
        self.place = place
        self.id = table["id"]
        self.services = table["services"]
        self.action = table.get("action", "destroy")
        self.bound = table.get("bound", "exactly")
        self.covers = table.get("covers", "involvement")
        self.default = table.get("default", False)
        self.replaces = table.get("replaces", [])
        self.until = read_date(table["until"]) if "until" in table else None
        self.condition = read_condition(table["if"]) if "if" in table else None
        self.not_while = read_condition(table["not_while"]) if "not_while" in table else None
        self.is_end_rule = self.action not in ("minimise", "transfer")
        self.is_ceiling = self.bound == "at-most"
        # `permanent` never has a day, so it waits for none.
        self.waits_for_file = self.action != "permanent" and mentions(self.until, "file-closed")


class Schedule:
    def __init__(self, path):
        with open(path, "rb") as file:
            tables = tomllib.load(file)
        head = tables["schedule"]
        self.year_starts = {"calendar-year": (1, 1)}
        for kind, key, usual in (("financial-year", "financial_year_starts", "04-01"),
                                 ("academic-year", "academic_year_starts", "09-01")):
            month, first = head.get(key, usual).split("-")
            self.year_starts[kind] = (int(month), int(first))
        self.rules = [Rule(table, place) for place, table in enumerate(tables.get("rule", []))]
        self.by_id = {rule.id: rule for rule in self.rules}
        self.replacing_first = self.order_of_replacing()

    def order_of_replacing(self):
        """Every rule before those that it replaces."""
        ordered, seen = [], set()

        def visit(rule):
            if rule.id not in seen:
                seen.add(rule.id)
                for other in rule.replaces:
                    visit(self.by_id[other])
                ordered.append(rule)

        for rule in self.rules:
            visit(rule)
        return ordered[::-1]


class Catalogue:
    def __init__(self, path):
        with open(path, "rb") as file:
            services = tomllib.load(file)["service"]
        self.file_of = {service["id"]: service["file"] for service in services}
        self.names_of = {service["id"]: {service["id"], "*", *service.get("groups", [])}
                         for service in services}

    def matches(self, service, names):
        known = self.names_of[service]
        return any(name in known for name in names)


# ---------------------------------------------------------------- the records

class Person:
    def __init__(self, row):
        self.id = row["id"]
        born = row.get("date_of_birth")
        self.birth = birth_range(born) if born else None
        self.died = bool(row.get("died"))
        self.death = day_of(row["date_of_death"]) if row.get("date_of_death") else None
        self.adopted_from = row.get("adopted_from")


class Involvement:
    def __init__(self, row):
        self.id = row["id"]
        self.person = row["person"]
        self.service = row["service"]
        self.opened = day_of(row["opened"])
        self.closed = day_of(row["closed"]) if row.get("closed") else None
        self.events = {name: day_of(day) for name, day in (row.get("events") or {}).items() if day}
        self.attributes = row.get("attributes") or {}
        self.roles = row.get("roles") or {}
        self.entries = []                       # (day, kind, narrative)

    def exists_on(self, day):
        return self.opened <= day

    def closed_on(self, day):
        """The closing day as known on that day."""
        return self.closed if self.closed and self.closed <= day else None

    def is_open_on(self, day):
        return self.exists_on(day) and self.closed_on(day) is None


class World:
    """The records of one or more bundles, day-independent."""

    def __init__(self, catalogue, folders):
        self.catalogue = catalogue
        rows = self.read(folders)
        self.people = {row["id"]: Person(row) for row in rows["person"].values()}
        self.involvements = {row["id"]: Involvement(row) for row in rows["involvement"].values()}
        for row in rows["entry"].values():
            self.add_entry(row)
        self.holds = sorted(rows["hold"].values(), key=lambda row: row["id"].encode())
        self.link(rows["relationship"].values())
        self.families = {}

    @staticmethod
    def read(folders):
        rows = {kind: {} for kind in ("person", "relationship", "involvement", "entry", "hold")}
        for folder in folders:
            for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
                with open(path, encoding="utf-8") as file:
                    for line in file:
                        row = json.loads(line)
                        if row["type"] == "relationship":
                            key = (row["person"], row["kind"], row.get("other"), row.get("name"))
                        else:
                            key = row.get("id")
                        if row["type"] in rows:
                            rows[row["type"]][key] = row
        return rows

    def add_entry(self, row):
        # The day of an entry is the later of occurred and recorded, as local days.
        days = [local_day(row[key]) for key in ("occurred_at", "recorded_at") if row.get(key)]
        texts = [row[key] for key in ("account", "decision", "reason", "subject_words") if row.get(key)]
        self.involvements[row["involvement"]].entries.append((max(days), row["kind"], texts))

    def link(self, relationships):
        self.adopted = {}                       # record -> records on the other side of an adoption
        for person in self.people.values():
            if person.adopted_from:
                self.adopted.setdefault(person.id, set()).add(person.adopted_from)
                self.adopted.setdefault(person.adopted_from, set()).add(person.id)
        same, self.relatives = {}, {}
        for row in relationships:
            other = row.get("other")
            if not other:
                continue
            edges = same if row["kind"] == "same-person" else self.relatives
            if row["kind"] == "same-person" or row["kind"] in FAMILY_KINDS:
                edges.setdefault(row["person"], set()).add(other)
                edges.setdefault(other, set()).add(row["person"])
        # Records joined as one human; a group with an adoption inside stays apart.
        self.human = {}
        for start in self.people:
            if start in self.human:
                continue
            group, waiting = {start}, [start]
            while waiting:
                for other in same.get(waiting.pop(), ()):
                    if other not in group:
                        group.add(other)
                        waiting.append(other)
            if any(self.adopted.get(one, set()) & group for one in group):
                for one in group:
                    self.human[one] = (one,)
            else:
                for one in group:
                    self.human[one] = tuple(sorted(group))
        self.of_human = {}                      # human -> all its involvements
        for involvement in self.involvements.values():
            self.of_human.setdefault(self.human[involvement.person], []).append(involvement)

    def file_of(self, involvement):
        return self.catalogue.file_of[involvement.service]

    def own_involvements(self, involvement, day):
        """All involvements of the same human that exist on the day."""
        return [one for one in self.of_human[self.human[involvement.person]] if one.exists_on(day)]

    def file_involvements(self, involvement, day):
        group = self.file_of(involvement)
        return [one for one in self.own_involvements(involvement, day) if self.file_of(one) == group]

    def family(self, human):
        """The involvements of those at most two family relationships away, never across an adoption."""
        if human not in self.families:
            forbidden = set()
            for own in human:
                forbidden |= self.adopted.get(own, set())
            reached, edge = set(human), set(human)
            for _ in range(2):
                following = set()
                for record in edge:
                    for other in self.relatives.get(record, ()):
                        if other in forbidden or other in self.adopted.get(record, ()):
                            continue
                        following |= {one for one in self.human[other] if one not in forbidden}
                edge = following - reached
                reached |= following
            humans = {self.human[record] for record in reached} - {human}
            self.families[human] = [one for other in humans for one in self.of_human.get(other, ())
                                    if one.person in reached]
        return self.families[human]

    def birth(self, human, day):
        """Earliest and latest possible day of birth as known on the day, or None."""
        known = [self.people[one].birth for one in human
                 if self.people[one].birth and self.people[one].birth[0] <= day]
        if not known:
            return None
        return min(first for first, _ in known), max(last for _, last in known)

    def death(self, human, day):
        """(has died, the day if known), as known on the day."""
        died, latest = False, None
        for one in human:
            person = self.people[one]
            if person.death:
                if person.death <= day:
                    died = True
                    latest = max(latest or person.death, person.death)
            elif person.died:
                died = True
        return died, latest


# ---------------------------------------------------------------- asking a rule of an involvement

class Question:
    """One rule, asked of the involvement that matched, on one day."""

    def __init__(self, world, schedule, rule, source, day):
        self.world = world
        self.schedule = schedule
        self.rule = rule
        self.source = source
        self.day = day
        self.human = world.human[source.person]
        self.birth_not_to_the_day = False       # a birth not known to the day was used

    def trigger(self, name, role):
        human = self.human
        if role is not None:
            if role not in self.source.roles:
                return None
            human = self.world.human[self.source.roles[role]]
        if name == "birth":
            span = self.world.birth(human, self.day)
            if span is None:
                return None
            if span[0] != span[1]:
                self.birth_not_to_the_day = True
            return span[1]
        if name == "death":
            return self.world.death(human, self.day)[1]
        if role is not None:
            raise LanguageError("only birth and death take a role")
        source, day = self.source, self.day
        if name == "opened":
            return source.opened
        if name == "closed":
            return source.closed_on(day)
        if name == "file-closed":
            closings = [one.closed_on(day) for one in self.world.file_involvements(source, day)]
            return None if None in closings else max(closings)
        if name == "last-entry":
            return max((on for on, _, _ in source.entries if on <= day), default=None)
        if name == "last-activity":
            days = [on for on, _, _ in source.entries if on <= day] + [source.opened]
            if source.closed_on(day):
                days.append(source.closed)
            return max(days)
        if name == "last-contact":
            return max((on for on, kind, _ in source.entries if on <= day and kind in CONTACT_KINDS),
                       default=source.opened)
        # Any other name is an event; one dated later has not happened.
        happened = source.events.get(name)
        if happened is not None and happened > day:
            happened = None
        if name == "created" and happened is None:
            return source.opened
        return happened

    def value(self, tree):
        kind = tree[0]
        if kind == "iso":
            return tree[1]
        if kind == "trigger":
            return self.trigger(tree[1], tree[2])
        if kind == "sum":
            start = self.value(tree[1])
            return None if start is None else add_period(start, tree[2], tree[3], self.rule.is_ceiling)
        if kind == "end-of":
            inside = self.value(tree[2])
            return None if inside is None else end_of_year(inside, self.schedule.year_starts[tree[1]])
        days = [self.value(part) for part in tree[1]]
        if kind == "later-of":
            return None if None in days else max(days)
        return min((one for one in days if one is not None), default=None)

    def holds(self, tree):
        kind = tree[0]
        if kind == "or":
            answers = [self.holds(part) for part in tree[1]]
            return True if True in answers else None if None in answers else False
        if kind == "and":
            answers = [self.holds(part) for part in tree[1]]
            return False if False in answers else None if None in answers else True
        if kind == "not":
            answer = self.holds(tree[1])
            return None if answer is None else not answer
        if kind == "died":
            return self.world.death(self.human, self.day)[0]
        if kind == "died before":
            return self.died_before(tree[1])
        if kind == "recorded":
            return self.value(tree[1]) is not None
        if kind in ("before", "after"):
            left, right = self.value(tree[1]), self.value(tree[2])
            if left is None or right is None:
                return None
            return left < right if kind == "before" else left > right
        if kind == "=":
            return self.source.attributes.get(tree[1]) == tree[2]
        if kind == "!=":
            word = self.source.attributes.get(tree[1])
            return None if word is None else word != tree[2]
        matches = self.world.catalogue.matches
        if kind == "ever":
            return any(matches(one.service, tree[1])
                       for one in self.world.own_involvements(self.source, self.day))
        if kind == "open":
            return any(one.is_open_on(self.day) and matches(one.service, tree[1])
                       for one in self.world.own_involvements(self.source, self.day))
        if kind == "family-open":
            return any(one.is_open_on(self.day) and matches(one.service, tree[1])
                       for one in self.world.family(self.human))
        raise LanguageError(kind)

    def died_before(self, period):
        died, death = self.world.death(self.human, self.day)
        if not died:
            return False
        span = self.world.birth(self.human, self.day)
        if death is None or span is None:
            return None
        birthdays = []
        for birth in span:
            shifted, year, _ = shift_months(birth, period[0])
            if shifted is None and (birth.month, birth.day) == (2, 29):
                # 29 February counts as both 28 February and 1 March where it does not exist.
                birthdays += [day + timedelta(days=period[1]) for day in (date(year, 2, 28), date(year, 3, 1))]
            else:
                birthdays.append(add_period(birth, 1, period, self.rule.is_ceiling))
        answers = {death < birthday for birthday in birthdays}
        return answers.pop() if len(answers) == 1 else None

    def ask(self):
        """`applies` (True, False, None), `on` (the day or None), `rough` (a birth not known to the day)."""
        self.applies = True if self.rule.condition is None else self.holds(self.rule.condition)
        self.on, self.rough = None, False
        if self.applies is False:
            return self
        self.birth_not_to_the_day = False       # births read by the `if` do not count
        if self.rule.action == "permanent":
            pass                                # never has a day
        elif self.rule.until is not None:
            self.on = self.value(self.rule.until)
            self.rough = self.birth_not_to_the_day
        else:                                   # a `decide` without `until`
            self.on = self.source.closed_on(self.day)
        return self

    def forbids(self):
        """Does the rule's `not_while` hold, or is it unknown?"""
        return self.rule.not_while is not None and self.holds(self.rule.not_while) is not False

    def waits(self):
        """Nothing is late yet: the matching involvement is open, or the day waits for an open file."""
        if self.source.is_open_on(self.day):
            return True
        return self.on is None and self.rule.waits_for_file and any(
            one.is_open_on(self.day) for one in self.world.file_involvements(self.source, self.day))


# ---------------------------------------------------------------- holds

@lru_cache(maxsize=None)
def whole_word(word):
    """The word or phrase, case-folded, with no letter or digit on either side; whatever lies between the words of a
    phrase may be any run of other characters, so that a line break or a second space hides nothing from a hold."""
    parts = [re.escape(part) for part in re.split(r"[\W_]+", word.casefold()) if part]
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(parts) + r"(?![^\W_])" if parts else r"(?!)")


def in_force(hold, day):
    released = hold.get("released_on")
    return day_of(hold["from"]) <= day and (not released or day < day_of(released))


def hold_reaches(world, hold, target, day):
    scope = {key: wanted for key, wanted in hold["scope"].items() if wanted is not None}
    if "persons" in scope and not set(scope["persons"]) & set(world.human[target.person]):
        return False
    if "involvements" in scope and target.id not in scope["involvements"]:
        return False
    if "services" in scope and not world.catalogue.matches(target.service, scope["services"]):
        return False
    if "opened_from" in scope and target.opened < day_of(scope["opened_from"]):
        return False
    if "opened_to" in scope and target.opened > day_of(scope["opened_to"]):
        return False
    if "words" in scope:
        texts = [text.casefold() for on, _, parts in target.entries if on <= day for text in parts]
        return any(whole_word(word).search(text) for word in scope["words"] for text in texts)
    return True


def holds_on(world, target, day):
    return [hold["id"] for hold in world.holds
            if in_force(hold, day) and hold_reaches(world, hold, target, day)]


# ---------------------------------------------------------------- how rules combine

def reached_by(world, rule, target, day):
    """The involvements of which the rule is asked for this target."""
    sources = [target]
    if rule.covers == "file":
        sources += [one for one in world.file_involvements(target, day) if one is not target]
    if rule.covers == "person":
        sources += [one for one in world.own_involvements(target, day) if one is not target]
    return [one for one in sources if world.catalogue.matches(one.service, rule.services)]


def take_away(schedule, asked, by_default_rules):
    """Removes what rules of one sort (default or not) replace, replacing rules first."""
    for rule in schedule.replacing_first:
        if rule.default == by_default_rules and any(one.applies for one in asked.get(rule.id, ())):
            for other in rule.replaces:
                asked.pop(other, None)


def decision(target, **told):
    line = {"involvement": target.id, "person": target.person, "service": target.service,
            "outcome": None, "action": None, "retain_until": None, "rule": None, "minimise_on": None,
            "transfer_on": None, "conflict": False, "holds": []}
    for key, value in told.items():
        line[key] = value.isoformat() if isinstance(value, date) else value
    return line


def evaluate(world, schedule, target, day, trace=None):
    held = holds_on(world, target, day)

    # Step 1. Open means live; so does one that is not yet opened.
    if not target.exists_on(day) or target.is_open_on(day):
        return decision(target, outcome="live", holds=held)

    # Step 2. Rules that apply, here or on another involvement that they cover.
    asked = {}
    for rule in schedule.rules:
        questions = [Question(world, schedule, rule, source, day).ask()
                     for source in reached_by(world, rule, target, day)]
        questions = [one for one in questions if one.applies is not False]
        if questions:
            asked[rule.id] = questions
    if trace is not None:
        trace += [(one.rule.id, one.source.id, one.applies, one.on, one.rough)
                  for questions in asked.values() for one in questions]

    # Step 3. What replaces what; then the default rules.
    take_away(schedule, asked, by_default_rules=False)
    if any(schedule.by_id[rule].is_end_rule and not schedule.by_id[rule].default for rule in asked):
        asked = {rule: questions for rule, questions in asked.items() if not schedule.by_id[rule].default}
    take_away(schedule, asked, by_default_rules=True)
    left = [one for questions in asked.values() for one in questions]
    if trace is not None:
        trace.append(("left", sorted(asked)))

    # Step 4. Minimise and transfer compete among their own kind.
    told = {"holds": held}
    for action, key in (("minimise", "minimise_on"), ("transfer", "transfer_on")):
        told[key] = max((one.on for one in left
                         if one.rule.action == action and one.applies and one.on), default=None)
    ends = [one for one in left if one.rule.is_end_rule]
    applying = [one for one in ends if one.applies]

    # Step 5. Permanent.
    for one in applying:
        if one.rule.action == "permanent":
            return decision(target, outcome="permanent", action="permanent", rule=one.rule.id, **told)

    # Step 10. No end rule applies.
    if not ends:
        return decision(target, outcome="undetermined", **told)

    # Step 6. Each proposes its day: the latest floor wins; if only ceilings apply, the earliest.
    floors = [one for one in applying if not one.rule.is_ceiling and one.on]
    ceilings = [one for one in applying if one.rule.is_ceiling and one.on]
    floor = min(floors, key=lambda one: (-one.on.toordinal(), one.rule.place), default=None)
    ceiling = min(ceilings, key=lambda one: (one.on, one.rule.place), default=None)
    told["conflict"] = floor is not None and ceiling is not None and ceiling.on < floor.on

    # Step 7. Something is unknown.
    unknown = [one for one in ends if one.applies is None or one.on is None]
    if unknown:
        if any(one.waits() for one in unknown):
            return decision(target, outcome="live", **{**told, "conflict": False})
        if floor is not None and day <= floor.on:
            return decision(target, outcome="retain", action=floor.rule.action, retain_until=floor.on,
                            rule=floor.rule.id, **told)
        return decision(target, outcome="undetermined", **{**told, "conflict": False})

    # Step 8. Retain up to the winning day, then due or review.
    winner = floor or ceiling
    told.update(action=winner.rule.action, retain_until=winner.on, rule=winner.rule.id)
    if (day <= winner.on if winner is floor else day < winner.on):
        return decision(target, outcome="retain", **told)
    if any(one.forbids() for one in applying):
        return decision(target, outcome="retain", **told)
    needs_review = (any(one.rule.action in ("review", "decide") or one.rough for one in applying)
                    or told["conflict"])
    outcome = "review" if needs_review else "due"

    # Step 9. A hold in force.
    return decision(target, outcome="held" if held else outcome, **told)


def evaluate_all(world, schedule, day):
    """One line per involvement, ordered by id as bytes; then the people without any."""
    for id in sorted(world.involvements, key=str.encode):
        yield evaluate(world, schedule, world.involvements[id], day)
    for id in sorted(world.people, key=str.encode):
        if world.human[id] not in world.of_human:
            yield {"involvement": None, "person": id, "service": None, "outcome": "undetermined",
                   "action": None, "retain_until": None, "rule": None, "minimise_on": None,
                   "transfer_on": None, "conflict": False, "holds": []}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("schedule")
    arguments.add_argument("catalogue")
    arguments.add_argument("day", type=date.fromisoformat)
    arguments.add_argument("bundle", nargs="+")
    arguments.add_argument("--explain", metavar="INVOLVEMENT", help="only this one, with what each rule says")
    given = arguments.parse_args()
    schedule, world = Schedule(given.schedule), World(Catalogue(given.catalogue), given.bundle)
    if given.explain:
        trace = []
        line = evaluate(world, schedule, world.involvements[given.explain], given.day, trace)
        for step in trace:
            print(*step, sep="\t", file=sys.stderr)
        print(json.dumps(line))
        return
    for line in evaluate_all(world, schedule, given.day):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
